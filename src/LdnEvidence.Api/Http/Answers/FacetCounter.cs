using LdnEvidence.Api.Contracts.Lists;
using LdnEvidence.Api.Data;

namespace LdnEvidence.Api.Http.Answers;

/// <summary>Counts, for the fields that were asked for, how many records of a list have each value.</summary>
internal static class FacetCounter
{
    /// <summary>Values that no record of the list has are left out; those that most have come first.</summary>
    public static FacetCounts Count(Listing listing, OpenRelease catalogue)
    {
        var (index, counts) = (catalogue.Index(listing.Collection), new FacetCounts());
        foreach (var name in listing.Facets)
        {
            var column = index.Column(name);
            counts[name] =
            [
                .. column
                    .CountEach(listing.Records)
                    .Select((count, number) => (Number: number, Count: count))
                    .Where(value => value.Count > 0)
                    .OrderByDescending(value => value.Count)
                    .ThenBy(value => value.Number)
                    .Select(value => new FacetValue(column.Value(value.Number), value.Count)),
            ];
        }

        return counts;
    }
}
