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

    /// <summary>The ids of all operations, in the order of the page.</summary>
    public async Task<IReadOnlyList<string>> Operations()
    {
        await page.Locator(".opblock").First.WaitForAsync();
        var blocks = await page.Locator(".opblock")
            .EvaluateAllAsync<string[]>("blocks => blocks.map(block => block.id)");
        return [.. blocks.Select(block => block[(block.LastIndexOf('-') + 1)..])];
    }

    /// <summary>Pixels from the top of the open operation to its end.</summary>
    public async Task<float> Height() => (await Operation.BoundingBoxAsync())!.Height;

    /// <summary>Closes the open operation.</summary>
    public Task Close() => Operation.Locator(".opblock-summary-control").ClickAsync();

    /// <summary>Executes the open operation as it stands.</summary>
    /// <returns>The request that is sent, and its response.</returns>
    public async Task<(IRequest Request, IResponse Response)> ExecuteUntouched()
    {
        var request = await page.RunAndWaitForRequestAsync(
            Execute,
            request => request.Url.Contains("/api/v1", StringComparison.Ordinal)
        );
        return (request, (await request.ResponseAsync())!);
    }

    public Task OpenOperation(string id) => page.Locator($"[id$='-{id}'] .opblock-summary-control").ClickAsync();

    public Task Fill(string parameter, string value) =>
        Operation.Locator($"tr[data-param-name='{parameter}'] input").FillAsync(value);

    public Task Execute() =>
        Operation.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Execute" }).ClickAsync();
}
