using LdnEvidence.Api.Contracts;
using LdnEvidence.Domain;

namespace LdnEvidence.Api.Tests.Formats;

/// <summary>Complete records of a test's own; a test changes the member it is about.</summary>
internal static class ARecord
{
    /// <summary>Letters that one format or another could take for its own signs.</summary>
    public const string HostileTitle =
        "=A {Hostile} title: 50% of $x_1$ & #2, \"quoted\"; C:\\dir ~ x^2 -- it''s ``so'' <i>HIV+</i> é ß 漢字";

    public static StudyResponse Study(string id = "tester-2020") =>
        new()
        {
            Id = id,
            Citation = "Tester T. A study. J Tests. 2020.",
            Title = "A study",
            Authors = [new Author("Tester", "T", "Theodora")],
            Journal = "Journal of Tests",
            JournalAbbreviation = "J Tests",
            Year = 2020,
            Volume = "7",
            Issue = "2",
            Pages = "11-19",
            Doi = "10.1000/test.1",
            Pmid = "12345678",
            Pmcid = "PMC7654321",
            Issn = ["1234-5679"],
            TrialRegistration = null,
            Design = StudyDesign.OpenLabelTrial,
            Standing = StudyStanding.Current,
            Setting = StudySetting.Human,
            Population = null,
            SampleSize = 12,
            SampleSizeNote = null,
            Substance = "naltrexone",
            DoseMgPerDay = 4.5m,
            DoseNote = null,
            Route = "oral",
            Duration = null,
            CoInterventions = [],
            PrimaryOutcomes = [],
            Result = "It reports a result.",
            SideEffects = null,
            Funding = null,
            NotVerified = [],
            PrintedCitation = new PrintedCitation(
                "Tester T, et al.",
                "A printed study",
                "J Tests",
                2020,
                null,
                null,
                null,
                null
            ),
            Discrepancies = [],
            Locator = Place,
            CheckedAgainst = [],
            ClaimCounts = new ClaimCounts(1, 0, 0, 1),
            Links = new RecordLinks($"/api/v1/studies/{id}", $"/api/v1/studies/{id}/claims"),
        };

    /// <summary>Studies that test every escape and every gap. A golden folder of them is read by foreign parsers too.</summary>
    public static IReadOnlyList<StudyResponse> HostileStudies() =>
        [
            Study("hostile-1") with
            {
                Title = HostileTitle,
                Citation = $"Tester T. {HostileTitle}. J Tests. 2020.",
                Journal = "Annals of R&D, 100% {Open}",
                Doi = "10.1002/(sici)1097-4679(199911)55:11<1341::aid-jclp3>3.0.co;2-#",
                Authors =
                [
                    new Author("Müller-Lüdenscheidt", "J-M", null),
                    new Author("O'Neil & Sons", "A", "Ann_Marie"),
                    new Author("Søren", "XY", null),
                ],
            },
            Study("hostile-2") with
            {
                Title = null,
                Authors = [],
                Volume = null,
                Pages = "e12",
                Doi = null,
                Pmid = null,
                Pmcid = null,
                Issn = [],
                NotVerified = ["title", "authors"],
                Standing = StudyStanding.Retracted,
                CoInterventions = ["one; two", "back\\slash", "+three"],
                Result = "@cmd\nwith \"quotes\", commas\tand tabs",
            },
            Study("hostile-3") with
            {
                Title = "on pH, mRNA and the (COVID-19) Pandemic: TGF-beta's end",
                Authors = [],
                PrintedCitation = Study().PrintedCitation with { Authors = "Tester T1, Other O et al" },
                JournalAbbreviation = null,
                Issue = null,
                Pages = null,
                SideEffects = "-5 points",
            },
            Study("hostile-4") with
            {
                Title = "Налтрексон в малых дозах: опыт",
                Citation =
                    "Nowak Ł, Öztürk ÇÉ. Налтрексон в малых дозах: опыт. Журнал. 2020;12(Pt 3)(Suppl 1):121-129, 131-142.",
                Authors = HostileAuthors,
                Journal = "Журнал «Опыт» & Co",
                JournalAbbreviation = "臨床",
                Volume = "12(Pt 3)",
                Issue = "Suppl 1",
                Pages = "121-129, 131-142",
            },
            Study("hostile-5") with
            {
                Authors = [new Author(null, null, Literal: "Ministry of Health, Labour and Welfare; R&D {Unit}")],
                Volume = null,
                Issue = "6",
                Pages = "CD013045",
            },
            Study("hostile-6") with
            {
                Authors = [new Author("de la Cruz", "MA", Suffix: "Jr"), new Author("Ortega y Gasset", "J", "José")],
                Pages = "110.e1-110.e5",
            },
            Study("hostile-7") with
            {
                Authors = [new Author("Sukarno", null), new Author("van der Berg", "J-M", Suffix: "III")],
                Pages = "bmj-2022-070856",
            },
        ];

    /// <summary>Names of several scripts and all forms.</summary>
    private static IReadOnlyList<Author> HostileAuthors { get; } =
    [
        new Author("Nowak", "Ł"),
        new Author("Öztürk", "Ç-É"),
        new Author("O’Connor-D'Arcy", "Yu", "Ю."),
        new Author("王", "小明"),
        new Author("الخوري", "م", "محمد"),
        new Author("Ван дер Ваальс", "Й", "Йоханнес"),
        new Author("𐐔𐐯𐑅", "𐐀"),
        new Author("Aung San", null),
        new Author(null, null, Literal: "World Health Organization"),
        new Author(null, null, Literal: "Sons and Daughters"),
    ];

    public static ClaimResponse Claim(string id = "eff-test") =>
        new()
        {
            Id = id,
            Kind = ClaimKind.Efficacy,
            Statement = "LDN is said to help.",
            EvidenceLevel = EvidenceLevel.PilotTrial,
            LevelTrace = new LevelTraceResponse(
                "L1",
                ["tester-2020"],
                [new NotCountedResponse("other-2019", NotCountedReason.DesignNeverCounts)]
            ),
            LevelIsMeaningful = true,
            Fidelity = new Fidelity(
                new FidelityToSource(
                    SourceFidelity.Contradicted,
                    FidelityBasis.CitedStudy,
                    "The study says otherwise."
                ),
                new FidelityToDocument(DocumentFidelity.Narrowed, "One case of two.")
            ),
            Conditions =
            [
                new RecordReference("a-disease", "A disease"),
                new RecordReference("b-disease", "B; disease"),
            ],
            Mechanisms = [new RecordReference("a-mechanism", "A mechanism")],
            Outcome = new OutcomeReference("an-outcome", "An outcome", OutcomeDomain.General),
            Direction = ClaimDirection.NoEffect,
            Citations = [Citation("tester-2020", reportsOutcome: true), Citation("other-2019", reportsOutcome: false)],
            Correction = null,
            Locator = Place,
            Links = new ClaimLinks($"/api/v1/claims/{id}"),
        };

    public static ClaimResponse HostileClaim() =>
        Claim("hostile-claim") with
        {
            Statement = "=HYPERLINK(\"http://example.test/?x=\"&A1,\"see\")",
            LevelIsMeaningful = false,
            Correction = "'=1+1",
            Fidelity = new Fidelity(
                new FidelityToSource(SourceFidelity.NotSupported, FidelityBasis.OtherSource, "-2 is\nnot 2."),
                new FidelityToDocument(DocumentFidelity.Faithful, "@all")
            ),
        };

    public static ConditionResponse Condition() =>
        new()
        {
            Id = "a-disease",
            Name = "A disease",
            Synonyms = ["The disease; so called", "AD"],
            Broader = null,
            Narrower = [],
            Codes =
            [
                new TerminologyCode("mesh", "D000001", "A Disease", null),
                new TerminologyCode("icd10cm", "A00", null, "Three-character category."),
            ],
            ClaimCounts = new ClaimCounts(1, 0, 0, 1),
            Links = new RecordLinks("/api/v1/conditions/a-disease", "/api/v1/conditions/a-disease/claims"),
        };

    private static LocatorResponse Place => new("a-page", "A section", "paragraph 1, sentence 2");

    private static CitationResponse Citation(string study, bool reportsOutcome) =>
        new(
            new CitedStudy(
                study,
                "A study",
                2020,
                "10.1000/a#b",
                "Tester T. A study. J Tests. 2020.",
                $"/api/v1/studies/{study}"
            ),
            CitationRelation.Contradicts,
            reportsOutcome,
            "It reports this; and that."
        );
}
