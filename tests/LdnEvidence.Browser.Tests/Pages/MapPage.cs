using Microsoft.Playwright;

namespace LdnEvidence.Browser.Tests.Pages;

/// <summary>The front page with the evidence map.</summary>
internal sealed class MapPage(IPage page)
{
    /// <summary>The names of the rows, from the top.</summary>
    public ILocator Rows => Map.GetByRole(AriaRole.Rowheader).And(page.Locator("th[scope=row]"));

    public ILocator Marks => Map.Locator("a.cell");

    public ILocator Summary => Map.GetByRole(AriaRole.Status);

    public ILocator Clear => page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Clear filters" });

    private ILocator Map => page.Locator("#map");

    public static async Task<MapPage> Open(IPage page, string query = "")
    {
        await page.GotoAsync($"/{query}");
        return new MapPage(page);
    }

    /// <summary>The mark of a condition and a part of health, found by what it says.</summary>
    public ILocator Mark(string condition, string domain) =>
        Map.GetByRole(
            AriaRole.Link,
            new LocatorGetByRoleOptions
            {
                NameRegex = new System.Text.RegularExpressions.Regex($": {condition}, {domain};"),
            }
        );

    public ILocator Filter(string label) =>
        page.GetByRole(AriaRole.Form, new PageGetByRoleOptions { Name = "Filter the map" })
            .GetByRole(AriaRole.Checkbox, new LocatorGetByRoleOptions { Name = label, Exact = true });

    /// <summary>Checks a filter, after opening the box that it is in.</summary>
    public async Task Check(string label)
    {
        if (!await Filter(label).IsVisibleAsync())
        {
            await page.GetByText("Filter by level, source, kind or words").ClickAsync();
        }

        await Filter(label).CheckAsync();
    }

    public async Task<RecordPage> OpenCondition(string name)
    {
        await Map.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = name, Exact = true }).ClickAsync();
        return new RecordPage(page);
    }

    public async Task<SearchPage> OpenMark(string condition, string domain)
    {
        await Mark(condition, domain).ClickAsync();
        return new SearchPage(page);
    }
}
