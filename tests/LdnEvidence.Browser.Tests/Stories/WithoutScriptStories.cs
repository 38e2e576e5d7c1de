using LdnEvidence.Browser.Tests.Driver;
using LdnEvidence.Browser.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LdnEvidence.Browser.Tests.Stories;

public sealed class WithoutScriptStories(Chromium chromium, ListeningCatalogue catalogue) : Story(chromium, catalogue)
{
    protected override bool RunsScripts => false;

    [Fact]
    public async Task The_map_is_read_and_filtered()
    {
        var map = await MapPage.Open(Page);
        await Expect(map.Mark("HIV infection", "immune system")).ToBeVisibleAsync();

        await map.Check("Source says the opposite");
        await Expect(map.Rows).ToHaveCountAsync(25);
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Show" }).ClickAsync();
        await Expect(map.Rows).ToHaveTextAsync(["AIDS", "HIV infection", "No condition named"]);

        var claims = await map.OpenMark("AIDS", "immune system");
        await Expect(claims.Claims).ToHaveCountAsync(1);
        await Expect((await claims.OpenFirst()).Trace).ToBeVisibleAsync();
    }
}
