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
}
