using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Publishing;
using LdnEvidence.Api.Http.Limits;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace LdnEvidence.Api.Tests.Support;

/// <summary>The service as it ships, in process, on a fresh database of its own and with a clock that the test sets.</summary>
internal sealed class CatalogueApp(SeedFiles? seed = null, string? databaseFile = null) : WebApplicationFactory<Program>
{
    private readonly TemporaryFolder _folder = new();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 14, 15, 9, 26, 535, TimeSpan.Zero));

    /// <summary>What a test sets otherwise than the service does.</summary>
    public Action<IServiceCollection>? Settings { get; init; }

    /// <summary>The setting of this name, where a test calls the service by another name than localhost.</summary>
    public string? AllowedHosts { get; init; }

    public string DatabaseFile => databaseFile ?? _folder.File("catalogue.db");

    /// <summary>The service on a seed that a test has put together.</summary>
    public static CatalogueApp On(SeedFiles seed) => new(seed.Save());

    /// <summary>Publishes the seed files as they are now.</summary>
    public async Task<Publication> Publish()
    {
        seed?.Save();
        await using var scope = Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<ReleasePublisher>()
            .Publish(TestContext.Current.CancellationToken);
    }

    public async Task<TResult> Read<TResult>(Func<CatalogueDbContext, Task<TResult>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<CatalogueDbContext>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.ConfigureAppConfiguration(settings =>
            settings.AddInMemoryCollection([new(nameof(AllowedHosts), AllowedHosts)])
        );
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(new TestLog()));
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.Configure<CatalogueOptions>(options =>
            {
                options.DatabasePath = DatabaseFile;
                options.SeedDataPath = seed?.Folder ?? options.SeedDataPath;
            });
            // All tests share one address.
            services.Configure<RateLimitingOptions>(quota => (quota.Burst, quota.PerSecond) = (100_000, 100_000));
            Settings?.Invoke(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            _folder.Dispose();
        }
    }

    /// <summary>Sends what the service logs to the output of the test that is running.</summary>
    private sealed class TestLog : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (IsEnabled(logLevel))
            {
                TestContext.Current.TestOutputHelper?.WriteLine(
                    $"{logLevel}: {formatter(state, exception)} {exception?.Message}"
                );
            }
        }

        public void Dispose() { }
    }
}

/// <summary>The service on the shipped seed, started once for all tests that only read it.</summary>
public sealed class ShippedCatalogue : IDisposable
{
    private readonly CatalogueApp _app = new();

    public ShippedCatalogue() => Client = _app.CreateClient();

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>A client that shows redirects instead of following them.</summary>
    public HttpClient Unfollowed() =>
        _app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    public void Dispose()
    {
        Client.Dispose();
        _app.Dispose();
    }
}
