using System.Buffers;
using System.Text;
using System.Text.Json;

namespace LdnEvidence.Api.Http.Links;

/// <summary>
/// The links inside a JSON body. Records are stored with links from the service's root, so that a release is the same wherever it is served; where the
/// service stands below a path, that path is put before each link as the body is sent.
/// </summary>
internal static class BodyLinks
{
    /// <summary>The object whose members are all links.</summary>
    private const string Links = "links";

    /// <summary>Members that are a link wherever they stand; those with @ and of schema.org are JSON-LD's.</summary>
    private static readonly HashSet<string> Single = new(StringComparer.Ordinal)
    {
        "link",
        "url",
        "next",
        "all",
        "@id",
        "inDefinedTermSet",
    };

    private static readonly JsonReaderOptions Options = new() { AllowMultipleValues = true };

    /// <summary>The body with its links below a path; the body itself where there is no such path.</summary>
    /// <param name="json">JSON, or NDJSON.</param>
    /// <param name="basePath">What to put before each link from the root.</param>
    public static ReadOnlyMemory<byte> Below(ReadOnlyMemory<byte> json, PathString basePath)
    {
        if (!basePath.HasValue)
        {
            return json;
        }

        var path = Encoding.UTF8.GetBytes(basePath.ToUriComponent());
        var output = new ArrayBufferWriter<byte>(json.Length + (json.Length / 8) + 256);
        var reader = new Utf8JsonReader(json.Span, Options);
        var (copied, linksDepth, name) = (0, -1, string.Empty);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = reader.GetString()!;
                    break;
                case JsonTokenType.StartObject when name == Links && linksDepth < 0:
                    linksDepth = reader.CurrentDepth + 1;
                    break;
                case JsonTokenType.EndObject when reader.CurrentDepth < linksDepth:
                    linksDepth = -1;
                    break;
                case JsonTokenType.String
                    when reader.ValueSpan is [(byte)'/', ..]
                        && (reader.CurrentDepth == linksDepth || Single.Contains(name)):
                    var start = (int)reader.TokenStartIndex + 1;
                    output.Write(json.Span[copied..start]);
                    output.Write(path);
                    copied = start;
                    break;
            }
        }

        output.Write(json.Span[copied..]);
        return output.WrittenMemory;
    }
}
