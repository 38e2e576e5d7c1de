using System.Net;
using System.Text.Json.Nodes;
using LdnEvidence.Api.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LdnEvidence.Api.Tests.Http;

/// <summary>What the operator reads when something fails: enough to find the fault, the id of the request, and nothing that the caller asked for.</summary>
public sealed class FailureLogTests : IDisposable
{
    private const string Secret = "zolpidem-und-zweifel";

    private readonly LoggedLines _log = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_caller_gets_wrong_alarms_nobody()
    {
        using var app = Logged();
        using var client = app.CreateClient();
        foreach (
            var address in new[]
            {
                $"/api/v1/claims?condition={Secret}",
                $"/api/v1/claims?evidenceLevel={Secret}",
                $"/api/v1/claims?{Secret}=1",
                $"/api/v1/claims?cursor={Secret}",
                $"/api/v1/claims?condition=%00{Secret}",
                $"/api/v1/studies?doi=10.1000/{Secret}",
                $"/api/v1/claims?{new string('a', 10_000)}",
                $"/nowhere?{Secret}",
            }
        )
        {
            using var answer = await client.GetAsync(address, Cancellation);
            ((int)answer.StatusCode).ShouldBeInRange(200, 499, address);
        }

        _log.All.ShouldNotBeEmpty();
        _log.Alarming.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_defect_is_told_with_its_kind_its_place_and_the_request_but_not_with_the_query()
    {
        using var app = Logged();
        using var answer = await app.CreateClient().GetAsync($"/defect?q={Secret}", Cancellation);

        await answer.ShouldBeProblem(HttpStatusCode.InternalServerError, "unexpected", "/defect");
        var told = _log.Alarming.ShouldHaveSingleItem();
        told.Text.ShouldContain(typeof(InvalidOperationException).FullName!);
        told.Text.ShouldContain(typeof(FormatException).FullName!);
        told.Text.ShouldContain(nameof(Defects));
        told.Text.ShouldNotContain(Secret);
        told.RequestIds.ShouldContain(answer.Headers.GetValues("X-Request-Id").Single());
    }

    [Fact]
    public async Task The_words_of_a_defect_can_be_asked_for()
    {
        using var app = Logged();
        using var answer = await app.CreateClient().GetAsync($"/defect?q={Secret}", Cancellation);

        _log.All.Where(line => line.Level == LogLevel.Debug).ShouldContain(line => line.Text.Contains(Secret));
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_cut_and_told_without_the_query()
    {
        using var app = Logged();
        app.UseKestrel(0);
        using var client = app.CreateClient();

        await Should.ThrowAsync<HttpRequestException>(() =>
            client.GetStringAsync($"/defect/late?q={Secret}", Cancellation)
        );

        _log.Alarming.ShouldContain(line => line.Text.Contains(nameof(Defects)));
        _log.Alarming.ShouldAllBe(line => !line.Text.Contains(Secret));
    }

    [Fact]
    public async Task A_database_that_fails_is_told_with_its_file_and_not_with_the_query()
    {
        using var app = Logged();
        using var client = app.CreateClient();
        await client.Get("/api/v1/claims");
        await using (var database = new SqliteConnection($"Data Source={app.DatabaseFile};Pooling=False"))
        {
            await database.OpenAsync(Cancellation);
            await using var damage = database.CreateCommand();
            damage.CommandText = "ALTER TABLE list_columns RENAME TO gone";
            await damage.ExecuteNonQueryAsync(Cancellation);
        }

        using var answer = await client.GetAsync($"/api/v1/claims?condition={Secret}", Cancellation);

        await answer.ShouldBeProblem(HttpStatusCode.ServiceUnavailable, "catalogue-unavailable", "/api/v1/claims");
        _log.Alarming.ShouldContain(line =>
            line.Text.Contains($"The database {app.DatabaseFile} failed with SQLite error 1.")
        );
        _log.Alarming.ShouldAllBe(line => !line.Text.Contains(Secret));
        var id = answer.Headers.GetValues("X-Request-Id").Single();
        _log.Alarming.ShouldAllBe(line => line.RequestIds.Contains(id));
    }

    [Fact]
    public async Task What_the_database_says_of_a_query_is_not_told()
    {
        using var app = Logged();
        using var answer = await app.CreateClient().GetAsync($"/defect/database?q={Secret}", Cancellation);

        await answer.ShouldBeProblem(HttpStatusCode.ServiceUnavailable, "catalogue-unavailable", "/defect/database");
        _log.Alarming.ShouldNotBeEmpty();
        _log.Alarming.ShouldAllBe(line => !line.Text.Contains(Secret));
    }

    [Fact]
    public async Task Requests_have_different_ids_and_a_caller_cannot_choose_one()
    {
        using var app = Logged();
        using var client = app.CreateClient();
        client.DefaultRequestHeaders.Add("X-Request-Id", Secret);
        var ids = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            using var answer = await client.GetAsync("/api/v1", Cancellation);
            ids.Add(answer.Headers.GetValues("X-Request-Id").Single());
        }

        ids.ShouldBeUnique();
        ids.ShouldNotContain(Secret);
    }

    [Fact]
    public async Task The_log_can_be_written_as_json_with_the_id_of_the_request()
    {
        using var served = await ServedCatalogue.Start(
            ("Logging__Console__FormatterName", "json"),
            ("Logging__LogLevel__Microsoft.AspNetCore.Routing.EndpointMiddleware", "Information")
        );
        using var answer = await served.Client.GetAsync("/api/v1/conditions", Cancellation);

        var line = await served.Line(line => line.Contains("Executing endpoint", StringComparison.Ordinal));

        var told = JsonNode.Parse(line)!;
        told["Timestamp"]!.GetValue<string>().ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$");
        told["LogLevel"]!.GetValue<string>().ShouldBe("Information");
        told["Scopes"]!
            .AsArray()
            .OfType<JsonObject>()
            .Select(scope => scope["RequestId"]?.GetValue<string>())
            .ShouldContain(answer.Headers.GetValues("X-Request-Id").Single());
    }

    public void Dispose() => _log.Dispose();

    private CatalogueApp Logged() =>
        new(SeedFiles.Minimal().Save())
        {
            Settings = services =>
            {
                _log.Capture(services);
                services.AddSingleton<IStartupFilter, Defects>();
            },
        };

    /// <summary>Addresses behind all others that fail, repeating what was asked as careless code would.</summary>
    private sealed class Defects : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                next(app);
                app.Use(
                    async (context, pass) =>
                    {
                        var query = context.Request.Query["q"].ToString();
                        switch (context.Request.Path.Value)
                        {
                            case "/defect":
                                throw new InvalidOperationException(query, new FormatException(query));
                            case "/defect/late":
                                await context.Response.WriteAsync("{", context.RequestAborted);
                                await context.Response.Body.FlushAsync(context.RequestAborted);
                                throw new InvalidOperationException(query);
                            case "/defect/database":
                                throw new SqliteException($"fts5: syntax error near \"{query}\"", 1);
                            default:
                                await pass(context);
                                break;
                        }
                    }
                );
            };
    }
}
