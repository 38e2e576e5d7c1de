using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LdnEvidence.Api.Tests.Support;

/// <summary>Everything that is logged, whatever the levels in the settings, with the scopes it was logged in.</summary>
internal sealed class LoggedLines : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<LoggedLine> _lines = new();
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public IReadOnlyCollection<LoggedLine> All => _lines;

    public IReadOnlyCollection<LoggedLine> Alarming =>
        [.. _lines.Where(line => line.Level is >= LogLevel.Warning and < LogLevel.None)];

    public void Capture(IServiceCollection services)
    {
        services.AddSingleton<ILoggerProvider>(this);
        services.Configure<LoggerFilterOptions>(filter =>
        {
            filter.Rules.Clear();
            filter.MinLevel = LogLevel.Trace;
        });
    }

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose() { }

    private sealed class Category(LoggedLines lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => lines._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            var scopes = new List<KeyValuePair<string, object?>>();
            lines._scopes.ForEachScope(
                static (scope, all) => all.AddRange(scope as IEnumerable<KeyValuePair<string, object?>> ?? []),
                scopes
            );
            lines._lines.Enqueue(
                new LoggedLine(
                    logLevel,
                    category,
                    $"{formatter(state, exception)} {exception}",
                    [.. scopes.Where(pair => pair.Key == "RequestId").Select(pair => (string)pair.Value!)]
                )
            );
        }
    }
}

internal sealed record LoggedLine(LogLevel Level, string Category, string Text, IReadOnlyList<string> RequestIds);
