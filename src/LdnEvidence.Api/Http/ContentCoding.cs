using LdnEvidence.Api.Formats;
using Microsoft.Net.Http.Headers;

namespace LdnEvidence.Api.Http;

/// <summary>The compression of an answer: the best that the caller and the service both know.</summary>
internal static class ContentCoding
{
    /// <summary>Best first, where the caller has no preference.</summary>
    private static readonly string[] Served = ["br", "zstd", "gzip"];

    /// <summary>The media types that are compressed; others are compressed already.</summary>
    public static IReadOnlyList<string> Compressed { get; } =
    [
        .. FormatRegistry.All.Select(format => format.MediaType),
        ProblemResult.ContentType,
        "application/linkset+json",
        "application/javascript",
        "application/xml",
        "application/yaml",
        "image/svg+xml",
        "text/css",
        "text/html",
        "text/javascript",
        "text/markdown",
        "text/plain",
    ];

    /// <summary>Whether a body of this type is compressed for callers who accept that.</summary>
    public static bool IsCompressed(string contentType) =>
        Compressed.Contains(contentType.Split(';')[0], StringComparer.OrdinalIgnoreCase);

    /// <summary>The coding for this request, or nothing where the body is sent as it is.</summary>
    public static string Of(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding;
        return accepted.Count == 0 ? string.Empty
            : accepted.Count == 1 && Served.Contains(accepted[0], StringComparer.Ordinal) ? accepted[0]!
            : Negotiate(accepted);
    }

    private static string Negotiate(IList<string?> accepted)
    {
        if (!StringWithQualityHeaderValue.TryParseList([.. accepted.OfType<string>()], out var codings))
        {
            return string.Empty;
        }

        // Without a word about it, the plain body is the last resort (RFC 9110, 12.5.3).
        var plain = codings.FirstOrDefault(coding =>
            coding.Value.Equals("identity", StringComparison.OrdinalIgnoreCase)
        );
        var least = plain is null ? 0 : plain.Quality ?? 1;
        return Served
                .Select(name => (Name: name, Quality: QualityOf(name, codings)))
                .Where(choice => choice.Quality > 0 && choice.Quality >= least)
                .OrderByDescending(choice => choice.Quality)
                .Select(choice => choice.Name)
                .FirstOrDefault()
            ?? string.Empty;
    }

    private static double QualityOf(string name, IList<StringWithQualityHeaderValue> codings)
    {
        var coding =
            codings.FirstOrDefault(coding => IsNamed(coding.Value.AsSpan(), name))
            ?? codings.FirstOrDefault(coding => coding.Value == "*");
        return coding is null ? 0 : coding.Quality ?? 1;
    }

    /// <summary>x-gzip is gzip (RFC 9110, 8.4.1.3).</summary>
    private static bool IsNamed(ReadOnlySpan<char> coding, string name) =>
        coding.Equals(name, StringComparison.OrdinalIgnoreCase)
        || (name == "gzip" && coding.Equals("x-gzip", StringComparison.OrdinalIgnoreCase));
}
