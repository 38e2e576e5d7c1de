using System.Runtime.InteropServices;

namespace LdnEvidence.Benchmarks.Generator;

/// <summary>
/// Numbers that look random and are the same on every machine and runtime (SplitMix64). Each record has a sequence of its own, so what a record
/// holds can be worked out without making those before it.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct Draw(Draw.Sequence sequence, long index)
{
    public enum Sequence
    {
        Claim = 1,
        ClaimText,
        Study,
        Order,
    }

    private ulong _state = Mix(((ulong)sequence << 56) ^ (ulong)index);

    /// <summary>A whole number from 0 up to, but not including, the bound.</summary>
    public int Below(int bound) => (int)((Next() >> 33) * (ulong)bound >> 31);

    /// <summary>A number from 0 up to, but not including, 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Below the bound, small numbers more often: the density falls with the cube root.</summary>
    public int Skewed(int bound)
    {
        // The square root is exact everywhere, unlike a power.
        var unit = Unit();
        return (int)(bound * unit * Math.Sqrt(unit));
    }

    /// <summary>True this often in a hundred.</summary>
    public bool Percent(int share) => Below(100) < share;

    public T Of<T>(IReadOnlyList<T> values) => values[Below(values.Count)];

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        return Mix(_state);
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
