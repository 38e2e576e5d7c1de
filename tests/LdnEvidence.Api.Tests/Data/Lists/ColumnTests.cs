using System.Text;
using CsCheck;
using LdnEvidence.Api.Data.Lists;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Data.Lists;

/// <summary>A column that is written and read again tells of its pairs what a look at all of them would.</summary>
public sealed class ColumnTests
{
    private const int Size = 40;

    private static readonly Gen<string> Texts = Laws.OneOf("a", "b", "A", "é", "😀", "\uffee", ".", "|", "K5")
        .Array[0, 4]
        .Select(string.Concat);

    private static readonly Gen<(string Value, int Position)[]> Pairs = Gen.Select(Texts, Gen.Int[1, Size])
        .HashSet[0, 60]
        .Select(pairs => pairs.ToArray());

    [Fact]
    public void An_identifying_value_leads_to_its_position_and_back()
    {
        string[] ids = ["zoe", "amy", "été", "bob"];
        var column = ValueColumn.Read(
            ValueColumn.Write(ids.Length, ids.Select((id, index) => (Value: id, Position: index + 1)))
        );

        foreach (var (index, id) in ids.Index())
        {
            column.PositionOf(id).ShouldBe(index + 1);
            column.ValueAt(index + 1).ShouldBe(id);
        }

        column.PositionOf("nobody").ShouldBe(0);
    }

    [Fact]
    public void Its_values_are_those_of_the_pairs_in_the_order_of_their_bytes() =>
        Pairs.Sample(
            pairs =>
            {
                var column = Column(pairs);
                string[] values = [.. pairs.Select(pair => pair.Value).Distinct(StringComparer.Ordinal)];

                Enumerable.Range(0, column.Values).Select(column.Value).ShouldBe(values.Order(Bytewise));
                Enumerable.Range(0, column.Values).Select(column.Order).ShouldBe(Enumerable.Range(0, values.Length));
            },
            iter: 200,
            threads: 1
        );

    [Fact]
    public void A_value_is_found_by_its_text_and_by_its_beginning() =>
        Gen.Select(Pairs, Texts)
            .Sample(
                (pairs, text) =>
                {
                    var column = Column(pairs);
                    var numbers = Enumerable.Range(0, column.Values).ToDictionary(column.Value, StringComparer.Ordinal);

                    column.Find(text).ShouldBe(numbers.GetValueOrDefault(text, -1));
                    numbers.Keys.Select(column.Find).ShouldBe(numbers.Values);
                    column
                        .StartingWith(text)
                        .ShouldBe(
                            numbers
                                .Where(value => value.Key.StartsWith(text, StringComparison.Ordinal))
                                .Select(value => value.Value)
                        );
                },
                iter: 300,
                threads: 1
            );

    [Fact]
    public void A_value_has_its_positions_and_counts_them_within_any_set() =>
        Gen.Select(Pairs, Gen.Int[1, Size].HashSet[0, Size])
            .Sample(
                (pairs, some) =>
                {
                    var column = Column(pairs);
                    var within = PositionSet.Of(Size, some.Order().ToArray());
                    var counts = column.CountEach(within);
                    var all = column.CountEach(PositionSet.All(Size));
                    counts.Length.ShouldBe(column.Values);
                    for (var number = 0; number < column.Values; number++)
                    {
                        int[] positions =
                        [
                            .. pairs
                                .Where(pair => pair.Value == column.Value(number))
                                .Select(pair => pair.Position)
                                .Order(),
                        ];
                        column.Having(number).After(0).ShouldBe(positions);
                        counts[number].ShouldBe(positions.Count(some.Contains));
                        all[number].ShouldBe(positions.Length);
                    }
                },
                iter: 200,
                threads: 1
            );

    [Theory]
    [InlineData(3)]
    [InlineData(255)]
    [InlineData(256)]
    public void Records_with_one_value_or_none_are_counted_however_many_values_there_are(int values)
    {
        const int size = 1_000;
        (string Value, int Position)[] pairs =
        [
            .. Enumerable
                .Range(1, size)
                .Where(position => position % 7 != 0)
                .Select(position => ($"value-{position * 31 % values:000}", position)),
        ];
        var column = ValueColumn.Read(ValueColumn.Write(size, pairs));
        int[] some = [.. Enumerable.Range(1, size).Where(position => position % 3 == 0)];
        PositionSet[] sets = [PositionSet.Of(size, some), PositionSet.Copy(size, some)];
        sets.Select(set => set.IsListed).ShouldBe([true, false]);

        foreach (var set in sets)
        {
            column
                .CountEach(set)
                .Select((count, number) => (column.Value(number), count))
                .ShouldBe(
                    pairs
                        .GroupBy(pair => pair.Value, StringComparer.Ordinal)
                        .OrderBy(group => group.Key, StringComparer.Ordinal)
                        .Select(group => (group.Key, group.Count(pair => some.Contains(pair.Position))))
                );
        }

        column.Values.ShouldBe(values);
    }

    [Fact]
    public void Positions_rank_as_their_values_do_and_those_without_one_come_first() =>
        Gen.Select(Texts.Array[Size], Gen.Bool.Array[Size])
            .Sample(
                (values, known) =>
                {
                    var column = Column([
                        .. values.Select((value, index) => (value, index + 1)).Where(pair => known[pair.Item2 - 1]),
                    ]);
                    var ranks = column.Ranks();

                    ranks.Length.ShouldBe(Size + 1);
                    ShouldAgree(ranks, [.. values.Zip(known, (value, isKnown) => isKnown ? value : null)], Bytewise);
                },
                iter: 100,
                threads: 1
            );

    [Fact]
    public void A_column_may_have_an_order_of_its_own()
    {
        string[] strength = ["strong", "middling", "anecdotal"];
        var column = ValueColumn.Read(
            ValueColumn.Write(
                3,
                [("anecdotal", 1), ("strong", 2), ("middling", 3)],
                value => Array.IndexOf(strength, value)
            )
        );

        column.Ranks()[1..].ShouldBe([3, 1, 2]);
        column.Order(column.Find("strong")).ShouldBe(0);
    }

    [Fact]
    public void Ranks_alone_read_back_as_the_order_of_the_values() =>
        Gen.Int[0, 9]
            .Nullable()
            .Array[0, 30]
            .Sample(
                values =>
                {
                    var ranks = RankColumn.Read(RankColumn.Write<int?>(values));

                    ranks.Length.ShouldBe(values.Length + 1);
                    ShouldAgree(ranks, values, Comparer<int?>.Default);
                },
                iter: 200,
                threads: 1
            );

    [Fact]
    public void Ranks_of_texts_follow_the_given_comparer()
    {
        string?[] values = ["b", null, "B", "a", "b"];

        RankColumn.Read(RankColumn.Write(values, StringComparer.Ordinal))[1..].ShouldBe([4, 1, 2, 3, 4]);
    }

    private static Comparer<string?> Bytewise { get; } =
        Comparer<string?>.Create(
            (left, right) =>
                left is null || right is null
                    ? (left is null ? 0 : 1) - (right is null ? 0 : 1)
                    : Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right))
        );

    private static ValueColumn Column((string Value, int Position)[] pairs) =>
        ValueColumn.Read(ValueColumn.Write(Size, pairs));

    private static void ShouldAgree<T>(int[] ranks, IReadOnlyList<T> values, IComparer<T> comparer)
    {
        for (var left = 0; left < values.Count; left++)
        {
            for (var right = 0; right < values.Count; right++)
            {
                Math.Sign(ranks[left + 1].CompareTo(ranks[right + 1]))
                    .ShouldBe(Math.Sign(comparer.Compare(values[left], values[right])));
            }
        }
    }
}
