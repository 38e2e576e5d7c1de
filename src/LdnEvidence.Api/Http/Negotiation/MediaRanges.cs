using Microsoft.Net.Http.Headers;

namespace LdnEvidence.Api.Http.Negotiation;

/// <summary>The media ranges of an Accept header (RFC 9110, 12.5.1).</summary>
internal sealed class MediaRanges
{
    private readonly IReadOnlyList<MediaTypeHeaderValue> _ranges;

    private MediaRanges(IReadOnlyList<MediaTypeHeaderValue> ranges) => _ranges = ranges;

    /// <summary>
    /// The ranges that a request accepts; null where it accepts everything: it has no such header, or none of it can be read, which is no reason to refuse an
    /// answer. A range whose quality is no number from 0 to 1 cannot be read.
    /// </summary>
    public static MediaRanges? Of(HttpRequest request)
    {
        var accept = request.Headers.Accept;
        if (
            accept.Count == 0
            || (accept.Count == 1 && accept[0] == "*/*")
            || !MediaTypeHeaderValue.TryParseList(accept, out var all)
        )
        {
            return null;
        }

        var readable = all.Where(range => range.Quality is not null || !range.Parameters.Any(IsQuality)).ToList();
        return readable.Count > 0 ? new MediaRanges(readable) : null;
    }

    /// <summary>How much a caller wants a media type, by the most specific range that fits it: 0 is not at all.</summary>
    /// <param name="type">The type with its parameters.</param>
    public double QualityOf(MediaTypeHeaderValue type) =>
        _ranges
            .Where(range => Fits(type, range))
            .OrderBy(Breadth)
            .ThenByDescending(range => range.Parameters.Count(parameter => ValueOf(type, parameter.Name) is not null))
            .Select(range => range.Quality ?? 1)
            .FirstOrDefault();

    /// <summary>A parameter that the type has must be the same; any other says nothing about the type.</summary>
    private static bool Fits(MediaTypeHeaderValue type, MediaTypeHeaderValue range) =>
        range.MatchesMediaType(type.MediaType)
        && range.Parameters.All(parameter =>
            IsQuality(parameter)
            || ValueOf(type, parameter.Name) is not { } value
            || value.Equals(parameter.GetUnescapedValue().ToString(), StringComparison.OrdinalIgnoreCase)
        );

    private static string? ValueOf(MediaTypeHeaderValue type, Microsoft.Extensions.Primitives.StringSegment name) =>
        type.Parameters.FirstOrDefault(parameter => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            is { } found
            ? found.GetUnescapedValue().ToString()
            : null;

    private static bool IsQuality(NameValueHeaderValue parameter) =>
        parameter.Name.Equals("q", StringComparison.OrdinalIgnoreCase);

    private static int Breadth(MediaTypeHeaderValue range) =>
        range.MatchesAllTypes ? 2
        : range.MatchesAllSubTypes ? 1
        : 0;
}
