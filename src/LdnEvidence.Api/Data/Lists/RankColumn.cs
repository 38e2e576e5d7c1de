using System.Runtime.InteropServices;

namespace LdnEvidence.Api.Data.Lists;

/// <summary>How the positions of a collection rank by a field that is only sorted by. Records without a value come first.</summary>
internal static class RankColumn
{
    /// <summary>Makes the stored form from the value of each position, beginning with position 1.</summary>
    public static byte[] Write<T>(IReadOnlyList<T> values, IComparer<T>? comparer = null)
    {
        var ranks = new int[values.Count + 1];
        var rank = 0;
        (bool Is, T? Value) last = default;
        comparer ??= Comparer<T>.Default;
        foreach (
            var (position, value) in values
                .Index()
                .Select(pair => (pair.Index + 1, pair.Item))
                .OrderBy(pair => pair.Item, comparer)
        )
        {
            rank += last.Is && comparer.Compare(last.Value, value) == 0 ? 0 : 1;
            ranks[position] = rank;
            last = (true, value);
        }

        return MemoryMarshal.AsBytes(ranks.AsSpan()).ToArray();
    }

    public static int[] Read(byte[] content) => MemoryMarshal.Cast<byte, int>(content).ToArray();
}
