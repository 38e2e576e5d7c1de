using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Domain.Tests.Support;

/// <summary>Records that break no rule; a test changes the one thing that it is about.</summary>
internal static class Given
{
    public static Slug Key(string text) => Slug.Parse(text);

    public static Locator ALocator(string position = "paragraph 1, sentence 2", string section = "what-is-ldn") =>
        Locator.TryParse(Key(section), position, out var locator)
            ? locator
            : throw new ArgumentException($"'{position}' is no position.", nameof(position));

    /// <summary>One condition, mechanism, outcome, study and claim that hang together.</summary>
    public static GivenCatalogue ACatalogue() => new();

    public static SourceDocument ADocument() =>
        new()
        {
            Id = Key("ldn-page"),
            Title = "Low dose naltrexone",
            PublisherInterest = "The publisher sells the drug.",
            DateRead = new DateOnly(2026, 8, 1),
            Sha256 = new string('0', 64),
            Outline =
            [
                new OutlineSection(
                    Key("what-is-ldn"),
                    "What is LDN?",
                    [new OutlineBlock("paragraph 1", 3), new OutlineBlock("list item 1", 1)]
                ),
                new OutlineSection(Key("references"), "References", [new OutlineBlock("list item 1", 2)]),
            ],
        };

    public static Check ACheck() => new("A reader", new DateOnly(2026, 8, 2), Against: null);

    public static Absence AnAbsence() =>
        new("The document cites no study in people.", "Its list of references.", "A reader", new DateOnly(2026, 8, 2));

    public static StandingNotice ANotice() => new(new DateOnly(2026, 7, 1), "A notice of the journal.", Url: null);

    /// <summary>It says itself that evidence is missing, so that no claim need name it.</summary>
    public static Condition ACondition(string id = "fibromyalgia") =>
        new()
        {
            Id = Key(id),
            Name = $"The condition {id}",
            Absences = [AnAbsence()],
            Codes = [ACode(CodeSystem.Mesh, "D005356"), ACode(CodeSystem.Icd10cm, "M79.7")],
        };

    public static Mechanism AMechanism(string id = "microglial-activation") =>
        new()
        {
            Id = Key(id),
            Name = $"The mechanism {id}",
            Description = "LDN is proposed to calm microglia.",
            Codes = [ACode(CodeSystem.Go, "GO:0001774")],
        };

    public static Outcome AnOutcome(string id = "pain-severity") =>
        new()
        {
            Id = Key(id),
            Name = $"The outcome {id}",
            Domain = OutcomeDomain.General,
            Codes = [ACode(CodeSystem.Loinc, "72514-3")],
        };

    public static TerminologyCode ACode(CodeSystem system, string value) =>
        new(KebabCase<CodeSystem>.Of(system), value, null, null);

    /// <summary>A trial of the first row's kind, with neither DOI nor PubMed identifiers.</summary>
    public static Study AStudy(string id = "younger-2009") =>
        new()
        {
            Id = Key(id),
            Title = "Fibromyalgia symptoms are reduced by low-dose naltrexone",
            Authors = [new Author("Younger", "J", "Jarred")],
            Journal = "Pain Medicine",
            Year = 2009,
            Design = StudyDesign.SingleBlindCrossoverTrial,
            Standing = StudyStanding.Current,
            InterventionMatch = InterventionMatch.Exact,
            IdentityChecked = ACheck(),
            Setting = StudySetting.Human,
            Substance = "naltrexone",
            Result = "Symptoms fell.",
            PrintedCitation = new PrintedCitation(
                "Younger J",
                "Fibromyalgia symptoms are reduced by low-dose naltrexone",
                "Pain Medicine",
                2009,
                null,
                null,
                null,
                null
            ),
            Locator = ALocator("list item 1", "references"),
        };

    public static Citation ACitation(
        string study = "younger-2009",
        bool reportsOutcome = true,
        CitationRelation relation = CitationRelation.Supports
    ) => new(Key(study), relation, reportsOutcome, "What it says of the claim.");

    public static Claim AClaim(string id = "eff-fibromyalgia-pain") =>
        new()
        {
            Id = Key(id),
            Kind = ClaimKind.Efficacy,
            Statement = "Low-dose naltrexone is said to lessen pain in fibromyalgia.",
            Conditions = [Key("fibromyalgia")],
            Mechanisms = [Key("microglial-activation")],
            Outcome = Key("pain-severity"),
            Direction = ClaimDirection.Decreases,
            Citations = [ACitation()],
            LevelIsMeaningful = true,
            Fidelity = AFidelity(SourceFidelity.Supported, FidelityBasis.CitedStudy),
            Locator = ALocator(),
        };

    /// <summary>A claim for which the document cites nothing, and which says so.</summary>
    public static Claim AnUncitedClaim(string id = "eff-uncited") =>
        AClaim(id) with
        {
            Citations = [],
            Fidelity = AFidelity(SourceFidelity.NothingCited, FidelityBasis.None),
        };

    public static Fidelity AFidelity(SourceFidelity label, FidelityBasis basis) =>
        new(
            new FidelityToSource(label, basis, "Why.")
            {
                Differences = label
                    is SourceFidelity.PartlySupported
                        or SourceFidelity.NotSupported
                        or SourceFidelity.Contradicted
                    ? [Difference.Overstated]
                    : [],
                Checked = label is SourceFidelity.NotChecked or SourceFidelity.NothingCited ? null : ACheck(),
            },
            new FidelityToDocument(DocumentFidelity.Faithful, "Nothing was dropped.") { Checked = ACheck() }
        );

    /// <summary>A citation together with the study that it names, as the decision table takes them.</summary>
    public static (Citation Citation, Study Study) Cited(
        StudyDesign design,
        bool reportsOutcome = true,
        StudyStanding standing = StudyStanding.Current,
        CitationRelation relation = CitationRelation.Supports,
        string id = "younger-2009"
    ) => (ACitation(id, reportsOutcome, relation), AStudy(id) with { Design = design, Standing = standing });
}
