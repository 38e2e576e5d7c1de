using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(LdnEvidence.Browser.Tests.Driver.Chromium))]

namespace LdnEvidence.Browser.Tests.Driver;

/// <summary>The machine's own Chromium, without a window, started once for all tests. None is ever downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>Names another browser than Debian's.</summary>
    private const string Variable = "CHROMIUM";

    /// <summary>Milliseconds that anything may take. Generous: a busy machine is no fault of a page.</summary>
    private const int Patience = 60_000;

    private static readonly string? Executable =
        Environment.GetEnvironmentVariable(Variable) ?? (OperatingSystem.IsLinux() ? "/usr/bin/chromium" : null);

    /// <summary>Why there is none, where there is none.</summary>
    private static readonly string? Missing =
        Executable is null ? $"No Chromium is named: set {Variable} to the file of one"
        : File.Exists(Executable) ? null
        : "Chromium is missing: apt-get install chromium";

    private static readonly string[] Arguments =
    [
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // Whatever a page asks of another host, nothing leaves the machine.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Missing is null)
        {
            Assertions.SetDefaultExpectTimeout(Patience);
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(
                new BrowserTypeLaunchOptions
                {
                    ExecutablePath = Executable,
                    Headless = true,
                    // The sandbox cannot be had as root.
                    ChromiumSandbox = false,
                    Args = Arguments,
                }
            );
        }
    }

    /// <summary>Without a browser, the test that calls this is skipped and says why.</summary>
    public static void SkipWhereMissing()
    {
        if (Missing is not null)
        {
            Assert.Skip(Missing);
        }
    }

    /// <summary>Cookies, storage and settings of one test.</summary>
    /// <param name="service">The service whose pages are opened.</param>
    /// <param name="runsScripts">Whether pages may run scripts.</param>
    public async Task<IBrowserContext> OpenContext(Uri service, bool runsScripts = true)
    {
        SkipWhereMissing();
        var context = await _browser!.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = service.AbsoluteUri,
                JavaScriptEnabled = runsScripts,
                Locale = "en-GB",
                TimezoneId = "UTC",
                ColorScheme = ColorScheme.Light,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        context.SetDefaultTimeout(Patience);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
