using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace LdnEvidence.Browser.Tests.Driver;

/// <summary>
/// What a person does with the pages, from opening one to the end, in a context of its own. Its end is kept as a picture of the whole page, and then the
/// browser must have found no fault on the way.
/// </summary>
public abstract partial class Story(Chromium chromium, ListeningCatalogue catalogue) : IAsyncLifetime
{
    private const string Namespace = "LdnEvidence.Browser.Tests.";

    private IBrowserContext? _context;

    protected IPage Page { get; private set; } = null!;

    /// <summary>Whether the browser runs scripts in this story.</summary>
    protected virtual bool RunsScripts => true;

    protected PageWatch Watch { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _context = await chromium.OpenContext(catalogue.Address, RunsScripts);
        Watch = new PageWatch(_context, catalogue.Address);
        Page = await _context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_context is not null)
        {
            var picture = PictureFile();
            await using (_context)
            {
                await Page.ScreenshotAsync(new PageScreenshotOptions { FullPage = true, Path = picture });
            }

            Watch.ShouldHaveSeenNoFault($"The end of the story is shown by {picture}");
        }
    }

    /// <summary>Named after the test, in the folder of its executable.</summary>
    private static string PictureFile()
    {
        var test = TestContext.Current.Test!.TestDisplayName.Replace(Namespace, string.Empty, StringComparison.Ordinal);
        var name = OddSigns.Replace(test, "-");
        return Path.Combine(AppContext.BaseDirectory, "pictures", $"{name[..Math.Min(name.Length, 200)]}.png");
    }

    [GeneratedRegex("[^A-Za-z0-9_.]+")]
    private static partial Regex OddSigns { get; }
}
