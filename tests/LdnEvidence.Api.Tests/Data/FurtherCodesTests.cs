using System.Net;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Publishing.Seed;
using LdnEvidence.Api.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LdnEvidence.Api.Tests.Data;

/// <summary>Codes that an operator adds to conditions when a release is published.</summary>
public sealed class FurtherCodesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SeedFiles _seed = SeedFiles.Minimal();

    private string File => _folder.File("clinic-codes.json");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_are_published_with_the_release_and_find_its_records()
    {
        Write(
            """
            { "system": "snomedct", "value": "34000006", "condition": "test-disease", "label": "A disease" },
            { "system": "clinic-a", "value": "GI 17", "condition": "test-disease", "note": "Ours." },
            { "system": "https://clinic.example/problems", "value": "4711", "condition": "test-disease" }
            """
        );
        using var app = AppWithCodes();
        using var client = app.CreateClient();

        var condition = await client.Get("/api/v1/conditions/test-disease");
        condition["codes"]!
            .AsArray()
            .Select(code => $"{code!["system"]}|{code["value"]}")
            .TakeLast(3)
            .ShouldBe(["snomedct|34000006", "clinic-a|GI 17", "https://clinic.example/problems|4711"]);
        foreach (
            var code in new[]
            {
                "snomedct|34000006",
                "http://snomed.info/sct|34000006",
                "clinic-a|GI 17",
                "https://clinic.example/problems|4711",
            }
        )
        {
            var sent = Uri.EscapeDataString(code);
            (await client.Get($"/api/v1/conditions?code={sent}")).Ids().ShouldBe(["test-disease"], code);
            (await client.Get($"/api/v1/claims?code={sent}"))["unmatchedCodes"]!.AsArray().ShouldBeEmpty();
        }

        foreach (
            var identifier in new[]
            {
                "snomedct/34000006",
                "clinic-a/GI%2017",
                "https%3A%2F%2Fclinic.example%2Fproblems/4711",
            }
        )
        {
            using var found = await client.GetAsync($"/api/v1/lookup/{identifier}", Cancellation);
            found.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/api/v1/conditions/test-disease", identifier);
        }

        await client.GetProblem("/api/v1/lookup/clinic-a/other", HttpStatusCode.NotFound, "record-not-found");
        await client.GetProblem("/api/v1/lookup/clinic-b/GI%2017", HttpStatusCode.BadRequest, "invalid-parameter");
    }

    [Fact]
    public async Task They_are_part_of_the_digest()
    {
        Write("""{ "system": "clinic-a", "value": "GI-17", "condition": "test-disease" }""");
        using var app = AppWithCodes();
        using var client = app.CreateClient();
        using var without = CatalogueApp.On(_seed);
        using var plain = without.CreateClient();

        (await Digest(client)).ShouldNotBe(await Digest(plain));
    }

    [Fact]
    public async Task Every_fault_is_listed_with_its_record_and_field()
    {
        Write(
            """
            { "system": "snomedct", "value": "34000007", "condition": "test-disease" },
            { "system": "icd10cm", "value": "K50", "condition": "test-disease" },
            { "system": "http://snomed.info/sct", "value": "34000006", "condition": "test-disease" },
            { "system": "Clinic A", "value": "1", "condition": "test-disease" },
            { "system": "CLINIC", "value": "1", "condition": "test-disease" },
            { "system": "clinic-a", "value": "1", "condition": "no-such-disease" },
            { "system": "clinic-a", "value": "2", "condition": "test-disease" },
            { "system": "clinic-a", "value": "2", "condition": "test-disease" },
            { "system": "clinic-a", "condition": "test-disease" }
            """
        );

        var faults = (await Should.ThrowAsync<SeedFaultsException>(Read)).Faults;

        faults
            .Select(fault => $"{fault.File} {fault.Record} {fault.Field}")
            .ShouldBe(
                [
                    "clinic-codes.json snomedct|34000007 value",
                    "clinic-codes.json icd10cm|K50 system",
                    "clinic-codes.json http://snomed.info/sct|34000006 system",
                    "clinic-codes.json record 4 system",
                    "clinic-codes.json CLINIC|1 system",
                    "clinic-codes.json clinic-a|1 condition",
                    "clinic-codes.json clinic-a|2 value",
                    "clinic-codes.json record 9 value",
                ],
                ignoreOrder: true
            );
        faults.ShouldAllBe(fault => fault.Remedy.Length > 0);
    }

    [Theory]
    [InlineData(null, "There is no such file")]
    [InlineData("{ \"codes\": [] }", "missing or empty")]
    [InlineData("[", "not JSON")]
    public async Task A_file_that_cannot_be_used_is_named(string? text, string problem)
    {
        if (text is not null)
        {
            await System.IO.File.WriteAllTextAsync(File, text, Cancellation);
        }

        var fault = (await Should.ThrowAsync<SeedFaultsException>(Read)).Faults.ShouldHaveSingleItem();

        (fault.File, fault.Problem).ShouldSatisfyAllConditions(
            told => told.File.ShouldBe("clinic-codes.json"),
            told => told.Problem.ShouldContain(problem)
        );
    }

    public void Dispose()
    {
        _seed.Dispose();
        _folder.Dispose();
    }

    private void Write(string codes) => System.IO.File.WriteAllText(File, $"{{ \"codes\": [{codes}] }}");

    private CatalogueApp AppWithCodes() =>
        new(_seed.Save())
        {
            Settings = services => services.Configure<CatalogueOptions>(options => options.FurtherCodesPath = File),
        };

    private Task Read() =>
        new SeedFolder(
            Options.Create(new CatalogueOptions { SeedDataPath = _seed.Save().Folder, FurtherCodesPath = File })
        ).Read(Cancellation);

    private static async Task<string> Digest(HttpClient client) =>
        (await client.Get("/api/v1/releases/1"))["digest"]!.GetValue<string>();
}
