using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace LdnEvidence.Api.Http.Site;

/// <summary>
/// The path below which callers see the service. From here on <see cref="HttpRequest.PathBase"/> has it and <see cref="HttpRequest.Path"/> does not, so
/// everything inside is written for the root, and whatever sends an address puts the base path before it.
/// </summary>
internal static partial class BasePath
{
    /// <summary>What a base path looks like, in words.</summary>
    public const string Form =
        "a slash and a name of letters, digits, '-', '.', '_' or '~', once or more, with at most 200 characters";

    private const int Longest = 200;

    public static WebApplicationBuilder AddSite(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<SiteOptions>().BindConfiguration(SiteOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<SiteOptions>, SiteOptionsValidator>();
        return builder;
    }

    /// <summary>Takes the base path from a trusted proxy, else from the settings. Stands after <c>UseTrustedProxies</c>, which lets nobody else's word through.</summary>
    public static IApplicationBuilder UseBasePath(this IApplicationBuilder app)
    {
        PathString configured = app.ApplicationServices.GetRequiredService<IOptions<SiteOptions>>().Value.BasePath;
        return app.Use(next =>
            http =>
            {
                var request = http.Request;
                var told = request.PathBase.Value?.TrimEnd('/') ?? string.Empty;
                request.PathBase = IsUsable(told) ? told : configured;
                // A proxy may pass the path on as it is, or take it away.
                if (
                    request.PathBase.HasValue
                    && request.Path.StartsWithSegments(request.PathBase, StringComparison.Ordinal, out var rest)
                )
                {
                    request.Path = rest;
                }

                return next(http);
            }
        );
    }

    /// <summary>
    /// Whether a text can stand before every address: it leads to no other host, as <c>//other.example</c> would, and needs no escaping in a header, a
    /// page or JSON.
    /// </summary>
    public static bool IsUsable(string path) => path.Length <= Longest && Names().IsMatch(path);

    [GeneratedRegex(
        @"^(/(?!\.{1,2}(/|$))[A-Za-z0-9._~-]+)+\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 100
    )]
    private static partial Regex Names();
}
