using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LdnEvidence.Api.Tests.Http.Caching;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Features.Releases;

/// <summary>A release in one file can be verified with what the file itself says.</summary>
public sealed class DownloadReleaseTests(ShippedCatalogue catalogue) : IClassFixture<ShippedCatalogue>
{
    private const string Address = "/api/v1/releases/1/download";

    private static readonly (string Kind, string? Collection)[] Order =
    [
        ("source-document", null),
        ("evidence-level", "evidence-levels"),
        ("condition", "conditions"),
        ("mechanism", "mechanisms"),
        ("outcome", "outcomes"),
        ("study", "studies"),
        ("claim", "claims"),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_a_file_with_a_name()
    {
        for (var time = 0; time < 3; time++)
        {
            var answer = await Answered.To(catalogue.Client, Address, null, ("Accept-Encoding", "br, gzip"));

            answer["Content-Type"].ShouldBe("application/gzip");
            answer["Content-Disposition"].ShouldBe("attachment; filename=\"ldn-evidence-release-1.ndjson.gz\"");
            answer.Headers.ShouldNotContain(line => line.StartsWith("Content-Encoding", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_manifest_says_what_follows()
    {
        var release = await catalogue.Client.Get("/api/v1/releases/1");
        var lines = await Lines(catalogue.Client, Address);
        var manifest = JsonNode.Parse(lines[0])!;

        manifest["kind"]!.GetValue<string>().ShouldBe("manifest");
        manifest["release"]!.GetValue<int>().ShouldBe(1);
        foreach (var member in new[] { "publishedAt", "digest", "licence", "claimCounts" })
        {
            manifest[member]!.ToJsonString().ShouldBe(release[member]!.ToJsonString());
        }

        var kinds = lines.Skip(1).Select(line => JsonNode.Parse(line)!["kind"]!.GetValue<string>()).ToList();
        manifest["lines"]!
            .AsObject()
            .SelectMany(line => Enumerable.Repeat(line.Key, line.Value!.GetValue<int>()))
            .ShouldBe(kinds);
        kinds.Distinct().ShouldBe(Order.Select(part => part.Kind));
        foreach (var (kind, collection) in Order)
        {
            var total = collection is null
                ? 1
                : (await catalogue.Client.Get($"/api/v1/{collection}?limit=1"))["total"]!.GetValue<int>();
            kinds.Count(other => other == kind).ShouldBe(total, kind);
        }
    }

    [Fact]
    public async Task Each_record_is_the_one_that_is_served_and_all_hash_to_the_digest()
    {
        var lines = await Lines(catalogue.Client, Address);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in lines.Skip(1))
        {
            var (kind, hash, record) = Take(line);
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(record))).ShouldBe(hash);
            digest.AppendData(Encoding.UTF8.GetBytes(record + "\n"));
            if (Order.Single(part => part.Kind == kind).Collection is { } collection)
            {
                var served = await Answered.To(
                    catalogue.Client,
                    $"/api/v1/{collection}/{JsonNode.Parse(record)!["id"]!.GetValue<string>()}"
                );
                Encoding.UTF8.GetString(served.Body).ShouldBe(record);
            }
        }

        Convert
            .ToHexStringLower(digest.GetHashAndReset())
            .ShouldBe((await catalogue.Client.Get("/api/v1/releases/1"))["digest"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_printed_script_finds_the_file_whole_and_one_altered_byte()
    {
        using var folder = new TemporaryFolder();
        var rules = await File.ReadAllTextAsync(Path.Combine(Folders.Repository, "src", "API-DESIGN.md"), Cancellation);
        var script = rules.Split("```js\n")[1].Split("```")[0];
        await File.WriteAllTextAsync(folder.File("verify.mjs"), script, Cancellation);
        var file = (await Answered.To(catalogue.Client, Address)).Body;
        var lines = await Lines(catalogue.Client, Address);

        await File.WriteAllBytesAsync(folder.File("whole.gz"), file, Cancellation);
        var whole = await Verify(folder, "whole.gz");
        whole.Output.ShouldContain("all as published", Case.Sensitive, whole.Errors);
        whole.ExitCode.ShouldBe(0);

        var altered = lines.ToArray();
        const string member = "\"statement\":\"";
        var at = altered[^1].IndexOf(member, StringComparison.Ordinal) + member.Length;
        altered[^1] = $"{altered[^1][..at]}#{altered[^1][(at + 1)..]}";
        altered[^1].ShouldNotBe(lines[^1]);
        await Write("altered.gz", altered);
        (await Verify(folder, "altered.gz")).Errors.ShouldContain("altered:");

        // A record that is left out, or altered together with its own hash, is missed by no hash but the digest.
        await Write("shorter.gz", lines[..^1]);
        (await Verify(folder, "shorter.gz")).Errors.ShouldContain("the digest differs");
        var (_, hash, record) = Take(altered[^1]);
        altered[^1] = altered[^1]
            .Replace(
                hash,
                Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(record))),
                StringComparison.Ordinal
            );
        await Write("rehashed.gz", altered);
        var rehashed = await Verify(folder, "rehashed.gz");
        rehashed.Errors.ShouldContain("the digest differs");
        rehashed.ExitCode.ShouldNotBe(0);

        async Task Write(string name, string[] content)
        {
            await using var target = new GZipStream(File.Create(folder.File(name)), CompressionLevel.Fastest);
            await target.WriteAsync(Encoding.UTF8.GetBytes(string.Join('\n', content) + "\n"), Cancellation);
        }
    }

    [Fact]
    public async Task Each_release_has_a_file_of_its_own_that_stays()
    {
        using var seed = SeedFiles.Minimal();
        using var app = CatalogueApp.On(seed);
        using var client = app.CreateClient();
        var first = await Answered.To(client, Address);
        seed.Claims[0]!["statement"] = "LDN is said to do something else.";
        await app.Publish();

        (await Answered.To(client, Address)).ShouldBe(first, Address);
        var second = await Lines(client, "/api/v1/releases/2/download");
        JsonNode.Parse(second[0])!["digest"]!
            .GetValue<string>()
            .ShouldBe((await client.Get("/api/v1/releases/2"))["digest"]!.GetValue<string>());
        second[^1].ShouldContain("something else");
        (await Lines(client, Address))[^1].ShouldNotContain("something else");
        await client.GetProblem("/api/v1/releases/3/download", System.Net.HttpStatusCode.NotFound, "release-not-found");
    }

    /// <summary>Takes a line apart as text, because its record is to be compared byte for byte.</summary>
    private static (string Kind, string Hash, string Record) Take(string line)
    {
        var parts = JsonNode.Parse(line)!;
        var (kind, hash) = (parts["kind"]!.GetValue<string>(), parts["sha256"]!.GetValue<string>());
        var before = $"{{\"kind\":\"{kind}\",\"sha256\":\"{hash}\",\"record\":";
        line.ShouldStartWith(before, Case.Sensitive);
        return (kind, hash, line[before.Length..^1]);
    }

    private static async Task<string[]> Lines(HttpClient client, string address)
    {
        var answer = await Answered.To(client, address);
        using var file = new StreamReader(
            new GZipStream(new MemoryStream(answer.Body), CompressionMode.Decompress),
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true)
        );
        var text = await file.ReadToEndAsync(Cancellation);
        text.ShouldEndWith("}\n", Case.Sensitive);
        return text[..^1].Split('\n');
    }

    private static async Task<(int ExitCode, string Output, string Errors)> Verify(TemporaryFolder folder, string file)
    {
        using var node = Process.Start(
            new ProcessStartInfo("node", ["verify.mjs", file])
            {
                WorkingDirectory = folder.Path,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var output = node.StandardOutput.ReadToEndAsync(Cancellation);
        var errors = node.StandardError.ReadToEndAsync(Cancellation);
        await node.WaitForExitAsync(Cancellation);
        return (node.ExitCode, await output, await errors);
    }
}
