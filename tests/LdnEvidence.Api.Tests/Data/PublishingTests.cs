using System.Text.RegularExpressions;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Rows;
using LdnEvidence.Api.Data.Sqlite;
using LdnEvidence.Api.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LdnEvidence.Api.Tests.Data;

public sealed class PublishingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_migrations_make_the_whole_model()
    {
        using var app = CatalogueApp.On(SeedFiles.Minimal());
        await app.CreateClient().Get("/api/v1");

        (await app.Read(db => Task.FromResult(db.Database.HasPendingModelChanges()))).ShouldBeFalse();
    }

    [Fact]
    public async Task The_migrated_database_has_every_key_check_and_index_of_the_model()
    {
        using var app = CatalogueApp.On(SeedFiles.Minimal());
        await app.CreateClient().Get("/api/v1");
        using var folder = new TemporaryFolder();
        var options = new DbContextOptionsBuilder<CatalogueDbContext>();
        options.UseSqliteCatalogue(folder.File("model.db"));
        await using var model = new CatalogueDbContext(options.Options);
        await model.Database.EnsureCreatedAsync(Cancellation);

        var expected = await Schema(model);
        expected.Count.ShouldBeGreaterThan(20);
        (await app.Read(Schema)).ShouldBe(expected);
        // The order of a table's columns and constraints is the migration's own, so the lines of a statement are compared in one order.
        static async Task<List<string>> Schema(CatalogueDbContext db) =>
            (
                await db
                    .Database.SqlQueryRaw<string>(
                        "SELECT sql AS Value FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL AND name NOT LIKE '__EF%' AND name NOT LIKE 'search\\_%' ESCAPE '\\' ORDER BY name"
                    )
                    .ToListAsync(Cancellation)
            ).ConvertAll(sql =>
                string.Join(
                    '\n',
                    AddedColumn
                        .Replace(sql, "\n")
                        .Split('\n')
                        .Select(line => line.Trim().TrimEnd(','))
                        .Order(StringComparer.Ordinal)
                )
            );
    }

    /// <summary>SQLite writes a column that is added later on the line of the one before.</summary>
    private static readonly Regex AddedColumn = new(
        ", (?=\"\\w+\" (?:TEXT|INTEGER|BLOB))",
        RegexOptions.None,
        TimeSpan.FromSeconds(1)
    );

    [Fact]
    public async Task Every_table_refuses_changes()
    {
        using var app = CatalogueApp.On(SeedFiles.Minimal());
        await app.CreateClient().Get("/api/v1");

        var guarded = await app.Read(db =>
            db.Database.SqlQueryRaw<string>("SELECT name AS Value FROM sqlite_master WHERE type = 'trigger'")
                .ToListAsync(Cancellation)
        );

        var tables = await app.Read(db =>
            Task.FromResult(db.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).ToList())
        );
        tables.Count.ShouldBeGreaterThan(10);
        guarded
            .Order(StringComparer.Ordinal)
            .ShouldBe(
                tables
                    .SelectMany(table =>
                        new[] { $"{table}_refuse_delete", $"{table}_refuse_insert", $"{table}_refuse_update" }
                    )
                    // What is derived may be added to a release later, but not changed.
                    .Except(["list_columns_refuse_insert"])
                    .Order(StringComparer.Ordinal)
            );
    }

    [Fact]
    public async Task The_columns_of_a_record_count_its_claims_as_its_body_does()
    {
        using var seed = SeedFiles.Minimal();
        seed.Studies.Add(Given.AStudy("caser-2001", design: "case-series"));
        foreach (var i in Enumerable.Range(1, 2))
        {
            seed.Claims.Add(
                Given.AClaim(
                    $"series-{i}",
                    conditions: ["test-disease"],
                    mechanisms: ["test-mechanism"],
                    citations: [Given.ACitation("caser-2001")]
                )
            );
        }

        using var app = CatalogueApp.On(seed);
        var client = app.CreateClient();
        foreach (
            var (table, id) in new[]
            {
                ("conditions", "test-disease"),
                ("mechanisms", "test-mechanism"),
                ("outcomes", "test-outcome"),
                ("studies", "caser-2001"),
            }
        )
        {
            var counts = (await client.Get($"/api/v1/{table}/{id}"))["claimCounts"]!;
            // The name of the table is this test's own.
#pragma warning disable EF1002
            var columns = await app.Read(db =>
                db.Database.SqlQueryRaw<string>(
                        $"SELECT pilot_trial_claims || ' ' || case_series_claims || ' ' || anecdotal_claims AS Value FROM {table} WHERE id = '{id}'"
                    )
                    .SingleAsync(Cancellation)
            );
#pragma warning restore EF1002
            columns.ShouldBe($"{counts["pilot-trial"]} {counts["case-series"]} {counts["anecdotal"]}", table);
        }
    }

    [Fact]
    public async Task The_list_of_releases_is_walked_page_by_page()
    {
        using var seed = SeedFiles.Minimal();
        using var app = CatalogueApp.On(seed);
        var client = app.CreateClient();
        foreach (var id in new[] { "second", "third" })
        {
            seed.Claims.Add(Given.AClaim(id));
            await app.Publish();
        }

        var numbers = new List<int>();
        for (string? next = "/api/v1/releases?limit=1"; next is not null; )
        {
            var page = await client.Get(next);
            page["total"]!.GetValue<int>().ShouldBe(3);
            numbers.AddRange(page["items"]!.AsArray().Select(release => release!["number"]!.GetValue<int>()));
            numbers.Count.ShouldBeLessThanOrEqualTo(3, "a walk must end");
            next = page["next"]?.GetValue<string>();
        }

        numbers.ShouldBe([3, 2, 1]);
    }

    [Fact]
    public async Task The_tag_tells_two_databases_apart_whose_releases_have_one_number()
    {
        using var other = SeedFiles.Minimal();
        other.Claims[0]!["statement"] = "LDN is said to do something else.";
        using var one = CatalogueApp.On(SeedFiles.Minimal());
        using var two = CatalogueApp.On(other);

        (await Tag(two)).ShouldNotBe(await Tag(one));
        static async Task<string> Tag(CatalogueApp app)
        {
            using var response = await app.CreateClient().GetAsync("/api/v1/claims/test-claim", Cancellation);
            return response.Headers.ETag!.ToString();
        }
    }

    [Fact]
    public async Task The_same_content_published_again_after_another_has_a_tag_of_its_own()
    {
        using var seed = SeedFiles.Minimal();
        using var app = CatalogueApp.On(seed);
        var client = app.CreateClient();
        var (first, digest) = (await Tag(), await Digest());
        seed.Claims.Add(Given.AClaim("second"));
        await app.Publish();
        seed.Claims.RemoveAt(1);
        (await app.Publish()).Number.ShouldBe(3);

        // A list names its release in the body, so two releases of one content are two bodies.
        (await Digest()).ShouldBe(digest);
        (await Tag()).ShouldNotBe(first);
        async Task<string> Tag()
        {
            using var response = await client.GetAsync("/api/v1/claims", Cancellation);
            return response.Headers.ETag!.ToString();
        }
        async Task<string> Digest() => (await client.Get("/api/v1"))["release"]!["digest"]!.GetValue<string>();
    }

    [Fact]
    public async Task The_time_of_publication_is_told_in_whole_milliseconds_everywhere()
    {
        using var app = CatalogueApp.On(SeedFiles.Minimal());
        app.Clock.Advance(TimeSpan.FromTicks(4321));
        var client = app.CreateClient();

        (await client.Get("/api/v1/releases/1"))["publishedAt"]!.ToString().ShouldBe("2026-03-14T15:09:26.535Z");
        (await client.Get("/api/v1"))["release"]!["publishedAt"]!.ToString().ShouldBe("2026-03-14T15:09:26.535Z");
    }

    [Fact]
    public async Task The_same_files_give_the_same_digest_in_any_database_and_in_any_order()
    {
        using var one = CatalogueApp.On(SeedFiles.Shipped());
        using var shuffled = SeedFiles.Shipped();
        var claims = shuffled.Claims.Select(claim => claim!.DeepClone()).Reverse().ToList();
        shuffled.Claims.Clear();
        claims.ForEach(shuffled.Claims.Add);
        using var other = CatalogueApp.On(shuffled);
        other.Clock.Advance(TimeSpan.FromDays(1000));

        (await Digest(one)).ShouldBe(await Digest(other));
        static async Task<string> Digest(CatalogueApp app) =>
            (await app.CreateClient().Get("/api/v1/releases/1"))["digest"]!.GetValue<string>();
    }

    [Fact]
    public async Task The_digest_is_the_hash_of_all_bodies_that_are_served()
    {
        using var app = CatalogueApp.On(SeedFiles.Minimal());
        var client = app.CreateClient();
        var bodies = new List<byte[]>();
        var document = DocumentRow.KeyOf(1, Collection.SourceDocuments, 1);
        bodies.AddRange(
            await app.Read(db =>
                db.Documents.Where(row => row.Key == document).Select(row => row.Document).ToListAsync(Cancellation)
            )
        );
        foreach (var list in new[] { "evidence-levels", "conditions", "mechanisms", "outcomes", "studies", "claims" })
        {
            foreach (var id in (await client.Get($"/api/v1/{list}?limit=100")).Ids())
            {
                bodies.Add(await client.GetByteArrayAsync($"/api/v1/{list}/{id}", Cancellation));
            }
        }

        var hash = System.Security.Cryptography.SHA256.HashData([
            .. bodies.SelectMany(body => body.Append((byte)'\n')),
        ]);
        (await client.Get("/api/v1/releases/1"))["digest"]!.GetValue<string>().ShouldBe(Convert.ToHexStringLower(hash));
    }

    [Fact]
    public async Task Publishing_unchanged_files_does_nothing()
    {
        using var app = CatalogueApp.On(SeedFiles.Minimal());
        var client = app.CreateClient();
        var before = (await client.Get("/api/v1/releases/1"))["digest"]!.GetValue<string>();

        var publication = await app.Publish();

        publication.ShouldBe(new(1, before, IsNew: false));
        (await client.Get("/api/v1/releases"))["total"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task A_published_release_is_served_byte_for_byte_the_same_after_the_next()
    {
        using var seed = SeedFiles.Minimal();
        using var app = CatalogueApp.On(seed);
        var client = app.CreateClient();
        var addresses = new[]
        {
            "claims?release=1",
            "claims/test-claim?release=1",
            "conditions?asOf=2026-03-14",
            "mechanisms?release=1",
            "outcomes?release=1",
            "studies?release=1",
            "evidence-levels?release=1",
            "releases/1",
        };
        var before = await Task.WhenAll(
            addresses.Select(address => client.GetByteArrayAsync($"/api/v1/{address}", Cancellation))
        );

        seed.Claims[0]!["statement"] = "LDN is said to do something else.";
        seed.Claims.Add(Given.AClaim("another", conditions: ["test-disease"]));
        app.Clock.Advance(TimeSpan.FromDays(1));
        (await app.Publish()).ShouldBe(
            new(2, (await client.Get("/api/v1/releases/2"))["digest"]!.GetValue<string>(), IsNew: true)
        );

        var after = await Task.WhenAll(
            addresses.Select(address => client.GetByteArrayAsync($"/api/v1/{address}", Cancellation))
        );
        after.ShouldBe(before);
        (await client.Get("/api/v1/claims"))["total"]!.GetValue<int>().ShouldBe(2);
        (await client.Get("/api/v1/conditions/test-disease"))["claimCounts"]!["total"]!.GetValue<int>().ShouldBe(2);
        (await client.Get("/api/v1/releases"))["items"]!
            .AsArray()
            .Select(release => release!["number"]!.GetValue<int>())
            .ShouldBe([2, 1]);
    }

    [Fact]
    public async Task A_day_selects_the_newest_release_published_by_its_end()
    {
        using var seed = SeedFiles.Minimal();
        using var app = CatalogueApp.On(seed);
        var client = app.CreateClient();
        await client.Get("/api/v1");
        seed.Claims.Add(Given.AClaim("second"));
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 16, 23, 59, 59, 999, TimeSpan.Zero));
        await app.Publish();
        seed.Claims.Add(Given.AClaim("third"));
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 17, 0, 0, 0, TimeSpan.Zero));
        await app.Publish();

        foreach (
            var (day, release) in new[]
            {
                ("2026-03-14", 1),
                ("2026-03-15", 1),
                ("2026-03-16", 2),
                ("2026-03-17", 3),
                ("9999-12-30", 3),
                ("9999-12-31", 3),
            }
        )
        {
            (await client.Get($"/api/v1/claims?asOf={day}"))["release"]!.GetValue<int>().ShouldBe(release, day);
        }
    }

    [Fact]
    public async Task Triggers_that_are_missing_are_completed_at_the_next_start()
    {
        using var app = CatalogueApp.On(SeedFiles.Minimal());
        await app.CreateClient().Get("/api/v1");
        await app.Read(db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER claims_refuse_update", Cancellation));

        using var next = new CatalogueApp(databaseFile: app.DatabaseFile);
        await next.CreateClient().Get("/api/v1");

        await Should.ThrowAsync<SqliteException>(() =>
            next.Read(db => db.Database.ExecuteSqlRawAsync("UPDATE claims SET statement = 'x'", Cancellation))
        );
    }

    [Fact]
    public async Task A_walk_through_the_releases_goes_on_when_one_is_published_meanwhile()
    {
        using var seed = SeedFiles.Minimal();
        using var app = CatalogueApp.On(seed);
        var client = app.CreateClient();
        await client.Get("/api/v1");
        await PublishAnother();
        // Paths match in any case and with a slash at the end; next must lead on from each spelling.
        await client.Get((await client.Get("/API/v1/Releases/?limit=1"))["next"]!.GetValue<string>());
        var next = (await client.Get("/api/v1/releases?limit=1"))["next"]!.GetValue<string>();
        await PublishAnother();

        var page = await client.Get(next);

        page["items"]!.AsArray().Select(release => release!["number"]!.GetValue<int>()).ShouldBe([1]);
        page["next"].ShouldBeNull();

        async Task PublishAnother()
        {
            seed.Claims.Add(Given.AClaim($"claim-{seed.Claims.Count}"));
            await app.Publish();
        }
    }

    [Fact]
    public async Task A_release_keeps_its_tag_when_another_is_published()
    {
        using var seed = SeedFiles.Minimal();
        using var app = CatalogueApp.On(seed);
        var client = app.CreateClient();
        using var before = await client.GetAsync("/api/v1/releases/1", Cancellation);
        seed.Claims.Add(Given.AClaim("second"));
        await app.Publish();

        using var after = await client.GetAsync("/api/v1/releases/1", Cancellation);

        after.Headers.ETag.ShouldBe(before.Headers.ETag);
        after.Headers.GetValues("Catalogue-Release").ShouldBe(["1"]);
    }

    [Fact]
    public async Task The_tag_changes_with_the_release_and_only_then()
    {
        using var seed = SeedFiles.Minimal();
        using var app = CatalogueApp.On(seed);
        var client = app.CreateClient();
        var (first, again) = (await Tag(), await Tag());
        seed.Claims.Add(Given.AClaim("second"));
        await app.Publish();

        again.ShouldBe(first);
        (await Tag()).ShouldNotBe(first);
        async Task<string> Tag()
        {
            using var response = await client.GetAsync("/api/v1/claims/test-claim", Cancellation);
            return response.Headers.ETag!.ToString();
        }
    }

    [Theory]
    [InlineData("UPDATE claims SET statement = 'LDN cures everything.'")]
    [InlineData("UPDATE documents SET document = x'7b7d'")]
    [InlineData("DELETE FROM claims")]
    [InlineData("UPDATE releases SET digest = replace(digest, 'a', 'b')")]
    [InlineData("DELETE FROM claim_citations")]
    [InlineData("DELETE FROM documents")]
    [InlineData("INSERT INTO documents SELECT key + 1000, release_number, document, sha256 FROM documents")]
    [InlineData("INSERT OR REPLACE INTO documents SELECT key, release_number, x'7b7d', NULL FROM documents")]
    [InlineData("INSERT OR REPLACE INTO releases SELECT number, published_at, replace(digest, 'a', 'b') FROM releases")]
    [InlineData("INSERT OR REPLACE INTO claim_conditions SELECT * FROM claim_conditions")]
    [InlineData("INSERT INTO evidence_levels SELECT release_number, 'anecdotal', 0, 99 FROM evidence_levels LIMIT 1")]
    [InlineData("DELETE FROM release_seals")]
    public async Task The_database_refuses_to_change_a_published_release(string sql)
    {
        using var app = CatalogueApp.On(SeedFiles.Minimal());
        await app.CreateClient().Get("/api/v1");

        var refusal = await Should.ThrowAsync<SqliteException>(() =>
            app.Read(db => db.Database.ExecuteSqlRawAsync(sql, Cancellation))
        );

        refusal.Message.ShouldContain("a published release is never changed");
    }

    [Theory]
    [InlineData("evidence_level", "'meta-analysis'", "ck_claims_evidence_level")]
    [InlineData("kind", "'story'", "ck_claims_kind")]
    [InlineData("direction", "'up'", "ck_claims_direction")]
    [InlineData("fidelity_to_source", "'fine'", "ck_claims_fidelity_to_source")]
    [InlineData("id", "'Not A Slug'", "ck_claims_id")]
    [InlineData("outcome_id", "'no-such'", "FOREIGN KEY")]
    [InlineData("release_number", "2", "FOREIGN KEY")]
    [InlineData("statement", "NULL", "NOT NULL")]
    [InlineData("position", "1", "UNIQUE")]
    public async Task The_database_itself_refuses_a_claim_that_breaks_a_rule(string column, string value, string rule)
    {
        using var app = CatalogueApp.On(SeedFiles.Minimal());
        await app.CreateClient().Get("/api/v1");
        var columns = await app.Read(db =>
            db.Database.SqlQueryRaw<string>("SELECT name AS Value FROM pragma_table_info('claims')")
                .ToListAsync(Cancellation)
        );
        // A copy of the claim with one value that is wrong; its key and place are new unless they are what is wrong.
        var values = columns.Select(name =>
            name == column ? value
            : name == "id" ? "'a-copy'"
            : name == "position" ? "99"
            : name
        );
        // The seal would refuse any row; a rule is seen to hold by itself only without it.
        await app.Read(db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER claims_refuse_insert", Cancellation));
        var insert =
            $"INSERT INTO claims ({string.Join(", ", columns)}) SELECT {string.Join(", ", values)} FROM claims";

        var refusal = await Should.ThrowAsync<SqliteException>(() =>
            app.Read(db => db.Database.ExecuteSqlRawAsync(insert, Cancellation))
        );

        refusal.Message.ShouldContain(rule);
    }
}
