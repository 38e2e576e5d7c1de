using LdnEvidence.Browser.Tests.Driver;
using Microsoft.Playwright;

namespace LdnEvidence.Browser.Tests.Checks;

/// <summary>axe-core looks at pages as strictly guarded as ours, and names what is planted.</summary>
public sealed class AccessibilityTests(Chromium chromium, ListeningCatalogue catalogue) : Story(chromium, catalogue)
{
    private const string Sound = "<h1>A page</h1><p>Some words on it.</p>";

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task A_sound_page_has_no_violation(ColorScheme colours)
    {
        await Show(Sound);

        await Page.ShouldHaveNoViolations(colours);
    }

    [Theory]
    [InlineData("<img src='data:,' height=9 width=9>", "image-alt")]
    [InlineData("<h4>A heading that skips two levels</h4>", "heading-order")]
    [InlineData("<p style='color: #999'>Pale words</p>", "color-contrast")]
    public async Task A_violation_is_named(string planted, string rule)
    {
        await Show(Sound + planted);

        (await Violations(ColorScheme.Light)).ShouldContain($"{rule} at ");
    }

    [Fact]
    public async Task A_violation_in_the_other_colours_alone_is_named()
    {
        await Show(
            Sound + "<style>@media (prefers-color-scheme: dark) { body { background: #000; color: #333 } }</style>"
        );

        await Page.ShouldHaveNoViolations(ColorScheme.Light);
        (await Violations(ColorScheme.Dark)).ShouldContain("color-contrast at ");
    }

    private async Task<string> Violations(ColorScheme colours) =>
        (await Assert.ThrowsAsync<ShouldAssertException>(() => Page.ShouldHaveNoViolations(colours))).Message;

    /// <summary>Under a policy that lets no script run and nothing be asked.</summary>
    private async Task Show(string content)
    {
        await Page.RouteAsync(
            "**/page",
            route =>
                route.FulfillAsync(
                    new RouteFulfillOptions
                    {
                        ContentType = "text/html; charset=utf-8",
                        Headers = new Dictionary<string, string>(StringComparer.Ordinal)
                        {
                            ["Content-Security-Policy"] =
                                "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
                        },
                        Body =
                            $"<!doctype html><html lang=en><title>A page</title><meta name=viewport content='width=device-width'><style>body {{ background: #fff }}</style><main>{content}</main></body></html>",
                    }
                )
        );
        await Page.GotoAsync("/page");
    }
}
