using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Rows;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.EntityFrameworkCore;

namespace LdnEvidence.Api.Http;

/// <summary>Which page of which list a request asks for; opened once the release is known.</summary>
internal sealed class PageRequest(ReleaseReader catalogue)
{
    public const int SmallestLimit = 1;
    public const int LargestLimit = 100;
    public const int DefaultLimit = 20;

    /// <summary>Parameters that say which page is meant, not which list.</summary>
    private static readonly HashSet<string> OfThePage = new(StringComparer.Ordinal)
    {
        "cursor",
        "limit",
        "release",
        "asOf",
    };

    private string _path = string.Empty;
    private List<KeyValuePair<string, string>> _list = [];
    private int? _limit;
    private string? _sort;

    /// <summary>Whether the list is one release's; the list of releases is read as of now.</summary>
    private bool _isOfOneRelease;

    /// <summary>The position of the last record that the caller has seen.</summary>
    public int? After { get; private set; }

    public int Limit => _limit ?? DefaultLimit;

    /// <summary>What identifies the list: its address and filters, in one spelling whatever their order.</summary>
    private string List =>
        ListAt(_path)
        + string.Join(
            '&',
            _list
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .ThenBy(pair => pair.Value, StringComparer.Ordinal)
                .Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}")
        );

    /// <summary>What identifies the list at an address when nothing filters it.</summary>
    public static string ListAt(string path) => path + "?";

    /// <summary>Reads limit, sort and cursor; the release must have been selected.</summary>
    /// <returns>What is wrong with the cursor, or null.</returns>
    public Error? Open(HttpRequest request, IPagedQuery query)
    {
        _path = request.Path.ToUriComponent();
        _list =
        [
            .. request
                .Query.Where(pair => !OfThePage.Contains(pair.Key))
                .SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? string.Empty))),
        ];
        _limit = query.Limit?.Value;
        _sort = (query as ListQuery)?.Sort?.Value;
        _isOfOneRelease = query is ReleaseQuery;
        if (query.Cursor is not { } text)
        {
            return null;
        }

        if (!Cursor.TryRead(text.Value, List, out var cursor))
        {
            return Refuse(
                "It is not a cursor of this list. Take it from the next address of the page before, and keep the filters and the order as they were."
            );
        }

        // In the list of releases, those that are newer than the cursor stand before it and change nothing after it.
        if (_isOfOneRelease && cursor.Release != catalogue.Release.Number)
        {
            return Refuse(
                $"It belongs to release {cursor.Release}, and release {catalogue.Release.Number} is read. Add release={cursor.Release} to go on, or start again without a cursor."
            );
        }

        After = cursor.Position;
        return null;
    }

    /// <summary>Reads the page: the documents of the records after the cursor, in the order that was asked for.</summary>
    public async Task<Page<TResponse>> Of<TRow, TResponse>(
        IQueryable<TRow> rows,
        SortFields<TRow> fields,
        CancellationToken cancellationToken
    )
        where TRow : CatalogueRow
    {
        var total = await rows.CountAsync(cancellationToken);
        var order = fields.Parse(_sort);
        var found = await (await order.After(rows, After, cancellationToken))
            .Take(Limit + 1)
            .Select(row => new StoredDocument(row.Position, row.Document))
            .ToListAsync(cancellationToken);
        return Of<TResponse>(found, total);
    }

    /// <summary>Makes the page from up to one record more than it may hold; the one too many shows that there is a next page.</summary>
    public Page<TResponse> Of<TResponse>(IReadOnlyList<StoredDocument> found, int total)
    {
        var shown = found.Take(Limit).ToList();
        var next =
            found.Count > Limit
                ? AddressOf(new Cursor(catalogue.Release.Number, shown[^1].Position).Write(List))
                : null;
        return new Page<TResponse>(
            [.. shown.Select(record => record.Document)],
            total,
            next,
            AddressOf(null),
            catalogue.Release.Number
        );
    }

    /// <summary>The address of a page of this list. It names the release, so that a walk stays on the one it began with.</summary>
    private string AddressOf(string? cursor)
    {
        var query = new QueryBuilder(_list);
        if (_limit is { } limit)
        {
            query.Add("limit", limit.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        if (_isOfOneRelease)
        {
            query.Add("release", catalogue.Release.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        if (cursor is not null)
        {
            query.Add("cursor", cursor);
        }

        return _path + query;
    }

    private static Error Refuse(string message) =>
        Error.InvalidParameter(new Dictionary<string, string[]>(StringComparer.Ordinal) { ["cursor"] = [message] });
}

/// <summary>A record as a page needs it.</summary>
internal sealed record StoredDocument(int Position, byte[] Document);
