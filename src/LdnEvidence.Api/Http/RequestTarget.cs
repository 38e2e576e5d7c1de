using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.WebUtilities;

namespace LdnEvidence.Api.Http;

/// <summary>What a request asks for, in one spelling whatever the order and the escaping of its parameters.</summary>
internal static class RequestTarget
{
    /// <summary>The characters that are never escaped (RFC 3986, 2.3).</summary>
    private static readonly SearchValues<char> Unreserved = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
    );

    /// <summary>What begins with one of these is for programs, or documents what is.</summary>
    private static readonly string[] OfPrograms = ["/api", "/health", "/swagger", "/openapi.json", "/openapi.yaml"];

    /// <summary>Marks where a request keeps its query in one spelling.</summary>
    private static readonly object InOneSpelling = new();

    /// <summary>Whether an address is one of those that people read: anything but data, probes and documentation.</summary>
    public static bool IsOfPages(PathString path)
    {
        foreach (var beginning in OfPrograms)
        {
            if (path.StartsWithSegments(beginning, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// The beginning of the addresses that an answer names, and so a part of what identifies it: the path below which the service stands, and for a page scheme
    /// and host before it; data names no host.
    /// </summary>
    public static string RootOf(HttpRequest request) =>
        IsOfPages(request.Path) ? SiteOf(request) : request.PathBase.ToUriComponent();

    /// <summary>Scheme, host and base path as the caller sees them, such as <c>https://evidence.example/ldn</c>.</summary>
    public static string SiteOf(HttpRequest request) =>
        $"{request.Scheme}://{request.Host.ToUriComponent()}{request.PathBase.ToUriComponent()}";

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

    /// <summary>Whether a parameter lists names: joined by commas, or each in a parameter of its own, as some generated clients send them. Their order counts.</summary>
    public static bool ListsNames(ReadOnlySpan<char> parameter) =>
        parameter is "sort" or "facets" or "include" or "fields";

    /// <summary>The parameters that are not left out, sorted by name and value; names that belong to one list are joined by commas.</summary>
    public static List<KeyValuePair<string, string>> Parameters(string? query, IReadOnlySet<string>? without = null)
    {
        var parameters = new List<KeyValuePair<string, string>>();
        foreach (var pair in new QueryStringEnumerable(query))
        {
            var name = pair.DecodeName().ToString();
            if (without?.Contains(name) == true)
            {
                continue;
            }

            var value = pair.DecodeValue().ToString();
            var list = ListsNames(name) ? parameters.FindIndex(parameter => parameter.Key == name) : -1;
            if (list < 0)
            {
                parameters.Add(KeyValuePair.Create(name, value));
            }
            else
            {
                parameters[list] = KeyValuePair.Create(name, $"{parameters[list].Value},{value}");
            }
        }

        parameters.Sort(ByNameAndValue);
        return parameters;
    }

    public static string Write(IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        var text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[512]);
        for (var index = 0; index < parameters.Count; index++)
        {
            text.AppendLiteral(index == 0 ? string.Empty : "&");
            text.AppendLiteral(Uri.EscapeDataString(parameters[index].Key));
            text.AppendLiteral("=");
            text.AppendLiteral(Uri.EscapeDataString(parameters[index].Value));
        }

        return text.ToStringAndClear();
    }

    /// <summary>Whether parameters are written already as <see cref="Write"/> would write them.</summary>
    private static bool IsPlain(ReadOnlySpan<char> query)
    {
        ReadOnlySpan<char> lastName = default;
        ReadOnlySpan<char> lastValue = default;
        foreach (var part in query.Split('&'))
        {
            var parameter = query[part];
            var equals = parameter.IndexOf('=');
            if (equals <= 0)
            {
                return false;
            }

            var name = parameter[..equals];
            var value = parameter[(equals + 1)..];
            var order = name.SequenceCompareTo(lastName);
            if (
                name.ContainsAnyExcept(Unreserved)
                || value.ContainsAnyExcept(Unreserved)
                || order < 0
                || (order == 0 && (value.SequenceCompareTo(lastValue) < 0 || ListsNames(name)))
            )
            {
                return false;
            }

            lastName = name;
            lastValue = value;
        }

        return true;
    }

    private static int ByNameAndValue(KeyValuePair<string, string> left, KeyValuePair<string, string> right)
    {
        var byName = string.CompareOrdinal(left.Key, right.Key);
        return byName != 0 ? byName : string.CompareOrdinal(left.Value, right.Value);
    }
}
