using System.Text.Json.Nodes;
using LdnEvidence.Api.Tests.Support;
using NJsonSchema;

namespace LdnEvidence.Api.Tests.SeedData;

/// <summary>The evidence that ships, record by record.</summary>
public sealed class ShippedSeedTests(ShippedCatalogue catalogue) : IClassFixture<ShippedCatalogue>
{
    private static readonly string Seed = Path.Combine(Folders.Repository, "seed-data");

    public static IEnumerable<TheoryDataRow<string>> Files =>
        Directory.EnumerateFiles(Seed, "*.json").Select(file => new TheoryDataRow<string>(Path.GetFileName(file)));

    public static IEnumerable<TheoryDataRow<string>> ClaimIds =>
        Records("claims").Select(claim => new TheoryDataRow<string>(claim["id"]!.GetValue<string>()));

    public static IEnumerable<TheoryDataRow<string>> StudyIds =>
        Records("studies").Select(study => new TheoryDataRow<string>(study["id"]!.GetValue<string>()));

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Each_file_holds_to_the_schema_it_names(string file)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Seed, file), TestContext.Current.CancellationToken);
        var named = JsonNode.Parse(text)!["$schema"]!.GetValue<string>();
        named.ShouldBe($"schema/{Path.GetFileNameWithoutExtension(file)}.schema.json");

        var schema = await JsonSchema.FromFileAsync(Path.Combine(Seed, named), TestContext.Current.CancellationToken);

        schema.Validate(text).ShouldBeEmpty();
        schema
            .Validate(text.Replace("\"id\":", "\"identifier\":", StringComparison.Ordinal))
            .ShouldNotBeEmpty("the schema must refuse something");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_member_that_a_schema_knows_is_described(string file)
    {
        var schema = JsonNode.Parse(
            await File.ReadAllTextAsync(
                Path.Combine(Seed, "schema", $"{Path.GetFileNameWithoutExtension(file)}.schema.json"),
                TestContext.Current.CancellationToken
            )
        )!;

        var members = Descend(schema["definitions"])
            .OfType<JsonObject>()
            .Where(node => node["properties"] is not null)
            .SelectMany(node => node["properties"]!.AsObject())
            .ToList();
        members.ShouldNotBeEmpty();
        members
            .Where(member => member.Value!["description"]?.GetValue<string>() is not { Length: > 10 })
            .Select(member => member.Key)
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task The_catalogue_is_whole()
    {
        var release = await catalogue.Client.Get("/api/v1/releases/1");

        release["records"]!
            .ToJsonString()
            .ShouldBe("""{"conditions":24,"mechanisms":18,"outcomes":49,"studies":11,"claims":67}""");
        release["claimCounts"]!
            .ToJsonString()
            .ShouldBe("""{"pilot-trial":8,"case-series":9,"anecdotal":50,"total":67}""");
    }

    [Theory]
    [MemberData(nameof(ClaimIds))]
    public async Task Each_claim_is_served_with_the_level_it_expects_and_all_that_supports_it(string id)
    {
        var seed = Records("claims").Single(claim => claim["id"]!.GetValue<string>() == id);

        var claim = await catalogue.Client.Get($"/api/v1/claims/{id}");

        claim["evidenceLevel"]!.GetValue<string>().ShouldBe(seed["expectedLevel"]!.GetValue<string>());
        claim["statement"]!.GetValue<string>().ShouldBe(seed["statement"]!.GetValue<string>());
        claim["direction"]!.GetValue<string>().ShouldBe(seed["direction"]!.GetValue<string>());
        claim["levelIsMeaningful"]!.GetValue<bool>().ShouldBe(seed["levelIsMeaningful"]!.GetValue<bool>());
        foreach (var hop in new[] { "toSource", "toDocument" })
        {
            claim["fidelity"]![hop]!["label"]!
                .GetValue<string>()
                .ShouldBe(seed["fidelity"]![hop]!["label"]!.GetValue<string>());
            claim["fidelity"]![hop]!["reason"]!.GetValue<string>().ShouldNotBeNullOrWhiteSpace();
        }

        var traced = claim["levelTrace"]!["countedStudies"]!
            .AsArray()
            .Select(study => study!.GetValue<string>())
            .Concat(claim["levelTrace"]!["notCounted"]!.AsArray().Select(study => study!["study"]!.GetValue<string>()));
        traced
            .Order()
            .ShouldBe(
                claim["citations"]!.AsArray().Select(citation => citation!["study"]!["id"]!.GetValue<string>()).Order()
            );
        foreach (
            var link in claim["citations"]!
                .AsArray()
                .Select(citation => citation!["study"]!["link"]!.GetValue<string>())
        )
        {
            await catalogue.Client.Get(link);
        }

        foreach (var condition in claim["conditions"]!.AsArray())
        {
            (await catalogue.Client.Get($"/api/v1/conditions/{condition!["id"]}/claims?limit=100"))
                .Ids()
                .ShouldContain(id);
        }

        foreach (var mechanism in claim["mechanisms"]!.AsArray())
        {
            (await catalogue.Client.Get($"/api/v1/mechanisms/{mechanism!["id"]}/claims?limit=100"))
                .Ids()
                .ShouldContain(id);
        }

        (await catalogue.Client.Get($"/api/v1/outcomes/{claim["outcome"]!["id"]}/claims?limit=100"))
            .Ids()
            .ShouldContain(id);
    }

    [Theory]
    [MemberData(nameof(ClaimIds))]
    public void Each_claim_stands_where_the_outline_of_the_document_has_a_place(string id)
    {
        var locator = Records("claims").Single(claim => claim["id"]!.GetValue<string>() == id)["locator"]!;
        var section = Records("document", "documents").Single()["outline"]!
            .AsArray()
            .Single(section => section!["id"]!.GetValue<string>() == locator["section"]!.GetValue<string>());
        var position = locator["position"]!.GetValue<string>().Split(", ");

        var block = section!["blocks"]!
            .AsArray()
            .Single(block => block!["position"]!.GetValue<string>() == position[0]);

        if (position.Length == 2)
        {
            var last = int.Parse(
                position[1].Split(' ')[1].Split('-')[^1],
                System.Globalization.CultureInfo.InvariantCulture
            );
            last.ShouldBeInRange(1, block!["sentences"]!.GetValue<int>());
        }
    }

    [Theory]
    [MemberData(nameof(ClaimIds))]
    public void Each_claim_says_whose_words_it_repeats(string id)
    {
        var statement = Records("claims").Single(claim => claim["id"]!.GetValue<string>() == id)[
            "statement"
        ]!.GetValue<string>();

        // A sentence that is shown alone must not read as the catalogue's own assertion.
        string[] attributions =
        [
            " said ",
            "described",
            "attributed",
            "reported",
            "claimed",
            "stated",
            "held to",
            "according to",
            "in the experience of",
        ];
        attributions.Any(word => statement.Contains(word, StringComparison.OrdinalIgnoreCase)).ShouldBeTrue(statement);
        statement.ShouldEndWith(".");
    }

    [Theory]
    [MemberData(nameof(StudyIds))]
    public async Task Each_study_is_served_with_what_is_verified_and_says_what_is_not(string id)
    {
        var study = await catalogue.Client.Get($"/api/v1/studies/{id}");

        foreach (
            var field in study["notVerified"]!.AsArray().Select(field => field!.GetValue<string>()).Except(["standing"])
        )
        {
            (study[field] is null or JsonArray { Count: 0 }).ShouldBeTrue($"{field} is not verified and must be empty");
        }

        study["citation"]!.GetValue<string>().ShouldContain(study["year"]!.ToString());
        (await catalogue.Client.Get($"/api/v1/studies/{id}/claims"))["total"]!
            .GetValue<int>()
            .ShouldBe(study["claimCounts"]!["total"]!.GetValue<int>());
    }

    [Theory]
    [MemberData(nameof(StudyIds))]
    public async Task Each_printed_citation_was_compared_and_what_it_gets_wrong_or_leaves_out_is_described(string id)
    {
        var study = await catalogue.Client.Get($"/api/v1/studies/{id}");

        study["identity"]!["checked"].ShouldNotBeNull();
        study["identity"]!["fields"]!
            .AsArray()
            .Where(field => field!["result"]!.GetValue<string>() is "mismatch" or "absent-in-document")
            .Select(field => field!["field"]!.GetValue<string>())
            // The document prints no PubMed number anywhere.
            .Except(["pmid"])
            .Select(field => field == "firstAuthor" ? "authors" : field)
            .Except(study["discrepancies"]!.AsArray().Select(entry => entry!["field"]!.GetValue<string>()))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task The_claim_on_cd4_count_shows_a_pilot_trial_that_reports_the_opposite()
    {
        var claim = await catalogue.Client.Get("/api/v1/claims/eff-hiv-cd4");

        claim["evidenceLevel"]!.GetValue<string>().ShouldBe("pilot-trial");
        claim["levelTrace"]!["rule"]!.GetValue<string>().ShouldBe("L1");
        claim["fidelity"]!["toSource"]!["label"]!.GetValue<string>().ShouldBe("contradicted");
        var reason = claim["fidelity"]!["toSource"]!["reason"]!.GetValue<string>();
        reason.ShouldContain("37.73");
        reason.ShouldContain("52.94");
        claim["citations"]!.AsArray().Single()!["relation"]!.GetValue<string>().ShouldBe("contradicts");
    }

    [Fact]
    public async Task What_is_claimed_in_crohns_disease_comes_with_level_trace_fidelity_and_full_citation()
    {
        var claims = await catalogue.Client.Get("/api/v1/conditions/crohns-disease/claims");

        claims
            .Ids()
            .ShouldBe([
                "eff-crohn-endoscopic-severity",
                "eff-crohn-inflammation-markers",
                "eff-crohn-pain",
                "safety-no-serious-adverse-events",
            ]);
        foreach (var claim in claims["items"]!.AsArray().Take(3))
        {
            claim!["evidenceLevel"]!.GetValue<string>().ShouldBe("pilot-trial");
            claim["fidelity"]!["toSource"]!["label"]!.GetValue<string>().ShouldBe("partly-supported");
            claim["citations"]![0]!["study"]!["citation"]!.GetValue<string>().ShouldContain("Smith JP");
        }
    }

    private static IEnumerable<JsonNode> Records(string file, string? collection = null) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Seed, $"{file}.json")))![collection ?? file]!.AsArray()!;

    private static IEnumerable<JsonNode> Descend(JsonNode? node)
    {
        if (node is null)
        {
            return [];
        }

        IEnumerable<JsonNode?> children = node switch
        {
            JsonObject members => members.Select(member => member.Value),
            JsonArray items => items,
            _ => [],
        };
        return children.SelectMany(Descend).Prepend(node);
    }
}
