using System.Net;
using LdnEvidence.Api.Http.Caching;
using LdnEvidence.Api.Tests.Contract;
using LdnEvidence.Api.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LdnEvidence.Api.Tests.Http.Caching;

/// <summary>An answer that is sent again from memory is the one that was made, to the last byte and header.</summary>
public sealed class KeptAnswerTests(ShippedCatalogue catalogue) : IClassFixture<ShippedCatalogue>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Endpoints.Addresses), MemberType = typeof(Endpoints))]
    public async Task The_third_answer_is_the_first(string name, string address)
    {
        foreach (var coding in new[] { null, "br", "zstd", "gzip" })
        {
            (string, string)[] headers = coding is null ? [] : [("Accept-Encoding", coding)];
            var first = await Ask(address, headers);
            await Ask(address, headers);
            Answered.KeptBy(catalogue.Services, address, headers).ShouldNotBeNull($"{name} in {coding}");

            (await Ask(address, headers)).ShouldBe(first, $"{name} in {coding}");
        }
    }

    [Theory]
    [MemberData(nameof(Endpoints.Addresses), MemberType = typeof(Endpoints))]
    public async Task Head_is_answered_from_memory_as_it_was_before(string name, string address)
    {
        foreach (var coding in new[] { "identity", "br", "zstd", "gzip" })
        {
            var own = IsOfNamedReleases(name) ? $"{address}?" : Endpoints.With(address, "release=1");
            var made = await Answered.To(catalogue.Client, own, HttpMethod.Head, ("Accept-Encoding", coding));
            var first = await Ask(own, ("Accept-Encoding", coding));
            await Ask(own, ("Accept-Encoding", coding));
            var kept = await Answered.To(catalogue.Client, own, HttpMethod.Head, ("Accept-Encoding", coding));

            kept.ShouldBe(made, $"{name} in {coding}");
            kept.Body.ShouldBeEmpty();
            kept.Headers.ShouldBe(first.Headers, $"{name} in {coding}");
        }
    }

    [Theory]
    [InlineData("/api/v1/claims?format=csv")]
    [InlineData("/api/v1/claims?format=ndjson")]
    [InlineData("/api/v1/claims?facets=kind&include=studies&limit=3")]
    [InlineData("/api/v1/claims?q=pain&highlight=true&sort=relevance")]
    [InlineData("/api/v1/studies?format=bibtex")]
    [InlineData("/api/v1/studies?format=ris")]
    [InlineData("/api/v1/studies?format=csl-json")]
    [InlineData("/api/v1/studies?format=vancouver")]
    [InlineData("/api/v1/claims/eff-hiv-cd4?format=jsonld")]
    public async Task Every_format_is_sent_again_as_it_was_made(string address)
    {
        foreach (var coding in new[] { "identity", "br", "zstd", "gzip" })
        {
            var first = await Ask(address, ("Accept-Encoding", coding));
            await Ask(address, ("Accept-Encoding", coding));
            Answered.KeptBy(catalogue.Services, address, ("Accept-Encoding", coding)).ShouldNotBeNull();

            (await Ask(address, ("Accept-Encoding", coding))).ShouldBe(first, $"{address} in {coding}");
        }
    }

    [Fact]
    public async Task Accept_chooses_among_kept_answers_too()
    {
        foreach (var accept in new[] { "text/csv", "application/json", "application/x-ndjson", "text/csv" })
        {
            for (var time = 0; time < 3; time++)
            {
                (await Ask("/api/v1/outcomes", ("Accept", accept)))["Content-Type"].ShouldStartWith(accept);
            }
        }
    }

    [Fact]
    public async Task Parameters_in_another_order_and_spelling_share_a_tag_and_a_body()
    {
        var first = await Ask("/api/v1/claims?kind=efficacy&condition=crohns-disease&limit=3");
        await Ask("/api/v1/claims?limit=3&condition=crohns-disease&kind=efficacy");
        Answered
            .KeptBy(catalogue.Services, "/api/v1/claims?condition=crohns%2Ddisease&limit=3&kind=efficacy")
            .ShouldNotBeNull();
        foreach (
            var other in new[]
            {
                "condition=crohns-disease&kind=efficacy&limit=3",
                "limit=%33&k%69nd=efficacy&condition=crohns%2ddisease",
                "&limit=3&&kind=efficacy&condition=crohns-disease&",
            }
        )
        {
            var answer = await Ask($"/api/v1/claims?{other}");
            answer.ShouldBe(first, other);
        }
    }

    [Fact]
    public async Task A_kept_answer_is_a_304_for_who_holds_it()
    {
        const string address = "/api/v1/mechanisms?limit=7&sort=name";
        var first = await Ask(address);
        await Ask(address);
        var (tag, since) = (first["ETag"], first["Last-Modified"]);
        (string, string)[] holding =
        [
            ("If-None-Match", tag),
            ("If-None-Match", $"W/{tag}"),
            ("If-None-Match", $"\"other\", {tag}"),
            ("If-None-Match", "*"),
            ("If-Modified-Since", since),
        ];
        var unkept = new List<Answered>();
        foreach (var held in holding)
        {
            var answer = await Ask(address, held);

            answer.Status.ShouldBe(HttpStatusCode.NotModified, held.ToString());
            answer.Body.ShouldBeEmpty();
            answer["ETag"].ShouldBe(tag);
            answer["Catalogue-Release"].ShouldBe("1");
            answer.Headers.ShouldNotContain(line =>
                line.StartsWith("Content-", StringComparison.Ordinal)
                && !line.StartsWith("Content-Security", StringComparison.Ordinal)
            );
            unkept.Add(answer);
        }

        // The same from a service that keeps nothing.
        using var app = new CatalogueApp
        {
            Settings = services => services.Configure<AnswerCacheOptions>(options => options.Megabytes = 0),
        };
        using var client = app.CreateClient();
        foreach (var (held, answer) in holding.Zip(unkept))
        {
            (await Answered.To(client, address, null, held)).Headers.ShouldBe(answer.Headers, held.ToString());
        }
    }

    [Theory]
    [InlineData("If-None-Match", "\"other\"")]
    [InlineData("If-Modified-Since", "Thu, 01 Jan 1970 00:00:00 GMT")]
    [InlineData("If-Modified-Since", "yesterday")]
    public async Task A_kept_answer_is_sent_whole_to_who_holds_another(string name, string value)
    {
        const string address = "/api/v1/mechanisms?limit=6";
        var first = await Ask(address);
        await Ask(address);

        (await Ask(address, (name, value))).ShouldBe(first, name);
    }

    [Fact]
    public async Task The_tag_outweighs_the_time()
    {
        const string address = "/api/v1/mechanisms?limit=5";
        for (var time = 0; time < 3; time++)
        {
            var answer = await Ask(
                address,
                ("If-None-Match", "\"other\""),
                ("If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT")
            );
            answer.Status.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task A_page_of_another_origin_may_read_a_kept_answer()
    {
        const string address = "/api/v1/outcomes?limit=4";
        var made = await Ask(address, ("Origin", "https://clinic.example"));
        var plain = await Ask(address);
        plain.Headers.ShouldNotContain(line => line.StartsWith("Access-Control", StringComparison.Ordinal));
        Answered.KeptBy(catalogue.Services, address).ShouldNotBeNull();

        var kept = await Ask(address, ("Origin", "https://clinic.example"));
        kept.ShouldBe(made, address);
        kept["Access-Control-Allow-Origin"].ShouldBe("*");
        (await Ask(address)).ShouldBe(plain, address);
        var held = await Ask(address, ("Origin", "https://clinic.example"), ("If-None-Match", made["ETag"]));
        held.Status.ShouldBe(HttpStatusCode.NotModified);
        held["Access-Control-Allow-Origin"].ShouldBe("*");
    }

    [Theory]
    [InlineData("/api/v1/claims/no-such")]
    [InlineData("/api/v1/claims?limit=0")]
    [InlineData("/api/v1/claims?release=9")]
    [InlineData("/api/v1/releases/9")]
    [InlineData("/api/v1/nowhere")]
    public async Task A_problem_is_never_kept(string address)
    {
        for (var time = 0; time < 3; time++)
        {
            var answer = await Ask(address);
            ((int)answer.Status).ShouldBeInRange(400, 499);
            answer["Cache-Control"].ShouldBe("no-store");
            Answered.KeptBy(catalogue.Services, address).ShouldBeNull();
        }
    }

    [Fact]
    public async Task Writing_is_not_answered_from_memory()
    {
        await Ask("/api/v1/conditions?limit=9");
        await Ask("/api/v1/conditions?limit=9");
        using var post = await catalogue.Client.PostAsync("/api/v1/conditions?limit=9", null, Cancellation);
        await post.ShouldBeProblem(HttpStatusCode.MethodNotAllowed, "method-not-allowed", "post");
    }

    private static bool IsOfNamedReleases(string name) => name is "DownloadRelease" or "GetRelease" or "ListReleases";

    private Task<Answered> Ask(string address, params (string, string)[] headers) =>
        Answered.To(catalogue.Client, address, null, headers);
}
