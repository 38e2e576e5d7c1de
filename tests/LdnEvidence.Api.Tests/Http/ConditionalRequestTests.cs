using System.Net;
using LdnEvidence.Api.Tests.Http.Caching;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Http;

/// <summary>A caller gets the answer that it knows, or a 412 instead of another.</summary>
public sealed class ConditionalRequestTests(ShippedCatalogue catalogue) : IClassFixture<ShippedCatalogue>
{
    private const string Old = "Mon, 01 Jan 2001 00:00:00 GMT";

    private const string Future = "Thu, 01 Jan 2099 00:00:00 GMT";

    [Theory]
    [InlineData("/api/v1/claims/eff-hiv-cd4")]
    [InlineData("/api/v1/claims?limit=2")]
    [InlineData("/api/v1/releases/1/download")]
    [InlineData("/claims/eff-hiv-cd4")]
    public async Task If_Match_lets_the_known_answer_through_alone(string address)
    {
        // The later rounds are sent from memory.
        for (var time = 0; time < 3; time++)
        {
            var known = await Answered.To(catalogue.Client, address);
            var tag = known["ETag"];
            foreach (var held in new[] { tag, $"\"other\", {tag}", "*" })
            {
                (await Answered.To(catalogue.Client, address, null, ("If-Match", held))).ShouldBe(known, held);
            }

            foreach (var other in new[] { "\"other\"", $"W/{tag}", "no-tag" })
            {
                (await Status(address, ("If-Match", other))).ShouldBe(HttpStatusCode.PreconditionFailed, other);
                (await Status(address, ("If-Match", other), ("If-None-Match", tag))).ShouldBe(
                    HttpStatusCode.PreconditionFailed,
                    other
                );
            }
        }
    }

    [Fact]
    public async Task A_412_is_a_problem_that_names_the_header()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/claims/eff-hiv-cd4");
        request.Headers.TryAddWithoutValidation("If-Match", "\"other\"");
        using var response = await catalogue.Client.SendAsync(request, TestContext.Current.CancellationToken);

        var problem = await response.ShouldBeProblem(
            HttpStatusCode.PreconditionFailed,
            "precondition-failed",
            "If-Match"
        );
        problem["detail"]!.GetValue<string>().ShouldContain("If-Match");
        response.Headers.Contains("ETag").ShouldBeFalse();
    }

    [Theory]
    [InlineData("If-Unmodified-Since", Old, HttpStatusCode.PreconditionFailed)]
    [InlineData("If-Unmodified-Since", Future, HttpStatusCode.OK)]
    [InlineData("If-Unmodified-Since", "yesterday", HttpStatusCode.OK)]
    [InlineData("If-Modified-Since", Old, HttpStatusCode.OK)]
    [InlineData("If-Modified-Since", Future, HttpStatusCode.NotModified)]
    [InlineData("If-Modified-Since", "yesterday", HttpStatusCode.OK)]
    public async Task A_time_is_a_condition_if_it_can_be_read(string header, string time, HttpStatusCode expected)
    {
        for (var round = 0; round < 3; round++)
        {
            (await Status("/api/v1/conditions?limit=3", (header, time))).ShouldBe(expected);
        }
    }

    [Fact]
    public async Task Tags_outweigh_times()
    {
        const string address = "/api/v1/outcomes?limit=3";
        var tag = (await Answered.To(catalogue.Client, address))["ETag"];

        (await Status(address, ("If-Match", tag), ("If-Unmodified-Since", Old))).ShouldBe(HttpStatusCode.OK);
        (await Status(address, ("If-None-Match", "\"other\""), ("If-Modified-Since", Future))).ShouldBe(
            HttpStatusCode.OK
        );
    }

    [Fact]
    public async Task What_does_not_exist_is_a_404_whatever_the_condition() =>
        (await Status("/api/v1/claims/no-such", ("If-Match", "\"other\""))).ShouldBe(HttpStatusCode.NotFound);

    private async Task<HttpStatusCode> Status(string address, params (string Name, string Value)[] headers) =>
        (await Answered.To(catalogue.Client, address, null, headers)).Status;
}
