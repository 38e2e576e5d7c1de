using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace LdnEvidence.Browser.Tests.Driver;

/// <summary>Holds a page, as it stands, to the rules of axe-core.</summary>
internal static class Accessibility
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions
        {
            Type = "tag",
            Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        },
    };

    /// <summary>In the given colours, which the page then keeps.</summary>
    public static async Task ShouldHaveNoViolations(this IPage page, ColorScheme colours)
    {
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = colours });
        var result = await page.RunAxe(Rules);

        result.Passes.ShouldNotBeEmpty("axe-core must have found something to look at");
        result
            .Violations.SelectMany(violation =>
                violation.Nodes.Select(node => $"{violation.Id} at {node.Target}: {violation.Help} {node.Html}")
            )
            .ShouldBeEmpty($"{page.Url} in {colours} colours");
    }
}
