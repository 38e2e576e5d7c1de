using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace LdnEvidence.Api.Http.Limits;

/// <summary>
/// The names by which callers may call the service: those of the setting <c>AllowedHosts</c>, separated by semicolons, such as
/// <c>evidence.example;*.clinic.example</c>, or <c>*</c> for any. Without the setting they are those of this machine and those that it listens at. Pages
/// print the name by which they were called, and a cache may hand a page on, so nobody may choose it freely.
/// </summary>
internal static class AllowedHosts
{
    public const string Setting = "AllowedHosts";

    private const string Any = "*";

    private static readonly string[] OfThisMachine = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Refuses a request that calls the service by another name. Probes are answered whatever they call it.</summary>
    public static IApplicationBuilder UseAllowedHosts(this WebApplication app)
    {
        var (setting, urls) = (app.Configuration[Setting], app.Configuration["urls"]);
        var names = From(setting, urls);
        if (
            string.IsNullOrWhiteSpace(setting)
            && (app.Configuration["http_ports"] is not null || HostsIn(urls).Any(IsEveryAddress))
        )
        {
            app.Logger.LogWarning(
                "Only calls to {Names} are answered. Set AllowedHosts to the names by which others call this service.",
                string.Join(", ", names)
            );
        }

        return names.Contains(Any)
            ? app
            : app.Use(next => context => IsAllowed(context.Request, names) ? next(context) : Refuse(context));
    }

    /// <exception cref="OptionsValidationException">The setting has something that is no name of a host.</exception>
    public static IList<StringSegment> From(string? setting, string? urls)
    {
        var named = setting?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        if (Array.Find(named, name => !IsName(name)) is { } wrong)
        {
            throw new OptionsValidationException(
                Setting,
                typeof(string),
                [
                    $"{Setting} has '{wrong}', which is no host. Write names as evidence.example, *.evidence.example or [::1], without scheme and port, and * for any.",
                ]
            );
        }

        var names =
            named.Length > 0 ? named : [.. OfThisMachine, .. HostsIn(urls).Where(host => !IsEveryAddress(host))];
        return [.. names.Select(name => new StringSegment(name))];
    }

    private static bool IsName(string name) =>
        Uri.CheckHostName(name) switch
        {
            UriHostNameType.Dns or UriHostNameType.IPv4 => true,
            UriHostNameType.IPv6 => name[0] == '[',
            _ => name == Any
                || (
                    name.StartsWith("*.", StringComparison.Ordinal)
                    && Uri.CheckHostName(name[2..]) == UriHostNameType.Dns
                ),
        };

    /// <summary>The hosts in the addresses that the service listens at; 0.0.0.0 and [::] mean every address of the machine.</summary>
    private static IEnumerable<string> HostsIn(string? urls) =>
        (urls ?? string.Empty)
            .Replace("://*", "://0.0.0.0", StringComparison.Ordinal)
            .Replace("://+", "://0.0.0.0", StringComparison.Ordinal)
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(url => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Host : string.Empty)
            .Where(host => host.Length > 0);

    private static bool IsEveryAddress(string host) => host is "0.0.0.0" or "[::]";

    private static bool IsAllowed(HttpRequest request, IList<StringSegment> names) =>
        (request.Host.HasValue && HostString.MatchesAny(request.Host.Value, names))
        || request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase);

    private static Task Refuse(HttpContext context)
    {
        var called = context.Request.Host.Value ?? string.Empty;
        // Not even the page that says so may print it.
        context.Request.Host = default;
        return new ProblemResult(Error.UnknownHost(Quote.Of(called))).ExecuteAsync(context);
    }
}
