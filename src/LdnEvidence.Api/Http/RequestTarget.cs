using System.Buffers;
using Microsoft.AspNetCore.WebUtilities;

namespace LdnEvidence.Api.Http;

/// <summary>What a request asks for, in one spelling whatever the order and the escaping of its parameters.</summary>
internal static class RequestTarget
{
    /// <summary>The characters that are never escaped (RFC 3986, 2.3).</summary>
    private static readonly SearchValues<char> Unreserved = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
    );

    /// <summary>Marks where a request keeps its query in one spelling.</summary>
    private static readonly object InOneSpelling = new();

    /// <summary>The query string in its one spelling, without the question mark.</summary>
    public static string QueryOf(HttpRequest request)
    {
        var query = request.QueryString.Value;
        if (string.IsNullOrEmpty(query) || query.Length == 1)
        {
            return string.Empty;
        }

        if (IsPlain(query.AsSpan(1)))
        {
            return query[1..];
        }

        // The cache and the ETag both ask for it.
        var items = request.HttpContext.Items;
        if (items.TryGetValue(InOneSpelling, out var known))
        {
            return (string)known!;
        }

        var written = Write(Parameters(query));
        items[InOneSpelling] = written;
        return written;
    }

    /// <summary>The parameters that are not left out, sorted by name and value.</summary>
    public static List<KeyValuePair<string, string>> Parameters(string? query, IReadOnlySet<string>? without = null)
    {
        var parameters = new List<KeyValuePair<string, string>>();
        foreach (var pair in new QueryStringEnumerable(query))
        {
            var name = pair.DecodeName().ToString();
            if (without?.Contains(name) != true)
            {
                parameters.Add(KeyValuePair.Create(name, pair.DecodeValue().ToString()));
            }
        }

        parameters.Sort(ByNameAndValue);
        return parameters;
    }

    public static string Write(IEnumerable<KeyValuePair<string, string>> parameters) =>
        string.Join(
            '&',
            parameters.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}")
        );

    /// <summary>Whether it is one parameter that is written already as <see cref="Write"/> would write it.</summary>
    private static bool IsPlain(ReadOnlySpan<char> query)
    {
        var equals = query.IndexOf('=');
        return equals > 0
            && !query[..equals].ContainsAnyExcept(Unreserved)
            && !query[(equals + 1)..].ContainsAnyExcept(Unreserved);
    }

    private static int ByNameAndValue(KeyValuePair<string, string> left, KeyValuePair<string, string> right)
    {
        var byName = string.CompareOrdinal(left.Key, right.Key);
        return byName != 0 ? byName : string.CompareOrdinal(left.Value, right.Value);
    }
}
