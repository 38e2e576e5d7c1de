using System.IO.Hashing;
using System.Reflection;
using Microsoft.Extensions.FileProviders;

namespace LdnEvidence.Api.Pages;

/// <summary>The files that pages load: they lie in the executable, and their addresses name their content, so that a copy may be kept for good.</summary>
internal static class PageAssets
{
    public const string Path = "/assets";

    private const string Folder = $"{nameof(LdnEvidence)}.{nameof(Api)}.{nameof(Pages)}.Assets";

    private static readonly Assembly Assembly = typeof(PageAssets).Assembly;

    public static string StyleSheet { get; } = AddressOf("site.css");

    public static string Script { get; } = AddressOf("site.js");

    public static string Icon { get; } = AddressOf("icon.svg");

    private static readonly HashSet<string> Addresses = new(StringComparer.Ordinal) { StyleSheet, Script, Icon };

    /// <summary>Nothing of it is made before the first file is asked for.</summary>
    public static IApplicationBuilder UsePageAssets(this IApplicationBuilder app)
    {
        var files = new Lazy<RequestDelegate>(() => Files(app.New()).Build());
        return app.Use(next =>
            http =>
                http.Request.Path.StartsWithSegments(Path, StringComparison.Ordinal) ? files.Value(http) : next(http)
        );
    }

    private static IApplicationBuilder Files(IApplicationBuilder app) =>
        app.UseStaticFiles(
            new StaticFileOptions
            {
                RequestPath = Path,
                FileProvider = new EmbeddedFileProvider(Assembly, Folder),
                OnPrepareResponse = file =>
                    // Only the address that names this content is its own for good.
                    file.Context.Response.Headers.CacheControl = Addresses.Contains(
                        file.Context.Request.Path.Value + file.Context.Request.QueryString.Value
                    )
                        ? "public, max-age=31536000, immutable"
                        : "public, max-age=60",
            }
        );

    private static string AddressOf(string file)
    {
        using var content = Assembly.GetManifestResourceStream($"{Folder}.{file}")!;
        var hash = new XxHash3();
        hash.Append(content);
        return $"{Path}/{file}?v={hash.GetCurrentHashAsUInt64():x16}";
    }
}
