using LdnEvidence.Browser.Tests.Driver;
using LdnEvidence.Browser.Tests.Pages;
using static Microsoft.Playwright.Assertions;

namespace LdnEvidence.Browser.Tests.Stories;

/// <summary>The pages on a small screen.</summary>
public sealed class PhoneStories(Chromium chromium, ListeningCatalogue catalogue) : Story(chromium, catalogue)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/claims/eff-hiv-cd4")]
    [InlineData("/conditions/crohns-disease")]
    [InlineData("/studies/smith-2007")]
    [InlineData("/search?q=crohn")]
    [InlineData("/releases?from=1&to=1")]
    [InlineData("/evidence-levels")]
    public async Task A_page_fits_a_phone(string address)
    {
        await Page.SetViewportSizeAsync(360, 740);
        await Page.GotoAsync(address);

        (await Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360);
    }

    [Fact]
    public async Task The_map_is_used_on_a_phone()
    {
        await Page.SetViewportSizeAsync(360, 740);
        var map = await MapPage.Open(Page);
        var mark = map.Mark("Crohn's disease", "digestive tract");
        await Expect(mark).ToContainTextAsync("Digestive tract");
        var box = (await mark.BoundingBoxAsync())!;
        box.Height.ShouldBeGreaterThanOrEqualTo(24);

        var claims = await map.OpenMark("Crohn's disease", "digestive tract");
        await Expect(claims.Claims).ToHaveCountAsync(1);
    }
}
