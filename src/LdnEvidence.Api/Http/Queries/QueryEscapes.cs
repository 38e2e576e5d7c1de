using System.Buffers;
using System.Globalization;
using System.Text.Unicode;
using Microsoft.AspNetCore.WebUtilities;

namespace LdnEvidence.Api.Http.Queries;

/// <summary>Percent signs in a query string. The framework leaves those that it cannot decode as they are, and they would be searched as text.</summary>
internal static class QueryEscapes
{
    private const int Length = 3;

    /// <summary>The first parameter with a percent sign that begins no escape, or with escapes that are no UTF-8; null where there is none.</summary>
    public static (string Parameter, string Message)? Fault(HttpRequest request)
    {
        var query = request.QueryString.Value;
        if (query is null || !query.Contains('%', StringComparison.Ordinal))
        {
            return null;
        }

        foreach (var pair in new QueryStringEnumerable(query))
        {
            if (!IsDecodable(pair.EncodedName.Span) || !IsDecodable(pair.EncodedValue.Span))
            {
                return (
                    Quote.Of(pair.DecodeName().ToString()),
                    "A '%' in it does not begin an escape of UTF-8 text, such as %C3%A9; write a percent sign as %25."
                );
            }
        }

        return null;
    }

    private static bool IsDecodable(ReadOnlySpan<char> text)
    {
        var bytes = new ArrayBufferWriter<byte>();
        while (text.Length > 0)
        {
            if (text[0] != '%')
            {
                bytes.Write(" "u8);
                text = text[1..];
            }
            else if (
                text.Length >= Length
                && byte.TryParse(
                    text[1..Length],
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out var value
                )
            )
            {
                bytes.Write([value]);
                text = text[Length..];
            }
            else
            {
                return false;
            }
        }

        return Utf8.IsValid(bytes.WrittenSpan);
    }
}
