using CsCheck;
using LdnEvidence.Api.Data.Lists;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Data.Lists;

/// <summary>Whatever a set keeps inside, it says and combines what a plain set of numbers would.</summary>
public sealed class PositionSetTests
{
    private static readonly Gen<int> Sizes = Gen.OneOf(Gen.Int[1, 200], Gen.Int[4000, 4200], Gen.Int[8000, 12_000]);

    private static readonly Gen<(int Size, Pair One, Pair Two)> Two = Sizes.SelectMany(size =>
        Gen.Select(PairsOf(size), PairsOf(size)).Select((one, two) => (size, one, two))
    );

    [Fact]
    public void It_counts_and_contains_what_was_put_in() =>
        Two.Sample(sets => ShouldBeSame(sets.One.Set, sets.One.Plain, sets.Size), iter: 100, threads: 1);

    [Fact]
    public void A_copy_has_the_same_positions_and_is_no_larger_than_their_list() =>
        Two.Sample(
            sets =>
            {
                int[] listed = [.. sets.One.Plain.Order()];
                var copy = PositionSet.Copy(sets.Size, listed);
                ShouldBeSame(copy, sets.One.Plain, sets.Size);
                copy.Weight.ShouldBeLessThanOrEqualTo(PositionSet.Of(sets.Size, listed).Weight);
            },
            iter: 100,
            threads: 1
        );

    [Fact]
    public void It_goes_on_after_any_position() =>
        Gen.Select(Two, Gen.Double[0, 1])
            .Sample(
                (sets, place) =>
                {
                    var position = (int)(place * (sets.Size + 1));
                    sets.One.Set.After(position)
                        .SequenceEqual(sets.One.Plain.Where(other => other > position).Order())
                        .ShouldBeTrue($"after {position} of {sets.Size}");
                },
                iter: 100,
                threads: 1
            );

    [Fact]
    public void An_intersection_has_what_both_have() =>
        Two.Sample(
            sets =>
                ShouldBeSame(
                    sets.One.Set.Intersect(sets.Two.Set),
                    [.. sets.One.Plain.Where(sets.Two.Plain.Contains)],
                    sets.Size
                ),
            iter: 100,
            threads: 1
        );

    [Fact]
    public void What_two_sets_have_in_common_is_counted_as_it_is_found() =>
        Two.Sample(
            sets =>
                sets.One.Set.CountCommon(sets.Two.Set)
                    .ShouldBe(sets.One.Plain.Count(sets.Two.Plain.Contains), $"{sets.One.Set.Count} of {sets.Size}"),
            iter: 200,
            threads: 1
        );

    [Fact]
    public void A_difference_has_what_only_the_first_has() =>
        Two.Sample(
            sets =>
                ShouldBeSame(
                    sets.One.Set.Except(sets.Two.Set),
                    [.. sets.One.Plain.Where(position => !sets.Two.Plain.Contains(position))],
                    sets.Size
                ),
            iter: 200,
            threads: 1
        );

    [Fact]
    public void A_union_has_what_any_has() =>
        Sizes
            .SelectMany(size => PairsOf(size).Array[0, 5].Select(sets => (size, sets)))
            .Sample(
                (size, sets) =>
                    ShouldBeSame(
                        PositionSet.Union(size, [.. sets.Select(set => set.Set)]),
                        [.. sets.SelectMany(set => set.Plain)],
                        size
                    ),
                iter: 100,
                threads: 1
            );

    [Theory]
    [InlineData(4096)]
    [InlineData(4097)]
    public void Where_a_short_list_becomes_a_long_one_nothing_changes(int count)
    {
        int[] even = [.. Enumerable.Range(1, count).Select(number => number * 2)];
        int[] third = [.. Enumerable.Range(1, count).Select(number => number * 3)];
        var size = 3 * count;
        var (left, right) = (PositionSet.Of(size, even), PositionSet.Of(size, third));

        ShouldBeSame(left.Intersect(right), [.. even.Intersect(third)], size);
        ShouldBeSame(PositionSet.Union(size, [left, right]), [.. even.Union(third)], size);
        ShouldBeSame(PositionSet.Union(size, [left, PositionSet.Of(size, default)]), [.. even], size);
    }

    [Fact]
    public void A_set_of_most_positions_weighs_a_bit_a_position()
    {
        var list = PositionSet.Of(10_000, Enumerable.Range(1, 9001).Where(position => position != 7).ToArray());

        list.Weight.ShouldBeGreaterThan(36_000);
        PositionSet.Union(10_000, [list, list]).Weight.ShouldBeLessThan(1500);
        PositionSet.All(10_000).Weight.ShouldBeLessThan(100);
    }

    [Fact]
    public void Positions_without_a_gap_weigh_nothing()
    {
        int[] positions = [.. Enumerable.Range(500, 9000)];

        foreach (var set in new[] { PositionSet.Of(10_000, positions), PositionSet.Copy(10_000, positions) })
        {
            ShouldBeSame(set, [.. positions], 10_000);
            set.IsRun.ShouldBeTrue();
            set.Weight.ShouldBeLessThan(100);
        }
    }

    /// <summary>A set in each of its three forms, and the same as a plain set.</summary>
    private static Gen<Pair> PairsOf(int size) =>
        Gen.Select(Gen.Int[0, 4], Laws.OneOf(0, 0.01, 0.4, 0.95, 1), Gen.Int)
            .Select((form, density, seed) => Make(size, form, density, seed));

    private static Pair Make(int size, int form, double density, int seed)
    {
        if (form == 0)
        {
            return new Pair(PositionSet.All(size), [.. Enumerable.Range(1, size)]);
        }

        var random = new Random(seed);
        if (form == 4)
        {
            // A run, which may be empty.
            var first = random.Next(1, size + 1);
            int[] run = [.. Enumerable.Range(first, random.Next(0, size - first + 2))];
            return new Pair(PositionSet.Of(size, run), [.. run]);
        }

        int[] some = [.. Enumerable.Range(1, size).Where(_ => random.NextDouble() < density)];
        var list = PositionSet.Of(size, some);
        // Whatever is united out of more than 4096 positions is kept as bits.
        return form == 1 || some.Length == 0
            ? new Pair(list, [.. some])
            : new Pair(PositionSet.Union(size, [.. Enumerable.Repeat(list, (4096 / some.Length) + 2)]), [.. some]);
    }

    private static void ShouldBeSame(PositionSet set, HashSet<int> plain, int size)
    {
        set.Size.ShouldBe(size);
        set.Count.ShouldBe(plain.Count);
        set.After(0).SequenceEqual(plain.Order()).ShouldBeTrue($"{plain.Count} of {size}");
        foreach (var position in Enumerable.Range(-1, size + 70))
        {
            (set.Contains(position) == plain.Contains(position)).ShouldBeTrue($"{position} of {size}");
        }
    }

    private sealed record Pair(PositionSet Set, HashSet<int> Plain);
}
