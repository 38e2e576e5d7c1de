using System.Globalization;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain;

namespace LdnEvidence.Api.Http;

/// <summary>Which page of which list a request asks for; opened once the release is known.</summary>
internal sealed class ListRequest(ReleaseReader catalogue)
{
    public const int SmallestLimit = 1;
    public const int LargestLimit = 100;
    public const int DefaultLimit = 20;

    /// <summary>Parameters that say how much of the list is shown and in which form, not which list it is.</summary>
    private static readonly HashSet<string> OfThePage = new(StringComparer.Ordinal)
    {
        "cursor",
        "limit",
        "release",
        "asOf",
    };

    private static readonly HashSet<string> OfTheForm = new(OfThePage, StringComparer.Ordinal)
    {
        "fields",
        "facets",
        "include",
        "highlight",
        "format",
    };

    private string _path = string.Empty;
    private string? _query;

    /// <summary>Whether the list is one release's; the list of releases is read as of now.</summary>
    private bool _isOfOneRelease;

    /// <summary>The position of the record that the page begins after; null where it begins with the first, or ends before a record.</summary>
    public int? After { get; private set; }

    /// <summary>The position of the record that the page ends before, on a walk back.</summary>
    public int? Before { get; private set; }

    /// <summary>How many records were asked for; null where it was left to the service.</summary>
    public int? GivenLimit { get; private set; }

    public int Limit => GivenLimit ?? DefaultLimit;

    /// <summary>What identifies the list: its address, filters and order, in one spelling.</summary>
    private string List => ListAt(_path) + RequestTarget.Write(RequestTarget.Parameters(_query, OfTheForm));

    /// <summary>What identifies the list at an address when nothing filters it.</summary>
    public static string ListAt(string path) => path + "?";

    /// <summary>Reads limit and cursor; the release must have been selected.</summary>
    /// <returns>What is wrong with the cursor, or null.</returns>
    public Error? Open(HttpRequest request, IPagedQuery query)
    {
        _path = request.Path.ToUriComponent();
        _query = request.QueryString.Value;
        GivenLimit = query.Limit?.Value;
        _isOfOneRelease = query is ReleaseQuery;
        if (query.Cursor is not { } text)
        {
            return null;
        }

        if (!Cursor.TryRead(text.Value, List, out var cursor))
        {
            return Refuse(
                "It is not a cursor of this list. Take it from an address that another page of the list leads to, and keep the filters and the order as they were."
            );
        }

        // In the list of releases, those that are newer than the cursor stand before it and change nothing after it.
        if (_isOfOneRelease && cursor.Release != catalogue.Release.Number)
        {
            return Refuse(
                $"It belongs to release {cursor.Release}, and release {catalogue.Release.Number} is read. Add release={cursor.Release} to go on, or start again without a cursor."
            );
        }

        var isBack = cursor.Position < 0;
        After = isBack ? null : cursor.Position;
        Before = isBack ? -cursor.Position : null;
        return null;
    }

    /// <summary>The addresses of the pages around one.</summary>
    /// <param name="before">The position of the first record of the page, where others come before it.</param>
    /// <param name="after">The position of its last record, where others come after it.</param>
    public (string First, string? Previous, string? Next) Addresses(int? before, int? after)
    {
        var parameters = RequestTarget.Parameters(_query, OfThePage);
        if (GivenLimit is { } limit)
        {
            parameters.Add(KeyValuePair.Create("limit", limit.ToString(CultureInfo.InvariantCulture)));
        }

        // The release is named, so that a walk stays on the one it began with.
        if (_isOfOneRelease)
        {
            parameters.Add(
                KeyValuePair.Create("release", catalogue.Release.Number.ToString(CultureInfo.InvariantCulture))
            );
        }

        var first = Address(parameters);
        return (first, At(-before), At(after));

        string? At(int? position) =>
            position is { } place
                ? $"{first}{(parameters.Count == 0 ? '?' : '&')}cursor={new Cursor(catalogue.Release.Number, place).Write(List)}"
                : null;
    }

    private string Address(List<KeyValuePair<string, string>> parameters) =>
        parameters.Count == 0 ? _path : $"{_path}?{RequestTarget.Write(parameters)}";

    private static Error Refuse(string message) =>
        Error.InvalidParameter(new Dictionary<string, string[]>(StringComparer.Ordinal) { ["cursor"] = [message] });
}
