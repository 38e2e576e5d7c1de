using BenchmarkDotNet.Attributes;
using LdnEvidence.Api.Data.Lists;

namespace LdnEvidence.Benchmarks.Micro;

/// <summary>Filters and pages of a list of 100,000 records: a rare value with a common one, two common ones, and a sorted page.</summary>
public class PositionSetBenchmarks
{
    private const int Size = 100_000;

    private static readonly ListOrder Default = new(new List<(int[], bool)>());
    private static readonly ListOrder Sorted = new([
        ([.. Enumerable.Range(0, Size + 1).Select(position => position * 7919 % 1000)], true),
    ]);

    private PositionSet _rare = PositionSet.All(Size);
    private PositionSet _common = PositionSet.All(Size);
    private PositionSet _other = PositionSet.All(Size);

    [GlobalSetup]
    public void Setup()
    {
        _rare = Every(500);
        _common = Every(3);
        _other = Every(2);
    }

    [Benchmark]
    public int RareAndCommon() => _rare.Intersect(_common).Count;

    [Benchmark]
    public int CommonAndCommon() => _other.Intersect(_common).Count;

    [Benchmark]
    public IReadOnlyList<int> DeepPage() => Default.Page(_common, Size * 8 / 10, 21);

    [Benchmark]
    public IReadOnlyList<int> SortedPage() => Sorted.Page(_common, null, 21);

    private static PositionSet Every(int step) =>
        PositionSet.Of(Size, Enumerable.Range(1, Size).Where(position => position % step == 0).ToArray());
}
