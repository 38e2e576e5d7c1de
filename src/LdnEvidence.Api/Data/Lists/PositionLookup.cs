namespace LdnEvidence.Api.Data.Lists;

/// <summary>Tells of positions, asked in ascending order, whether they are in a set.</summary>
/// <param name="bits">The set as bits, or null.</param>
/// <param name="list">The set as a list, where it is neither bits nor a run.</param>
/// <param name="run">The set as a run, or null.</param>
/// <param name="asked">How many positions will be asked for, about.</param>
internal ref struct PositionLookup(ulong[]? bits, ReadOnlySpan<int> list, (int First, int Last)? run, int asked)
{
    /// <summary>In a list this many times as long as what is asked for, going from each to the next takes longer than searching anew.</summary>
    private const int FarApart = 8;

    private readonly ulong[]? _bits = bits;
    private readonly (int First, int Last)? _run = run;
    private readonly ReadOnlySpan<int> _list = list;
    private readonly bool _isFarApart = list.Length / FarApart > asked;
    private int _next;

    /// <summary>1 where the position is in the set, else 0.</summary>
    public int Has(int position)
    {
        if (_bits is not null)
        {
            return PositionBits.Has(_bits, position);
        }

        if (_run is { } run)
        {
            return position >= run.First && position <= run.Last ? 1 : 0;
        }

        if (_isFarApart)
        {
            return _list.BinarySearch(position) >= 0 ? 1 : 0;
        }

        while (_next < _list.Length && _list[_next] < position)
        {
            _next++;
        }

        return _next < _list.Length && _list[_next] == position ? 1 : 0;
    }
}
