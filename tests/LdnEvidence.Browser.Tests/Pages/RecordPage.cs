using Microsoft.Playwright;

namespace LdnEvidence.Browser.Tests.Pages;

/// <summary>The page of a claim, a study or another record.</summary>
internal sealed class RecordPage(IPage page)
{
    public ILocator Heading => page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 });

    public ILocator Claims => page.GetByRole(AriaRole.Article);

    /// <summary>The diagram from citations over the rule to the level.</summary>
    public ILocator Trace => page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "Why this level" });

    /// <summary>The two answers to whether it is said so.</summary>
    public ILocator Fidelity => page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "Is it said so?" });

    public static async Task<RecordPage> Open(IPage page, string address)
    {
        await page.GotoAsync(address);
        return new RecordPage(page);
    }

    /// <summary>Opens a claim of the page by words of its sentence.</summary>
    public async Task<RecordPage> OpenClaim(string words)
    {
        await Claims
            .Filter(new LocatorFilterOptions { HasText = words })
            .GetByRole(AriaRole.Heading)
            .GetByRole(AriaRole.Link)
            .First.ClickAsync();
        return new RecordPage(page);
    }

    /// <summary>Follows a citation of the trace to the study.</summary>
    public async Task<RecordPage> OpenSource(string title)
    {
        await Trace.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = title }).ClickAsync();
        return new RecordPage(page);
    }
}
