using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Rows;
using LdnEvidence.Api.Data.Verification;
using LdnEvidence.Api.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace LdnEvidence.Api.Tests.Data.Verification;

/// <summary>Whatever is changed in a database behind the program's back is noticed and named.</summary>
public sealed class DatabaseCheckTests : IAsyncLifetime
{
    private readonly SeedFiles _seed = SeedFiles.Minimal();
    private readonly CatalogueApp _app;

    public DatabaseCheckTests() => _app = CatalogueApp.On(_seed);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static long TheClaim(int release) => DocumentRow.KeyOf(release, Collection.Claims, 1);

    /// <summary>Three releases; the first is published when the service starts.</summary>
    public async ValueTask InitializeAsync()
    {
        using var client = _app.CreateClient();
        foreach (var id in new[] { "test-second", "test-third" })
        {
            _seed.Claims.Add(Given.AClaim(id));
            (await _app.Publish()).IsNew.ShouldBeTrue();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _seed.Dispose();
    }

    [Fact]
    public async Task What_was_published_passes_and_its_chain_is_told()
    {
        var verified = await Check();

        verified.Releases.ShouldBe(3);
        verified.Records.ShouldBe(9 + 10 + 11);
        using var client = _app.CreateClient();
        var chain = new string('0', 64);
        for (var release = 1; release <= 3; release++)
        {
            var body = await client.Get($"/api/v1/releases/{release}");
            var digest = body["digest"]!.GetValue<string>();
            chain = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{chain}\n{digest}\n")));
            body["chainDigest"]!.GetValue<string>().ShouldBe(chain);
        }

        verified.Chain.ShouldBe(chain);
        (await client.Get("/api/v1/releases?limit=1"))["items"]![0]!["chainDigest"]!.GetValue<string>().ShouldBe(chain);
    }

    [Fact]
    public async Task A_changed_document_is_named()
    {
        await Replace(TheClaim(2), document => document.Replace("is said to", "is known to"), andTheHash: false);

        (await Fault()).ShouldStartWith("Release 2, claims, test-claim differs");
    }

    [Fact]
    public async Task The_first_of_several_is_named()
    {
        await Replace(TheClaim(3), document => document + " ", andTheHash: false);
        await Replace(TheClaim(2), document => document + " ", andTheHash: false);
        await Replace(
            DocumentRow.KeyOf(2, Collection.Studies, 1),
            document => document.Replace("current", "retracted"),
            andTheHash: false
        );

        (await Fault()).ShouldStartWith("Release 2, studies, tester-2020 differs");
    }

    [Fact]
    public async Task A_document_that_was_changed_with_its_hash_does_not_give_the_digest()
    {
        await Replace(TheClaim(2), document => document.Replace("is said to", "is known to"), andTheHash: true);

        (await Fault()).ShouldStartWith("Release 2: its records give the digest");
    }

    [Fact]
    public async Task A_document_that_is_taken_away_is_named()
    {
        DatabaseCopies.Alter(_app.DatabaseFile, $"DELETE FROM documents WHERE key = {TheClaim(3)}");

        (await Fault()).ShouldStartWith("Release 3, claims, test-claim is missing");
    }

    [Fact]
    public async Task A_changed_digest_is_noticed()
    {
        DatabaseCopies.Alter(
            _app.DatabaseFile,
            $"UPDATE releases SET digest = '{new string('a', 64)}' WHERE number = 2"
        );

        (await Fault()).ShouldStartWith("Table releases, row 2: digest is 'aaaa");
    }

    [Fact]
    public async Task A_changed_record_of_a_release_is_named()
    {
        await Replace(
            DocumentRow.KeyOf(1, Collection.Releases, 1),
            document => document.Replace("2026-03-14", "2025-03-14"),
            andTheHash: false
        );

        (await Fault()).ShouldStartWith("Release 1, releases, 1 differs");
    }

    [Fact]
    public async Task A_changed_time_is_named_even_with_its_hash()
    {
        await Replace(
            DocumentRow.KeyOf(1, Collection.Releases, 1),
            document => document.Replace("2026-03-14", "2025-03-14"),
            andTheHash: true
        );

        (await Fault()).ShouldStartWith("Table releases, row 1: published_at is '2026-03-14");
    }

    [Fact]
    public async Task A_release_that_was_rewritten_throughout_breaks_the_chain_of_the_next()
    {
        await Rewrite(1);

        (await Fault()).ShouldStartWith("Release 2: its chain digest is");
    }

    [Fact]
    public async Task A_chain_digest_that_was_taken_out_is_noticed()
    {
        await Replace(
            DocumentRow.KeyOf(2, Collection.Releases, 2),
            document =>
            {
                var body = JsonNode.Parse(document)!.AsObject();
                body.Remove("chainDigest");
                return body.ToJsonString();
            },
            andTheHash: true
        );

        (await Fault()).ShouldStartWith("Release 2: its chain digest is missing");
    }

    [Fact]
    public async Task Who_kept_a_chain_digest_notices_even_a_history_that_was_rewritten_to_its_end()
    {
        var kept = (await Check()).Chain;
        await Rewrite(3);
        await Rebuild();

        (await Check()).Chain.ShouldNotBe(kept);
    }

    [Fact]
    public async Task A_document_that_belongs_to_nothing_is_noticed()
    {
        var stray = DocumentRow.KeyOf(2, (Collection)99, 1);
        DatabaseCopies.Alter(
            _app.DatabaseFile,
            $"INSERT INTO documents (key, release_number, document) VALUES ({stray}, 2, '{{}}')"
        );

        (await Fault()).ShouldContain("1 belong to none");
    }

    [Fact]
    public async Task A_release_from_before_there_were_hashes_and_chains_is_held_to_its_digest()
    {
        DatabaseCopies.Alter(_app.DatabaseFile, "UPDATE documents SET sha256 = NULL WHERE release_number = 1");
        await Replace(
            DocumentRow.KeyOf(1, Collection.Releases, 1),
            document =>
            {
                var body = JsonNode.Parse(document)!.AsObject();
                body.Remove("chainDigest");
                return body.ToJsonString();
            },
            andTheHash: false
        );
        DatabaseCopies.Alter(_app.DatabaseFile, "UPDATE documents SET sha256 = NULL WHERE release_number = 1");
        (await Check()).Releases.ShouldBe(3);

        await Replace(TheClaim(1), document => document + " ", andTheHash: false);

        (await Fault()).ShouldStartWith("Release 1: its records give the digest");
    }

    private async Task<VerifiedDatabase> Check()
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DatabaseCheck>().Run(Cancellation);
    }

    private async Task Rebuild()
    {
        await using var scope = _app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabaseRebuild>().Run(Cancellation);
    }

    private async Task<string> Fault() => (await Should.ThrowAsync<AlteredDatabaseException>(Check)).Message;

    /// <summary>Changes the claim of a release and everything in the database that the release says of it.</summary>
    private async Task Rewrite(int release)
    {
        await Replace(TheClaim(release), document => document.Replace("is said to", "is known to"), andTheHash: true);
        var fault = await Fault();
        var (digest, before) = (fault.Split("the digest ")[1][..64], fault.Split("published with ")[1][..64]);
        await Replace(
            DocumentRow.KeyOf(release, Collection.Audits, 1),
            document => document.Replace(before, digest),
            andTheHash: true
        );
        await Replace(
            DocumentRow.KeyOf(release, Collection.Releases, release),
            document =>
            {
                var body = JsonNode.Parse(document)!.AsObject();
                body["digest"] = digest;
                return body.ToJsonString();
            },
            andTheHash: true
        );
        var chain = (await Fault()).Split("up to it give ")[1][..64];
        await Replace(
            DocumentRow.KeyOf(release, Collection.Releases, release),
            document =>
            {
                var body = JsonNode.Parse(document)!.AsObject();
                body["chainDigest"] = chain;
                return body.ToJsonString();
            },
            andTheHash: true
        );
    }

    private async Task Replace(long key, Func<string, string> change, bool andTheHash)
    {
        await using var connection = new SqliteConnection($"Data Source={_app.DatabaseFile}");
        await connection.OpenAsync(Cancellation);
        await using var read = connection.CreateCommand();
        read.CommandText = "SELECT document FROM documents WHERE key = @key";
        read.Parameters.AddWithValue("@key", key);
        var before = Encoding.UTF8.GetString((byte[])(await read.ExecuteScalarAsync(Cancellation))!);
        var after = Encoding.UTF8.GetBytes(change(before));
        Encoding.UTF8.GetString(after).ShouldNotBe(before);
        var hash = andTheHash ? $", sha256 = x'{Convert.ToHexString(SHA256.HashData(after))}'" : string.Empty;
        DatabaseCopies.Alter(
            _app.DatabaseFile,
            $"UPDATE documents SET document = x'{Convert.ToHexString(after)}'{hash} WHERE key = {key}"
        );
    }
}
