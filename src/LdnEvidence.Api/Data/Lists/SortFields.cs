namespace LdnEvidence.Api.Data.Lists;

/// <summary>The fields that a list can be sorted by, and where the rank of a position by each of them comes from.</summary>
internal sealed class SortFields
{
    private readonly Dictionary<string, Func<CollectionIndex, int[]>> _fields = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Names => _fields.Keys;

    /// <summary>A field with one value a record, which can be filtered by too.</summary>
    public SortFields WithValues(string name) => With(name, index => index.Column(name).Ranks());

    /// <summary>A field that is only sorted by.</summary>
    public SortFields WithRanks(string name) => With(name, index => index.Ranks(name));

    /// <summary>The field that the default order goes by.</summary>
    public SortFields WithPositions(string name) => With(name, index => index.Positions);

    /// <summary>Reads an order such as <c>-year,id</c>, whose fields a validator has admitted; nothing means the default order.</summary>
    public ListOrder Parse(string? sort, CollectionIndex index) =>
        new([
            .. (sort?.Split(',') ?? []).Select(part =>
                part.StartsWith('-') ? (_fields[part[1..]](index), true) : (_fields[part](index), false)
            ),
        ]);

    private SortFields With(string name, Func<CollectionIndex, int[]> ranks)
    {
        _fields.Add(name, ranks);
        return this;
    }
}
