using System.CodeDom.Compiler;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using FluentValidation;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Api.Tests.Support;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace LdnEvidence.Api.Tests.Contract;

/// <summary>What holds for every endpoint, the ones added tomorrow included.</summary>
public sealed class EndpointContractTests(ShippedCatalogue catalogue) : IClassFixture<ShippedCatalogue>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void The_table_has_every_resource() => Endpoints.Table.Count.ShouldBeGreaterThanOrEqualTo(19);

    [Fact]
    public void Every_endpoint_has_a_name_a_tag_and_a_validated_query()
    {
        foreach (var endpoint in Endpoints.Table)
        {
            endpoint.Metadata.GetMetadata<IEndpointNameMetadata>().ShouldNotBeNull(endpoint.RoutePattern.RawText);
            endpoint.Metadata.GetMetadata<ITagsMetadata>()!.Tags.Count.ShouldBe(1, endpoint.RoutePattern.RawText);
            endpoint.Metadata.GetMetadata<ValidatedQuery>().ShouldNotBeNull(endpoint.RoutePattern.RawText);
        }
    }

    [Fact]
    public void What_calls_a_use_case_was_written_when_the_service_was_compiled()
    {
        foreach (var endpoint in Endpoints.Table)
        {
            endpoint.Metadata.GetMetadata<GeneratedCodeAttribute>().ShouldNotBeNull(endpoint.RoutePattern.RawText);
        }
    }

    [Fact]
    public void A_query_demands_parameters_if_its_validator_refuses_it_without_any()
    {
        var queries = Endpoints.Table.Select(endpoint => endpoint.Metadata.GetMetadata<ValidatedQuery>()!).ToList();

        queries.ShouldContain(query => !query.NeedsNothing);
        foreach (var query in queries)
        {
            var empty = new ValidationContext<object>(Activator.CreateInstance(query.Type)!);
            query.Validator.Validate(empty).IsValid.ShouldBe(query.NeedsNothing, query.Type.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Endpoints.Addresses), MemberType = typeof(Endpoints))]
    public async Task Get_answers_with_a_tag_a_release_and_safe_headers(string name, string address)
    {
        using var response = await catalogue.Client.GetAsync(address, Cancellation);

        response.StatusCode.ShouldBe(HttpStatusCode.OK, name);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(
            name == "DownloadRelease" ? "application/gzip" : "application/json"
        );
        response.Content.Headers.ContentLength.ShouldBe(
            (await response.Content.ReadAsByteArrayAsync(Cancellation)).Length
        );
        response.Headers.ETag.ShouldNotBeNull().IsWeak.ShouldBeFalse();
        response.Headers.GetValues("Catalogue-Release").ShouldBe(["1"]);
        response.Headers.Vary.ShouldContain("Accept");
        // The release that GetRelease answers with is named by its address.
        response
            .Headers.GetValues("Cache-Control")
            .ShouldBe([
                name is "GetRelease" or "DownloadRelease" or "CompareReleases"
                    ? "public, max-age=31536000, immutable"
                    : "public, max-age=60, stale-while-revalidate=600",
            ]);
        response.Content.Headers.LastModified.ShouldNotBeNull();
        response.Headers.GetValues("X-Request-Id").Single().ShouldNotBeEmpty();
        response.Headers.GetValues("RateLimit").Single().ShouldMatch("^\"default\";r=[0-9]+;t=1$");
        response.Headers.GetValues("RateLimit-Policy").ShouldBe(["\"default\";q=100000;w=1"]);
        response.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'none'");
    }

    [Theory]
    [MemberData(nameof(Endpoints.Addresses), MemberType = typeof(Endpoints))]
    public async Task A_held_copy_is_answered_304_without_a_body(string name, string address)
    {
        using var first = await catalogue.Client.GetAsync(address, Cancellation);
        foreach (
            var held in new[]
            {
                first.Headers.ETag!.ToString(),
                $"W/{first.Headers.ETag}",
                $"\"other\", {first.Headers.ETag}",
                "*",
            }
        )
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("If-None-Match", held);
            using var second = await catalogue.Client.SendAsync(request, Cancellation);

            second.StatusCode.ShouldBe(HttpStatusCode.NotModified, $"{name} with {held}");
            second.Headers.ETag.ShouldBe(first.Headers.ETag);
            (await second.Content.ReadAsByteArrayAsync(Cancellation)).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_star_does_not_hide_that_a_record_does_not_exist()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/claims/no-such");
        request.Headers.TryAddWithoutValidation("If-None-Match", "*");
        using var response = await catalogue.Client.SendAsync(request, Cancellation);

        await response.ShouldBeProblem(HttpStatusCode.NotFound, "claim-not-found", "claims/no-such");
        response.Headers.CacheControl!.ToString().ShouldBe("no-store");
    }

    [Fact]
    public async Task Every_address_has_a_tag_of_its_own()
    {
        var tags = new List<string>();
        foreach (var (_, address) in Endpoints.Addresses.Select(row => row.Data))
        {
            using var response = await catalogue.Client.GetAsync(address, Cancellation);
            tags.Add(response.Headers.ETag!.ToString());
        }

        tags.ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(Endpoints.Addresses), MemberType = typeof(Endpoints))]
    public async Task Another_tag_is_answered_in_full(string name, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"0123456789abcdef0123456789abcdef\""));

        using var response = await catalogue.Client.SendAsync(request, Cancellation);

        response.StatusCode.ShouldBe(HttpStatusCode.OK, name);
    }

    [Theory]
    [MemberData(nameof(Endpoints.Addresses), MemberType = typeof(Endpoints))]
    public async Task Head_answers_as_get_does_without_the_body(string name, string address)
    {
        using var get = await catalogue.Client.GetAsync(
            address,
            HttpCompletionOption.ResponseHeadersRead,
            Cancellation
        );
        var announced = Announced(get);
        var sent = (await get.Content.ReadAsByteArrayAsync(Cancellation)).Length;
        using var head = await catalogue.Client.SendAsync(
            new HttpRequestMessage(HttpMethod.Head, address),
            Cancellation
        );

        head.StatusCode.ShouldBe(HttpStatusCode.OK, name);
        head.Headers.ETag.ShouldBe(get.Headers.ETag);
        // What is streamed announces no length until it is answered from memory, and the memory of what was asked for lately may forget.
        if (name != "DownloadRelease")
        {
            announced.ShouldBe(sent);
            Announced(head).ShouldBe(sent);
        }

        (Announced(head) ?? sent).ShouldBe(sent);
        (await head.Content.ReadAsByteArrayAsync(Cancellation)).ShouldBeEmpty();
    }

    /// <summary>The length that the headers themselves give; the client works one out where they give none.</summary>
    private static long? Announced(HttpResponseMessage response) =>
        response.Content.Headers.NonValidated.TryGetValues("Content-Length", out var length)
            ? long.Parse(length.ToString(), CultureInfo.InvariantCulture)
            : null;

    [Theory]
    [MemberData(nameof(Endpoints.Addresses), MemberType = typeof(Endpoints))]
    public async Task Options_lists_the_methods(string name, string address)
    {
        using var response = await catalogue.Client.SendAsync(
            new HttpRequestMessage(HttpMethod.Options, address),
            Cancellation
        );

        response.StatusCode.ShouldBe(HttpStatusCode.NoContent, name);
        response.Content.Headers.Allow.Order().ShouldBe(["GET", "HEAD", "OPTIONS"]);
    }

    [Theory]
    [MemberData(nameof(Endpoints.Addresses), MemberType = typeof(Endpoints))]
    public async Task Writing_is_a_405_problem_that_lists_the_methods(string name, string address)
    {
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch })
        {
            using var response = await catalogue.Client.SendAsync(
                new HttpRequestMessage(method, address),
                Cancellation
            );

            await response.ShouldBeProblem(HttpStatusCode.MethodNotAllowed, "method-not-allowed", name);
            response.Content.Headers.Allow.Order().ShouldBe(["GET", "HEAD", "OPTIONS"]);
        }
    }

    [Theory]
    [MemberData(nameof(Endpoints.Addresses), MemberType = typeof(Endpoints))]
    public async Task Any_page_may_read(string name, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Origin", "https://clinic.example");

        using var response = await catalogue.Client.SendAsync(request, Cancellation);

        response.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"], name);
        response
            .Headers.GetValues("Access-Control-Expose-Headers")
            .Single()
            .Split(',')
            .ShouldBe(AnswerHeaders.Exposed.Split(','));
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_is_read_and_not_written(string address)
    {
        (await catalogue.Client.Get(address))["status"]!.GetValue<string>().ShouldBe("healthy");
        using var response = await catalogue.Client.PostAsync(address, null, Cancellation);
        await response.ShouldBeProblem(HttpStatusCode.MethodNotAllowed, "method-not-allowed", address);
    }

    [Fact]
    public async Task A_page_may_ask_beforehand_and_may_read_errors()
    {
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/api/v1/claims");
        preflight.Headers.Add("Origin", "https://clinic.example");
        preflight.Headers.Add("Access-Control-Request-Method", "GET");
        preflight.Headers.Add("Access-Control-Request-Headers", "if-none-match");
        using var allowed = await catalogue.Client.SendAsync(preflight, Cancellation);

        allowed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        allowed.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        allowed.Headers.GetValues("Access-Control-Allow-Headers").ShouldBe(["if-none-match"]);

        using var document = new HttpRequestMessage(HttpMethod.Get, "/swagger/v1/swagger.json");
        document.Headers.Add("Origin", "https://clinic.example");
        using var described = await catalogue.Client.SendAsync(document, Cancellation);
        described.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);

        foreach (var address in new[] { "/api/v1/claims?limit=0", "/api/v1/claims/no-such", "/nowhere" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Add("Origin", "https://clinic.example");
            using var response = await catalogue.Client.SendAsync(request, Cancellation);

            response.IsSuccessStatusCode.ShouldBeFalse();
            response.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"], address);
        }
    }

    [Theory]
    [MemberData(nameof(Endpoints.Addresses), MemberType = typeof(Endpoints))]
    public async Task An_unknown_parameter_is_a_400_problem_that_names_the_allowed_ones(string name, string address)
    {
        var problem = await catalogue.Client.GetProblem(
            Endpoints.With(address, "colour=red"),
            HttpStatusCode.BadRequest,
            "invalid-parameter"
        );

        var told = problem["errors"]!["colour"]![0]!.GetValue<string>();
        var endpoint = Endpoints.Table.Single(endpoint => Endpoints.Name(endpoint) == name);
        foreach (var parameter in QueryShape.Of(endpoint.Metadata.GetMetadata<ValidatedQuery>()!.Type).Parameters)
        {
            told.ShouldContain(parameter.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Endpoints.Addresses), MemberType = typeof(Endpoints))]
    public async Task A_format_that_is_not_served_is_a_406_problem(string name, string address)
    {
        foreach (var accept in new[] { "application/xml", "image/*", "application/json;q=0" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("Accept", accept);
            using var response = await catalogue.Client.SendAsync(request, Cancellation);

            await response.ShouldBeProblem(HttpStatusCode.NotAcceptable, "not-acceptable", $"{name} with {accept}");
        }
    }

    [Theory]
    [InlineData("*/*")]
    [InlineData("application/*")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")]
    [InlineData("application/json; charset=utf-8")]
    public async Task What_includes_json_is_answered(string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1");
        request.Headers.TryAddWithoutValidation("Accept", accept);

        using var response = await catalogue.Client.SendAsync(request, Cancellation);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [MemberData(nameof(Endpoints.OfOneRelease), MemberType = typeof(Endpoints))]
    public async Task A_release_can_be_named_by_number_or_by_day_but_not_by_both(string name, string address)
    {
        using var latest = await catalogue.Client.GetAsync(address, Cancellation);
        using var named = await catalogue.Client.GetAsync(Endpoints.With(address, "release=1"), Cancellation);
        using var dated = await catalogue.Client.GetAsync(Endpoints.With(address, "asOf=2026-03-14"), Cancellation);

        named.StatusCode.ShouldBe(HttpStatusCode.OK, name);
        dated.StatusCode.ShouldBe(HttpStatusCode.OK, name);
        named.Headers.ETag.ShouldNotBe(latest.Headers.ETag);
        await catalogue.Client.GetProblem(
            Endpoints.With(address, "release=7"),
            HttpStatusCode.NotFound,
            "release-not-found"
        );
        await catalogue.Client.GetProblem(
            Endpoints.With(address, "asOf=2026-03-13"),
            HttpStatusCode.NotFound,
            "release-not-found"
        );
        await catalogue.Client.GetProblem(
            Endpoints.With(address, "release=1&asOf=2026-03-14"),
            HttpStatusCode.BadRequest,
            "invalid-parameter"
        );
    }

    [Theory]
    [MemberData(nameof(Endpoints.Lists), MemberType = typeof(Endpoints))]
    public async Task A_list_has_its_envelope_and_is_walked_without_gap_or_repeat(string name, string address)
    {
        var whole = await catalogue.Client.Get(Endpoints.With(address, "limit=100"));
        whole.AsObject().Select(member => member.Key).ShouldBe(["items", "total", "next", "release"], name);
        whole["items"]!.AsArray().Count.ShouldBe(whole["total"]!.GetValue<int>());
        whole["next"].ShouldBeNull();

        var keys = whole["items"]!.AsArray().Select(Key).ToList();
        keys.ShouldBeUnique();
        var walked = new List<string>();
        for (string? next = Endpoints.With(address, "limit=2"); next is not null; )
        {
            var page = await catalogue.Client.Get(next);
            walked.AddRange(page["items"]!.AsArray().Select(Key));
            next = page["next"]?.GetValue<string>();
        }

        walked.ShouldBe(keys);

        static string Key(JsonNode? record) => (record!["id"] ?? record["number"])!.ToString();
    }

    [Theory]
    [MemberData(nameof(Endpoints.Lists), MemberType = typeof(Endpoints))]
    public async Task A_limit_outside_1_to_100_is_a_400_problem(string name, string address)
    {
        foreach (var limit in new[] { "0", "101", "abc", "-1", "1.5", "", "99999999999", "%200" })
        {
            var problem = await catalogue.Client.GetProblem(
                Endpoints.With(address, $"limit={limit}"),
                HttpStatusCode.BadRequest,
                "invalid-parameter"
            );
            problem["errors"]!["limit"]!.AsArray().Count.ShouldBe(1, $"{name} with {limit}");
        }
    }

    [Theory]
    [MemberData(nameof(Endpoints.Lists), MemberType = typeof(Endpoints))]
    public async Task A_cursor_that_was_never_given_out_is_a_400_problem(string name, string address)
    {
        foreach (var cursor in new[] { "abc", "", "AAAAAQAAAAEAAAAAAAAAAA", "..%2F..", new string('A', 500) })
        {
            var problem = await catalogue.Client.GetProblem(
                Endpoints.With(address, $"cursor={cursor}"),
                HttpStatusCode.BadRequest,
                "invalid-parameter"
            );
            problem["errors"]!["cursor"].ShouldNotBeNull(name);
        }
    }
}
