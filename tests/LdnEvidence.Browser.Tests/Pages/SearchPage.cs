using Microsoft.Playwright;

namespace LdnEvidence.Browser.Tests.Pages;

/// <summary>The search of claims.</summary>
internal sealed class SearchPage(IPage page)
{
    public ILocator Heading => page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 });

    public ILocator Claims => page.GetByRole(AriaRole.Article);

    public ILocator Count => page.GetByRole(AriaRole.Status);

    /// <summary>What the list is narrowed down to; each can be taken back.</summary>
    public ILocator Filters => page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Remove" });

    public Task NarrowTo(string value) =>
        page.GetByRole(AriaRole.Complementary, new PageGetByRoleOptions { Name = "Narrow down" })
            .GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = value, Exact = true })
            .ClickAsync();

    public async Task<RecordPage> OpenFirst()
    {
        await Claims.First.GetByRole(AriaRole.Heading).GetByRole(AriaRole.Link).First.ClickAsync();
        return new RecordPage(page);
    }
}
