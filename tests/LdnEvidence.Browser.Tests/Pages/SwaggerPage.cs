using Microsoft.Playwright;

namespace LdnEvidence.Browser.Tests.Pages;

/// <summary>Swagger UI, with one operation open at a time.</summary>
internal sealed class SwaggerPage(IPage page)
{
    private ILocator Operation => page.Locator(".opblock.is-open");

    private ILocator Answer => Operation.Locator(".live-responses-table .response");

    public ILocator Status => Answer.Locator(".response-col_status");

    public ILocator Body => Answer.Locator(".response-col_description .highlight-code").First;

    public static async Task<SwaggerPage> Open(IPage page)
    {
        await page.GotoAsync("/swagger");
        return new SwaggerPage(page);
    }

    public Task OpenOperation(string id) => page.Locator($"[id$='-{id}'] .opblock-summary-control").ClickAsync();

    public Task Fill(string parameter, string value) =>
        Operation.Locator($"tr[data-param-name='{parameter}'] input").FillAsync(value);

    public Task Execute() =>
        Operation.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Execute" }).ClickAsync();
}
