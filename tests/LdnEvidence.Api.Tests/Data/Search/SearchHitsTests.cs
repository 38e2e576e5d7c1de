using LdnEvidence.Api.Data.Lists;
using LdnEvidence.Api.Data.Search;

namespace LdnEvidence.Api.Tests.Data.Search;

/// <summary>How much of what was found is kept in memory.</summary>
public sealed class SearchHitsTests
{
    [Theory]
    [InlineData(1_000, 1_000)]
    [InlineData(500_000, 62_500)]
    [InlineData(1_000_000, 62_500)]
    [InlineData(4_000_000, 62_500)]
    public void A_larger_collection_has_room_for_as_many_common_words(int size, int mostBytes)
    {
        int[] third = [.. Enumerable.Range(1, size / 3).Select(number => number * 3)];
        var set = PositionSet.Copy(size, third);

        SearchHits.Share(set.Weight, size).ShouldBeInRange(Math.Min(set.Weight, mostBytes * 9 / 10), mostBytes + 100);
    }
}
