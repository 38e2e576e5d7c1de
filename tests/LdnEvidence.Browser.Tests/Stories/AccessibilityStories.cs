using LdnEvidence.Browser.Tests.Driver;
using Microsoft.Playwright;

namespace LdnEvidence.Browser.Tests.Stories;

public sealed class AccessibilityStories(Chromium chromium, ListeningCatalogue catalogue) : Story(chromium, catalogue)
{
    private static readonly string[] Addresses =
    [
        "/",
        "/?fidelity=contradicted",
        "/?evidenceLevel=case-series&q=nothing",
        "/conditions",
        "/conditions/crohns-disease",
        "/conditions/rheumatoid-arthritis",
        "/mechanisms",
        "/mechanisms/natural-killer-cell-activation",
        "/outcomes",
        "/outcomes/cd4-count",
        "/studies",
        "/studies/smith-2007",
        "/claims/eff-hiv-cd4",
        "/search?q=crohn",
        "/search?condition=fibromyalgia&evidenceLevel=anecdotal",
        "/evidence-levels",
        "/releases?from=1&to=1",
    ];

    public static IEnumerable<TheoryDataRow<string, ColorScheme>> Pages =>
        from address in Addresses
        from colours in new[] { ColorScheme.Light, ColorScheme.Dark }
        select new TheoryDataRow<string, ColorScheme>(address, colours);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_keeps_the_rules_of_accessibility(string address, ColorScheme colours)
    {
        await Page.GotoAsync(address);

        await Page.ShouldHaveNoViolations(colours);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task A_page_that_says_what_is_missing_keeps_them_too(ColorScheme colours)
    {
        Watch.Expect("404");
        await Page.GotoAsync("/claims/no-such-claim");

        await Page.ShouldHaveNoViolations(colours);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_map_keeps_them_on_a_phone(ColorScheme colours)
    {
        await Page.SetViewportSizeAsync(360, 740);
        await Page.GotoAsync("/");

        await Page.ShouldHaveNoViolations(colours);
    }
}
