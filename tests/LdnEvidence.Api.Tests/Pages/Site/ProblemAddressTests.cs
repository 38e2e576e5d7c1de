using System.Net;
using LdnEvidence.Api.Tests.Http.Caching;
using LdnEvidence.Api.Tests.Support;
using LdnEvidence.Domain;

namespace LdnEvidence.Api.Tests.Pages.Site;

/// <summary>The type of a problem is an address that explains it, to people and to programs.</summary>
public sealed class ProblemAddressTests(ShippedCatalogue catalogue) : IClassFixture<ShippedCatalogue>
{
    public static IEnumerable<TheoryDataRow<string>> Codes =>
        Error.Codes.Select(code => new TheoryDataRow<string>(code));

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task It_says_what_the_problem_means_and_how_to_mend_it(string code)
    {
        var guide = ErrorGuide.All.Single(guide => guide.Code == code);
        var json = await catalogue.Client.Get($"/problems/{code}");
        json["type"]!.GetValue<string>().ShouldBe($"/problems/{code}");
        json["title"]!.GetValue<string>().ShouldBe(guide.Title);
        json["meaning"]!.GetValue<string>().ShouldBe(guide.Meaning);
        json["remedy"]!.GetValue<string>().ShouldBe(guide.Remedy);

        var page = await catalogue.Client.Page($"/problems/{code}");
        page.QuerySelector("h1")!.Line().ShouldBe(guide.Title);
        page.QuerySelector("main")!.Line().ShouldContain(guide.Remedy.Replace("`", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_answered_leads_there()
    {
        var problem = await catalogue.Client.GetProblem(
            "/api/v1/claims?limit=0",
            HttpStatusCode.BadRequest,
            "invalid-parameter"
        );
        var explained = await catalogue.Client.Get(problem["type"]!.GetValue<string>());

        explained["status"]!.GetValue<int>().ShouldBe(problem["status"]!.GetValue<int>());
        explained["title"]!.GetValue<string>().ShouldBe(problem["title"]!.GetValue<string>());
        var page = await catalogue.Client.Page("/claims/no-such", HttpStatusCode.NotFound);
        page.Addresses().ShouldContain("/problems/claim-not-found");
    }

    [Fact]
    public async Task All_are_listed()
    {
        var codes = (await catalogue.Client.Get("/problems"))["items"]!
            .AsArray()
            .Select(item => item!["type"]!.GetValue<string>()["/problems/".Length..]);
        codes.ShouldBe(Error.Codes);
        (await catalogue.Client.Page("/problems"))
            .Addresses()
            .Where(address => address.StartsWith("/problems/", StringComparison.Ordinal))
            .ShouldBe(Error.Codes.Select(code => $"/problems/{code}"));
    }

    [Fact]
    public async Task A_code_that_does_not_exist_is_a_404() =>
        await catalogue.Client.GetProblem("/problems/no-such", HttpStatusCode.NotFound, "address-not-found");

    [Theory]
    [InlineData("application/json", "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/problem+json, text/html;q=0.1", "text/html")]
    [InlineData("text/html, application/json", "application/json")]
    [InlineData(Html.Accept, "text/html")]
    public async Task The_accept_header_chooses(string accept, string type)
    {
        // From the second on it is sent from memory.
        for (var time = 0; time < 3; time++)
        {
            var answer = await Answered.To(catalogue.Client, "/problems/unexpected", null, ("Accept", accept));
            answer["Content-Type"].ShouldStartWith(type);
            answer["Vary"].ShouldBe("Accept, Accept-Encoding");
        }
    }
}
