using System.Text.Json.Nodes;
using LdnEvidence.Api.Data.Publishing.Seed;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Data;

/// <summary>Whatever is wrong with a seed file is told with file, record, field and what would be right, and nothing is written.</summary>
public sealed class SeedFaultTests : IDisposable
{
    private readonly SeedFiles _seed = SeedFiles.Minimal();

    public static IEnumerable<TheoryDataRow<string, string, string, string, string>> Breakages =>
        [
            new("claims", """{"colour": "red"}""", "test-claim", "colour", "There is no such field"),
            new(
                "claims",
                """{"kind": "story"}""",
                "test-claim",
                "kind",
                "efficacy, mechanism, safety, usage, regulatory"
            ),
            new("claims", """{"kind": null}""", "test-claim", "kind", "is missing"),
            new("claims", """{"statement": ""}""", "test-claim", "statement", "is empty"),
            new("claims", """{"levelIsMeaningful": "yes"}""", "test-claim", "levelIsMeaningful", "true or false"),
            new("claims", """{"outcome": "no-such"}""", "test-claim", "outcome", "outcomes.json"),
            new("claims", """{"conditions": ["no-such"]}""", "test-claim", "conditions[0]", "conditions.json"),
            new(
                "claims",
                """{"mechanisms": ["test-mechanism", "no-such"]}""",
                "test-claim",
                "mechanisms[1]",
                "mechanisms.json"
            ),
            new(
                "claims",
                """{"expectedLevel": "anecdotal"}""",
                "test-claim",
                "expectedLevel",
                "rule L1 gives 'pilot-trial'"
            ),
            new(
                "claims",
                """{"expectedLevel": "strong"}""",
                "test-claim",
                "expectedLevel",
                "pilot-trial, case-series, anecdotal"
            ),
            new(
                "claims",
                """{"locator": {"section": "a-section", "position": "paragraph 9"}}""",
                "test-claim",
                "locator",
                "outline in document.json"
            ),
            new(
                "claims",
                """{"locator": {"section": "a-section", "position": "paragraph 1, sentence 4"}}""",
                "test-claim",
                "locator",
                "outline in document.json"
            ),
            new(
                "claims",
                """{"locator": {"section": "no-section", "position": "paragraph 1"}}""",
                "test-claim",
                "locator",
                "outline in document.json"
            ),
            new("claims", """{"id": "Test Claim"}""", "Test Claim", "id", "malformed"),
            new("studies", """{"doi": "doi.org/123"}""", "tester-2020", "doi", "10."),
            new("studies", """{"pmid": "PMID 12"}""", "tester-2020", "pmid", "malformed"),
            new("studies", """{"pmid": 17222320}""", "tester-2020", "pmid", "must be a text"),
            new("studies", """{"year": "2020"}""", "tester-2020", "year", "whole number"),
            new("studies", """{"year": 1066}""", "tester-2020", "year", "too small"),
            new("studies", """{"design": "trial"}""", "tester-2020", "design", "randomized-crossover-trial"),
            new("studies", """{"sampleSize": 0}""", "tester-2020", "sampleSize", "too small"),
            new("studies", """{"notVerified": ["title"]}""", "tester-2020", "title", "listed as not verified"),
            new("conditions", """{"broader": "no-such"}""", "test-disease", "broader", "conditions.json"),
            new("conditions", """{"broader": "test-disease"}""", "test-disease", "broader", "leads back"),
            new(
                "conditions",
                """{"codes": [{"system": "icd10cm", "value": "Crohn"}]}""",
                "test-disease",
                "codes[0].value",
                "K50.90"
            ),
            new(
                "outcomes",
                """{"codes": [{"system": "loinc", "value": "24467-4"}]}""",
                "test-outcome",
                "codes[0].value",
                "loinc"
            ),
            new("claims", """{"statement": "  "}""", "test-claim", "statement", "blank"),
            new(
                "claims",
                """{"statement": "LDN is said to do this. "}""",
                "test-claim",
                "statement",
                "begins or ends with a space"
            ),
            new(
                "claims",
                """{"statement": "LDN is said\u0007 to do this."}""",
                "test-claim",
                "statement",
                "cannot be seen"
            ),
            new(
                "claims",
                """{"statement": "LDN is said \u202Eto do this."}""",
                "test-claim",
                "statement",
                "cannot be seen"
            ),
            new("conditions", """{"name": " "}""", "test-disease", "name", "blank"),
            new("studies", """{"year": 99999999999999999999999}""", "tester-2020", "year", "too large"),
            new("studies", """{"doseMgPerDay": 1e400}""", "tester-2020", "doseMgPerDay", "too large"),
            new("mechanisms", """{"description": null}""", "test-mechanism", "description", "is missing"),
        ];

    [Theory]
    [MemberData(nameof(Breakages))]
    public async Task A_wrong_member_is_named_with_what_would_be_right(
        string file,
        string change,
        string record,
        string field,
        string told
    )
    {
        // Keeps every record in use, so that a claim that names a wrong one orphans none.
        var other = _seed.Claims[0]!.DeepClone();
        other["id"] = "other-claim";
        _seed.Claims.Add(other);
        var target = _seed.Root(file)[file]![0]!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
        {
            if (value is null)
            {
                target.Remove(name);
            }
            else
            {
                target[name] = value.DeepClone();
            }
        }

        var faults = await Faults();

        var fault = faults.ShouldHaveSingleItem();
        (fault.File, fault.Record, fault.Field).ShouldBe(($"{file}.json", record, field));
        $"{fault.Problem} {fault.Remedy}".ShouldContain(told);
        fault.Remedy.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task A_key_that_stands_twice_is_told()
    {
        _seed.Claims.Add(_seed.Claims[0]!.DeepClone());

        (await Faults()).ShouldContain(fault =>
            fault.File == "claims.json"
            && fault.Record == "test-claim"
            && fault.Field == "id"
            && fault.Problem.StartsWith("2 records")
        );
    }

    [Fact]
    public async Task An_orphan_is_told_beside_other_faults_of_the_audit()
    {
        _seed.Mechanisms.Add(Given.AMechanism("unused"));
        _seed.Conditions[0]!["broader"] = "no-such";

        (await Faults()).Select(fault => fault.Record).ShouldBe(["test-disease", "unused"]);
    }

    [Fact]
    public async Task A_name_that_stands_twice_is_told()
    {
        var twin = Given.ACondition("twin");
        twin["name"] = _seed.Conditions[0]!["name"]!.GetValue<string>();
        _seed.Conditions.Add(twin);
        _seed.Claims.Add(Given.AClaim("on-twin", conditions: ["twin"]));

        var fault = (await Faults()).ShouldHaveSingleItem();

        (fault.File, fault.Record, fault.Field).ShouldBe(("conditions.json", "twin", "name"));
    }

    [Fact]
    public async Task A_record_that_is_no_object_is_one_fault()
    {
        _seed.Claims.Add("a text");

        var fault = (await Faults()).ShouldHaveSingleItem();

        (fault.File, fault.Record, fault.Problem).ShouldBe(("claims.json", "record 2", "It is no record."));
    }

    [Fact]
    public async Task A_file_in_another_encoding_is_told()
    {
        _seed.Save();
        var file = Path.Combine(_seed.Folder, "claims.json");
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        bytes[Array.IndexOf(bytes, (byte)'L')] = 0xFF;
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);

        var fault = (await Faults(save: false)).ShouldHaveSingleItem();

        (fault.File, fault.Problem).ShouldBe(("claims.json", "It is not UTF-8."));
    }

    [Fact]
    public async Task A_file_that_is_not_json_is_told_with_the_place()
    {
        _seed.Save();
        await File.WriteAllTextAsync(
            Path.Combine(_seed.Folder, "studies.json"),
            "{\n  \"studies\": [ { \"id\": \"a\", } ]\n}",
            TestContext.Current.CancellationToken
        );

        var faults = await Faults(save: false);

        var fault = faults.ShouldHaveSingleItem();
        fault.File.ShouldBe("studies.json");
        fault.Problem.ShouldContain("not JSON");
        fault.Problem.ShouldContain("in line 2, byte 29");
        fault.Problem.ShouldNotContain("reader options");
    }

    [Fact]
    public async Task A_member_that_stands_twice_is_told()
    {
        _seed.Save();
        var file = Path.Combine(_seed.Folder, "claims.json");
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            file,
            text.Replace("\"kind\":", "\"kind\":\"safety\",\"kind\":", StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );

        (await Faults(save: false)).ShouldHaveSingleItem().Problem.ShouldContain("kind");
    }

    [Theory]
    [InlineData("\"kind\":")]
    [InlineData("\"claims\":")]
    public async Task Half_a_character_in_the_name_of_a_field_is_told(string before)
    {
        _seed.Save();
        var file = Path.Combine(_seed.Folder, "claims.json");
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            file,
            text.Replace(before, $"\"\\ud800\":1,{before}", StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );

        var fault = (await Faults(save: false)).ShouldHaveSingleItem();

        (fault.File, fault.Record).ShouldBe(("claims.json", string.Empty));
        fault.Problem.ShouldContain("half of a character");
    }

    [Fact]
    public async Task Records_that_name_a_record_with_faults_are_not_blamed()
    {
        _seed.Studies[0]!["year"] = "2020";
        _seed.Outcomes[0]!["colour"] = "red";
        _seed.Claims.Add(Given.AClaim("another", conditions: ["no-such"]));

        (await Faults())
            .Select(fault => $"{fault.File} {fault.Record} {fault.Field}")
            .ShouldBe([
                "outcomes.json test-outcome colour",
                "studies.json tester-2020 year",
                "claims.json another conditions[0]",
            ]);
    }

    [Fact]
    public async Task A_missing_file_is_told()
    {
        _seed.Save();
        File.Delete(Path.Combine(_seed.Folder, "outcomes.json"));

        (await Faults(save: false)).ShouldContain(fault =>
            fault.File == "outcomes.json" && fault.Problem.Contains("no such file")
        );
    }

    [Fact]
    public async Task All_faults_of_all_files_are_told_at_once()
    {
        _seed.Claims[0]!["kind"] = "story";
        _seed.Claims[0]!["colour"] = "red";
        _seed.Studies[0]!["doi"] = "nonsense";
        _seed.Conditions[0]!["broader"] = "no-such";
        _seed.Root("outcomes")["extra"] = true;

        (await Faults())
            .Select(fault => $"{fault.File} {fault.Record} {fault.Field}".Trim())
            .Order(StringComparer.Ordinal)
            .ShouldBe([
                "claims.json test-claim colour",
                "claims.json test-claim kind",
                "conditions.json test-disease broader",
                "outcomes.json  extra",
                "studies.json tester-2020 doi",
            ]);
    }

    [Fact]
    public async Task Every_broken_record_of_one_file_is_told()
    {
        _seed.Claims.Add(Given.AClaim("another"));
        _seed.Claims[0]!["kind"] = "story";
        _seed.Claims[1]!["direction"] = "up";

        (await Faults())
            .Select(fault => $"{fault.Record} {fault.Field}")
            .ShouldBe(["test-claim kind", "another direction"]);
    }

    [Fact]
    public async Task A_second_source_document_is_told()
    {
        var second = Given.ADocument();
        second["id"] = "another-page";
        _seed.Root("document")["documents"]!.AsArray().Add(second);

        var fault = (await Faults()).ShouldHaveSingleItem();
        (fault.File, fault.Field).ShouldBe(("document.json", "documents"));
        fault.Problem.ShouldContain("more than one");
    }

    [Fact]
    public async Task A_start_on_broken_files_fails_and_leaves_no_release()
    {
        _seed.Claims[0]!["kind"] = "story";
        using var app = CatalogueApp.On(_seed);

        // The host never comes up, because the start has refused with exit code 1.
        Should.Throw<Exception>(() => app.CreateClient());

        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={app.DatabaseFile}");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM releases";
        (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(0L);
    }

    [Fact]
    public async Task A_refused_publication_leaves_the_catalogue_as_it_was()
    {
        using var app = CatalogueApp.On(_seed);
        var client = app.CreateClient();
        var before = await client.GetStringAsync("/api/v1/claims", TestContext.Current.CancellationToken);
        _seed.Claims[0]!["outcome"] = "no-such";

        await Should.ThrowAsync<SeedFaultsException>(app.Publish);

        (await client.GetStringAsync("/api/v1/claims", TestContext.Current.CancellationToken)).ShouldBe(before);
    }

    public void Dispose() => _seed.Dispose();

    private async Task<IReadOnlyList<LdnEvidence.Domain.Audit.Fault>> Faults(bool save = true)
    {
        if (save)
        {
            _seed.Save();
        }

        var folder = new SeedFolder(
            Microsoft.Extensions.Options.Options.Create(
                new LdnEvidence.Api.Data.CatalogueOptions { SeedDataPath = _seed.Folder }
            )
        );
        var refusal = await Should.ThrowAsync<SeedFaultsException>(() =>
            folder.Read(TestContext.Current.CancellationToken)
        );
        foreach (var fault in refusal.Faults)
        {
            refusal.Message.ShouldContain(fault.ToString());
        }

        return refusal.Faults;
    }
}
