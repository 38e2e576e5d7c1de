using System.Text;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Search;

namespace LdnEvidence.Api.Tests.Data.Search;

/// <summary>Every text of a record that somebody may search for is in one of the columns, and nothing else is.</summary>
public sealed class SearchTextsTests
{
    private static readonly string Break = $" {IndexedText.Break} ";

    [Fact]
    public void A_condition_is_found_by_its_name_its_synonyms_and_its_codes() =>
        Texts(
                Collection.Conditions,
                """
                {"id":"crohn-disease","name":"Crohn disease","synonyms":["regional enteritis","ileitis"],
                 "codes":[{"system":"icd10cm","value":"K50","label":"Crohn's"},{"system":"mesh","value":"D003424","label":"Crohn's"},{"system":"mondo","value":"5011","label":null}],
                 "claimCounts":{"pilotTrial":3}}
                """
            )
            .ShouldBe([
                "Crohn disease",
                Joined("regional enteritis", "ileitis", "Crohn's"),
                null,
                null,
                Joined("K50", "D003424", "5011"),
            ]);

    [Fact]
    public void A_mechanism_is_found_by_its_description_too() =>
        Texts(Collection.Mechanisms, """{"id":"m","name":"Glial calm","description":"It calms glia.","codes":[]}""")
            .ShouldBe(["Glial calm", null, "It calms glia.", null, null]);

    [Fact]
    public void An_outcome_is_found_by_its_name_and_its_codes() =>
        Texts(
                Collection.Outcomes,
                """{"id":"o","name":"Pain","domain":"pain","codes":[{"system":"loinc","value":"1-2","label":"Pain score"}]}"""
            )
            .ShouldBe(["Pain", "Pain score", null, null, "1-2"]);

    [Fact]
    public void A_study_is_found_by_what_was_printed_of_it_and_what_was_found_out()
    {
        const string members = """
            "id":"doe-2020","citation":"Doe J. Title.","journal":"Pain","authors":[{"family":"Doe","given":"Jane"},{"family":"Group","given":null}],
            "doi":"10.1/X","pmid":"1","pmcid":null,"trialRegistration":"NCT1","design":"pilot-trial","substance":"naltrexone","doseNote":"nightly",
            "route":null,"duration":"8 weeks","result":"Less pain.","population":"Adults","sampleSizeNote":"of 12","sideEffects":"dreams","funding":"none",
            "primaryOutcomes":["pain","sleep"],"coInterventions":["rest"],"notVerified":["nothing"],
            "printedCitation":{"authors":"Doe","title":"The printed one","journal":"P."}
            """;

        var titled = Texts(Collection.Studies, $$"""{"title":"The real one",{{members}}}""");
        var untitled = Texts(Collection.Studies, $$"""{"title":null,{{members}}}""");

        titled.ShouldBe([
            "The real one",
            "The printed one",
            Joined(
                "Less pain.",
                "Adults",
                "of 12",
                "pilot-trial",
                "naltrexone",
                "nightly",
                "8 weeks",
                "dreams",
                "none",
                "pain",
                "sleep",
                "rest"
            ),
            Joined("Doe J. Title.", "Pain", "Jane Doe", "Group", "Doe", "P."),
            Joined("doe-2020", "10.1/X", "1", "NCT1"),
        ]);
        untitled.ShouldBe(["The printed one", null, .. titled[2..]]);
    }

    [Fact]
    public void A_claim_is_found_by_the_names_of_what_it_is_about()
    {
        var names = new Dictionary<(Collection, string), string[]>
        {
            [(Collection.Conditions, "a")] = ["Ay", "Synonym of ay"],
            [(Collection.Conditions, "b")] = ["Bee", "Synonym of bee", "Another"],
            [(Collection.Outcomes, "o")] = ["Oh", "Zero"],
            [(Collection.Mechanisms, "m")] = ["Em"],
        };

        new SearchTexts((collection, id) => names.GetValueOrDefault((collection, id), []))
            .Of(
                Collection.Claims,
                Encoding.UTF8.GetBytes(
                    """
                    {"id":"c","statement":"LDN eases it.","display":{"text":"Somebody says so."},"conditions":[{"id":"b"},{"id":"a"},{"id":"gone"}],
                     "mechanisms":[{"id":"m"}],"outcome":{"id":"o"},"correction":"It does not.",
                     "citations":[{"study":{"id":"s","citation":"Doe 2020."},"note":"Another dose."},{"study":{"id":"t","citation":"Roe 2021."},"note":null}]}
                    """
                )
            )
            .ShouldBe([
                "LDN eases it.",
                Joined("Bee", "Ay", "Synonym of bee", "Another", "Synonym of ay", "Oh", "Zero", "Em"),
                Joined("It does not.", "Another dose."),
                Joined("Doe 2020.", "Roe 2021."),
                null,
            ]);
    }

    private static string Joined(params string[] parts) => string.Join(Break, parts);

    private static string?[] Texts(Collection collection, string body) =>
        new SearchTexts((_, _) => throw new InvalidOperationException("It names no other record.")).Of(
            collection,
            Encoding.UTF8.GetBytes(body)
        );
}
