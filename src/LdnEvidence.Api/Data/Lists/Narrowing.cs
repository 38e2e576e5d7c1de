namespace LdnEvidence.Api.Data.Lists;

/// <summary>The records of a collection, narrowed down field by field.</summary>
internal sealed class Narrowing(CollectionIndex index)
{
    public PositionSet Records { get; private set; } = index.All;

    /// <summary>Keeps those that have any of these values; all of them where no value is named.</summary>
    public Narrowing To(string column, IReadOnlyCollection<string> values) =>
        values.Count > 0 ? Among(column, values) : this;

    /// <summary>Keeps those that have any of these values; none of them where there is no value.</summary>
    public Narrowing Among(string column, IReadOnlyCollection<string> values)
    {
        Records = Records.Intersect(index.Having(column, values));
        return this;
    }

    /// <summary>Keeps those that have any value at all, or those that have none.</summary>
    public Narrowing Having(string column, bool anyValue)
    {
        var field = index.Column(column);
        var having = index.Having(field, Enumerable.Range(0, field.Values));
        Records = anyValue ? Records.Intersect(having) : Records.Except(having);
        return this;
    }

    /// <summary>Keeps those with this value or one that comes after it, character by character; a record without a value is not kept.</summary>
    public Narrowing From(string column, string first)
    {
        var field = index.Column(column);
        Records = Records.Intersect(
            index.Having(
                field,
                Enumerable
                    .Range(0, field.Values)
                    .Where(number => string.CompareOrdinal(field.Value(number), first) >= 0)
            )
        );
        return this;
    }
}
