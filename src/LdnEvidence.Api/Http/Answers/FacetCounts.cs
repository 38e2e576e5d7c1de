using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;

namespace LdnEvidence.Api.Http.Answers;

/// <summary>Counts, for the fields that were asked for, how many records of a list have each value.</summary>
internal static class FacetCounts
{
    /// <summary>Values that no record of the list has are left out; those that most have come first.</summary>
    public static Dictionary<string, IReadOnlyList<FacetValue>> Of(Listing listing, OpenRelease catalogue)
    {
        var index = catalogue.Index(listing.Collection);
        return listing.Facets.ToDictionary(
            name => name,
            name =>
            {
                var column = index.Column(name);
                return (IReadOnlyList<FacetValue>)
                    [
                        .. column
                            .CountEach(listing.Records)
                            .Select((count, number) => (Number: number, Count: count))
                            .Where(value => value.Count > 0)
                            .OrderByDescending(value => value.Count)
                            .ThenBy(value => value.Number)
                            .Select(value => new FacetValue(column.Value(value.Number), value.Count)),
                    ];
            },
            StringComparer.Ordinal
        );
    }
}
