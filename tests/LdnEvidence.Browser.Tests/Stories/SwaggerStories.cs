using LdnEvidence.Browser.Tests.Driver;
using LdnEvidence.Browser.Tests.Pages;
using static Microsoft.Playwright.Assertions;

namespace LdnEvidence.Browser.Tests.Stories;

public sealed class SwaggerStories(Chromium chromium, ListeningCatalogue catalogue) : Story(chromium, catalogue)
{
    [Fact]
    public async Task A_developer_tries_an_operation_and_sees_its_answer()
    {
        var swagger = await SwaggerPage.Open(Page);
        await swagger.OpenOperation("GetClaim");
        await swagger.Fill("id", "eff-hiv-cd4");
        await swagger.Execute();

        await Expect(swagger.Status).ToContainTextAsync("200");
        await Expect(swagger.Body).ToContainTextAsync("LDN is said to raise the CD4 count in HIV infection and AIDS.");
    }

    [Fact]
    public async Task Whatever_operation_is_executed_untouched_only_what_it_requires_is_sent()
    {
        // A screen that is wide enough for parameters to stand side by side.
        await Page.SetViewportSizeAsync(1280, 1000);
        var swagger = await SwaggerPage.Open(Page);
        var operations = await swagger.Operations();

        operations.Count.ShouldBeGreaterThan(25);
        foreach (var id in operations)
        {
            await swagger.OpenOperation(id);
            // Without the style sheet the longest has some 8,000 pixels.
            (await swagger.Height()).ShouldBeLessThan(4000, id);
            var (request, response) = await swagger.ExecuteUntouched();

            new Uri(request.Url).Query.ShouldBe(id == "SearchCatalogue" ? "?q=crohn" : string.Empty, id);
            response.Status.ShouldBeInRange(200, 303, id);
            await swagger.Close();
        }
    }
}
