using System.IO.Hashing;
using System.Reflection;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Caching;
using LdnEvidence.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

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

    /// <summary>Sends one of the files.</summary>
    public static Results<WholeAnswer, NotFoundProblem> Handle(string file, HttpRequest request) =>
        Read(file) is not { } content
            ? new NotFoundProblem(Error.AddressNotFound())
            : new WholeAnswer(content, TypeOf(file))
            {
                // Only the address that names this content is its own for good.
                CacheControl = Addresses.Contains(request.Path.Value + request.QueryString.Value)
                    ? "public, max-age=31536000, immutable"
                    : "public, max-age=60",
            };

    /// <summary>Sends the icon to browsers that look for it at its oldest address.</summary>
    public static WholeAnswer Favicon() =>
        new(Read("favicon.ico")!, TypeOf("favicon.ico")) { CacheControl = "public, max-age=86400" };

    private static string TypeOf(string file) =>
        System.IO.Path.GetExtension(file) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => "image/x-icon",
        };

    private static byte[]? Read(string file)
    {
        using var content = Assembly.GetManifestResourceStream($"{Folder}.{file}");
        if (content is null)
        {
            return null;
        }

        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        return bytes;
    }

    private static string AddressOf(string file) => $"{Path}/{file}?v={XxHash3.HashToUInt64(Read(file)):x16}";
}
