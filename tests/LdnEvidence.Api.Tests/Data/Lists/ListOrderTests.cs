using CsCheck;
using LdnEvidence.Api.Data.Lists;

namespace LdnEvidence.Api.Tests.Data.Lists;

/// <summary>A page is the slice of the whole sorted list that begins after its anchor, or ends before it.</summary>
public sealed class ListOrderTests
{
    private const int Largest = 120;

    private static readonly Gen<(int[] Ranks, bool Descending)> Keys = Gen.Select(
        Gen.Int[0, 5].Array[Largest + 1],
        Gen.Bool
    );

    private static readonly Gen<(PositionSet Set, int[] Positions)> Sets = Gen.Select(
            Gen.Int[1, Largest].HashSet[0, Largest],
            Gen.Bool
        )
        .Select((some, isAll) => isAll ? Everything : Of([.. some.Order()]));

    private static (PositionSet Set, int[] Positions) Everything { get; } =
        (PositionSet.All(Largest), [.. Enumerable.Range(1, Largest)]);

    [Fact]
    public void Of_any_fields() =>
        Gen.Select(Keys.Array[0, 3], Sets, Gen.Int[1, 40], Gen.Int[-1, Largest - 1])
            .Sample(
                (keys, set, count, anchor) =>
                {
                    var order = new ListOrder(keys);
                    var sorted = Sorted(set.Positions, keys);
                    int? after = anchor >= 0 && anchor < sorted.Length ? sorted[anchor] : null;

                    order.All(set.Set).ShouldBe(sorted);
                    order.Page(set.Set, after, count).ShouldBe(Slice(sorted, after, count));
                    if (after is { } place)
                    {
                        order.PageBefore(set.Set, place, count).ShouldBe(Before(sorted, place, count));
                    }
                },
                iter: 500,
                threads: 1
            );

    [Fact]
    public void Of_a_ranking() =>
        Gen.Select(Gen.Shuffle(Everything.Positions), Sets, Gen.Int[1, 40], Gen.Int[-1, Largest - 1])
            .Sample(
                (ranking, set, count, anchor) =>
                {
                    var order = new ListOrder(ranking);
                    int[] sorted = [.. ranking.Where(set.Positions.Contains)];
                    int? after = anchor >= 0 && anchor < sorted.Length ? sorted[anchor] : null;

                    order.All(set.Set).ShouldBe(sorted);
                    order.Page(set.Set, after, count).ShouldBe(Slice(sorted, after, count));
                    if (after is { } place)
                    {
                        order.PageBefore(set.Set, place, count).ShouldBe(Before(sorted, place, count));
                    }
                },
                iter: 300,
                threads: 1
            );

    [Fact]
    public void Page_after_page_is_the_whole_list() =>
        Gen.Select(Keys.Array[0, 3], Sets, Gen.Int[1, 15])
            .Sample(
                (keys, set, count) =>
                {
                    var order = new ListOrder(keys);
                    var walked = new List<int>();
                    for (var page = order.Page(set.Set, null, count); page.Count > 0; )
                    {
                        walked.AddRange(page);
                        page = order.Page(set.Set, page[^1], count);
                    }

                    walked.ShouldBe(Sorted(set.Positions, keys));
                },
                iter: 200,
                threads: 1
            );

    private static (PositionSet Set, int[] Positions) Of(int[] positions) =>
        (PositionSet.Of(Largest, positions), positions);

    private static int[] Sorted(int[] positions, (int[] Ranks, bool Descending)[] keys)
    {
        var sorted = positions.OrderBy(_ => 0);
        foreach (var (ranks, descending) in keys)
        {
            sorted = descending
                ? sorted.ThenByDescending(position => ranks[position])
                : sorted.ThenBy(position => ranks[position]);
        }

        return [.. sorted.ThenBy(position => position)];
    }

    private static int[] Before(int[] sorted, int place, int count) =>
        [.. sorted.Take(Array.IndexOf(sorted, place)).TakeLast(count)];

    private static int[] Slice(int[] sorted, int? after, int count) =>
        [.. sorted.Skip(after is { } seen ? Array.IndexOf(sorted, seen) + 1 : 0).Take(count)];
}
