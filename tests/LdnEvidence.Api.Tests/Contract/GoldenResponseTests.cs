using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Contract;

/// <summary>One whole answer of every endpoint, as callers see it.</summary>
public sealed class GoldenResponseTests(ShippedCatalogue catalogue) : IClassFixture<ShippedCatalogue>
{
    [Theory]
    [MemberData(nameof(Endpoints.Addresses), MemberType = typeof(Endpoints))]
    public async Task The_answer_is_the_agreed_one(string name, string address)
    {
        var isList = name.StartsWith("List", StringComparison.Ordinal);

        if (name == "DownloadRelease")
        {
            // A compressed file is no text to compare; DownloadReleaseTests looks into it.
            using var file = await catalogue.Client.GetAsync(address, TestContext.Current.CancellationToken);
            file.Content.Headers.ContentType!.MediaType.ShouldBe("application/gzip");
            return;
        }

        var answer = await catalogue.Client.Get(isList ? Endpoints.With(address, "limit=2") : address);

        Snapshot.Matches(Json.Pretty(answer), "Contract", "Golden", $"{name}.json");
    }

    [Fact]
    public async Task A_problem_is_the_agreed_one()
    {
        var problem = await catalogue.Client.GetProblem(
            "/api/v1/claims?limit=0&kind=x",
            System.Net.HttpStatusCode.BadRequest,
            "invalid-parameter"
        );

        Snapshot.Matches(Json.Pretty(problem), "Contract", "Golden", "Problem.json");
    }
}
