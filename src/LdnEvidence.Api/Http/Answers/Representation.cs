using LdnEvidence.Api.Formats;
using LdnEvidence.Api.Http.Negotiation;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain;
using Microsoft.Net.Http.Headers;

namespace LdnEvidence.Api.Http.Answers;

/// <summary>In which form a request wants its answer: the format, and which members of the records.</summary>
internal sealed class Representation
{
    private static readonly HashSet<string> OfTheEnvelope = new(StringComparer.Ordinal)
    {
        "cursor",
        "facets",
        "include",
        "highlight",
    };

    private Format? _format;

    public Format Format => _format ?? throw new InvalidOperationException("No format was chosen for this request.");

    /// <summary>The name of the format; nothing where an endpoint has no choice of them.</summary>
    public string Name => _format?.Name ?? string.Empty;

    public bool IsJson => Format.Name == "json";

    /// <summary>The members that were asked for; null for whole records.</summary>
    public Projection? Fields { get; private set; }

    /// <summary>Chooses the format by the parameter format, else by the Accept header.</summary>
    /// <returns>What is wrong with the request, or null.</returns>
    public Error? Open(HttpRequest request, AnswerShape shape, Query query)
    {
        var named = (query as IFormattedQuery)?.Format?.Value;
        _format = named is not null
            ? shape.Formats.First(format => format.Name == named)
            : Negotiate(request, shape.Formats);
        if (_format is null)
        {
            return Error.NotAcceptable(
                Quote.Of(request.Headers.Accept.ToString()),
                string.Join(", ", shape.Formats.Select(format => format.MediaType).Distinct())
            );
        }

        if ((query as IFormattedQuery)?.Fields?.Value is { } fields)
        {
            if (_format.Name is not ("json" or "ndjson"))
            {
                return Refuse("fields", "members can be picked from JSON and NDJSON only");
            }

            Fields = Projection.Of(fields);
        }

        return IsJson || shape.Arity == Arity.One || !request.QueryString.HasValue
            ? null
            : RefuseEnvelope(request, query);
    }

    /// <summary>The format that the Accept header wants most, the default where it does not mind.</summary>
    private static Format? Negotiate(HttpRequest request, IReadOnlyList<Format> formats) =>
        MediaRanges.Of(request) is not { } ranges
            ? formats[0]
            : formats
                .Select(format =>
                    (Format: format, Quality: ranges.QualityOf(MediaTypeHeaderValue.Parse(format.ContentType)))
                )
                .Where(choice => choice.Quality > 0)
                .OrderByDescending(choice => choice.Quality)
                .Select(choice => choice.Format)
                .FirstOrDefault();

    private Error? RefuseEnvelope(HttpRequest request, Query query)
    {
        // Not to highlight is what every format does.
        var isPlain = query is SearchableQuery { Highlight.Value: false };
        var parameter = request.Query.Keys.FirstOrDefault(name =>
            OfTheEnvelope.Contains(name) && !(isPlain && name == "highlight")
        );
        return parameter is null
            ? null
            : Refuse(parameter, "it belongs to the pages of JSON; this format has no pages and sends the whole list");
    }

    private Error Refuse(string parameter, string reason) =>
        Error.InvalidParameter(
            new Dictionary<string, string[]>(StringComparer.Ordinal)
            {
                [parameter] = [$"With the format {Format.Name}, {parameter} is not allowed: {reason}."],
            }
        );
}
