using System.Text.Json.Nodes;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Domain;

namespace LdnEvidence.Api.Tests.Formats;

public sealed class JsonLdFormatTests(StoredRecords stored) : IClassFixture<StoredRecords>
{
    [Fact]
    public void Every_shipped_record_is_a_node_at_its_own_address()
    {
        foreach (var claim in stored.Of<ClaimResponse>())
        {
            Node(claim, "Claim", claim.Links.Self)["text"]!.GetValue<string>().ShouldBe(claim.Statement);
        }

        foreach (var study in stored.Of<StudyResponse>())
        {
            ((string?)Node(study, "MedicalScholarlyArticle", study.Links.Self)["name"]).ShouldBe(study.Title);
        }

        foreach (var condition in stored.Of<ConditionResponse>())
        {
            ((string?)Node(condition, "MedicalCondition", condition.Links.Self)["name"]).ShouldBe(condition.Name);
        }

        foreach (var mechanism in stored.Of<MechanismResponse>())
        {
            ((string?)Node(mechanism, "DefinedTerm", mechanism.Links.Self)["name"]).ShouldBe(mechanism.Name);
        }

        foreach (var outcome in stored.Of<OutcomeResponse>())
        {
            ((string?)Node(outcome, "DefinedTerm", outcome.Links.Self)["name"]).ShouldBe(outcome.Name);
        }
    }

    [Fact]
    public void The_level_is_a_keyword_with_fidelity_beside_it()
    {
        var node = Node(ARecord.Claim(), "Claim", "/api/v1/claims/eff-test");

        Keyword(node, "Evidence level")["termCode"]!.GetValue<string>().ShouldBe("pilot-trial");
        Keyword(node, "Evidence level")["@id"]!.GetValue<string>().ShouldBe("/api/v1/evidence-levels/pilot-trial");
        Keyword(node, "Fidelity to the source")["termCode"]!.GetValue<string>().ShouldBe("contradicted");
        Keyword(node, "Fidelity to the source")["description"]!
            .GetValue<string>()
            .ShouldBe("The study says otherwise.");
        Keyword(node, "Fidelity to the source document")["termCode"]!.GetValue<string>().ShouldBe("narrowed");
        node.ToJsonString().ShouldNotContain("\"evidenceLevel\"");
    }

    [Fact]
    public void A_level_without_meaning_says_that_it_is_no_evidence()
    {
        var node = Node(
            ARecord.Claim() with
            {
                LevelIsMeaningful = false,
                Correction = "It is otherwise.",
            },
            "Claim",
            "/api/v1/claims/eff-test"
        );

        Keyword(node, "Evidence level")["description"]!
            .GetValue<string>()
            .ShouldContain("do not present the level as evidence");
        node["correction"]!.GetValue<string>().ShouldBe("It is otherwise.");
    }

    [Fact]
    public void A_claim_names_its_conditions_its_place_and_its_studies()
    {
        var node = Node(ARecord.Claim(), "Claim", "/api/v1/claims/eff-test");

        node["about"]!
            .AsArray()
            .Select(about => (string)about!["@id"]!)
            .ShouldBe([
                "/api/v1/conditions/a-disease",
                "/api/v1/conditions/b-disease",
                "/api/v1/mechanisms/a-mechanism",
                "/api/v1/outcomes/an-outcome",
            ]);
        node["appearance"]!["position"]!.GetValue<string>().ShouldBe("paragraph 1, sentence 2");
        node["citation"]![0]!["sameAs"]!.GetValue<string>().ShouldBe("https://doi.org/10.1000/a%23b");
    }

    [Fact]
    public void A_study_has_its_identifiers_its_journal_and_its_addresses()
    {
        var node = Node(ARecord.Study(), "MedicalScholarlyArticle", "/api/v1/studies/tester-2020");

        node["identifier"]!
            .AsArray()
            .Skip(1)
            .Select(identifier => $"{identifier!["propertyID"]} {identifier["value"]}")
            .ShouldBe(["DOI 10.1000/test.1", "PMID 12345678", "PMCID PMC7654321"]);
        node["sameAs"]!
            .AsArray()
            .Select(address => (string)address!)
            .ShouldBe([
                "https://doi.org/10.1000/test.1",
                "https://pubmed.ncbi.nlm.nih.gov/12345678/",
                "https://pmc.ncbi.nlm.nih.gov/articles/PMC7654321/",
            ]);
        node["isPartOf"]!["issueNumber"]!.GetValue<string>().ShouldBe("2");
        node["isPartOf"]!["isPartOf"]!["isPartOf"]!["name"]!.GetValue<string>().ShouldBe("Journal of Tests");
    }

    [Fact]
    public void What_was_not_verified_is_absent()
    {
        var node = Node(
            ARecord.Study() with
            {
                Title = null,
                Authors = [],
                Doi = null,
                Pmid = null,
                Pmcid = null,
                Issue = null,
                Volume = null,
                Pages = null,
            },
            "MedicalScholarlyArticle",
            "/api/v1/studies/tester-2020"
        );

        node.Select(member => member.Key)
            .ShouldBe([
                "@context",
                "@type",
                "@id",
                "identifier",
                "datePublished",
                "creditText",
                "isPartOf",
                "keywords",
            ]);
        node["isPartOf"]!["@type"]!.GetValue<string>().ShouldBe("Periodical");
    }

    [Fact]
    public void A_retracted_study_says_so() =>
        Keyword(
            Node(
                ARecord.Study() with
                {
                    Standing = StudyStanding.Retracted,
                },
                "MedicalScholarlyArticle",
                "/api/v1/studies/tester-2020"
            ),
            "Standing"
        )["termCode"]!
            .GetValue<string>()
            .ShouldBe("retracted");

    [Fact]
    public void A_condition_has_its_codes_with_their_cautions()
    {
        var node = Node(ARecord.Condition(), "MedicalCondition", "/api/v1/conditions/a-disease");

        node["code"]!
            .ToJsonString()
            .ShouldBe(
                """[{"@type":"MedicalCode","codeValue":"D000001","codingSystem":"MeSH","name":"A Disease"},{"@type":"MedicalCode","codeValue":"A00","codingSystem":"ICD-10-CM","description":"Three-character category."}]"""
            );
    }

    private static JsonObject Node<TRecord>(TRecord record, string type, string id)
    {
        var node = JsonNode.Parse(Written.One("jsonld", record))!.AsObject();
        ((string?)node["@context"]).ShouldBe("https://schema.org");
        ((string?)node["@type"]).ShouldBe(type);
        ((string?)node["@id"]).ShouldBe(id);
        return node;
    }

    private static JsonNode Keyword(JsonObject node, string set) =>
        node["keywords"]!.AsArray().Single(keyword => (string?)keyword!["inDefinedTermSet"]!["name"] == set)!;
}
