namespace LdnEvidence.Api.Data.Lists;

/// <summary>
/// An order of positions: by the ranks of some fields, then by position, so that it is total and a page can begin exactly after the record that the
/// page before ended with.
/// </summary>
internal sealed class ListOrder : IComparer<int>
{
    private readonly IReadOnlyList<(int[] Ranks, bool Descending)> _keys;
    private readonly IReadOnlyList<int>? _ranked;

    public ListOrder(IReadOnlyList<(int[] Ranks, bool Descending)> keys) => _keys = keys;

    /// <param name="ranked">Positions in the order that is wanted, such as the best match first.</param>
    public ListOrder(IReadOnlyList<int> ranked)
    {
        _ranked = ranked;
        _keys = [];
    }

    /// <summary>Up to so many positions of the set that come after the one at a position, or from the first.</summary>
    public List<int> Page(PositionSet set, int? after, int count)
    {
        if (_ranked is not null)
        {
            return [.. Ranked(set, after).Take(count)];
        }

        return _keys.Count == 0 ? [.. set.After(after ?? 0).Take(count)] : Nearest(set, after, count, this);
    }

    /// <summary>Up to so many positions of the set that come right before the one at a position, in this order.</summary>
    public List<int> PageBefore(PositionSet set, int before, int count)
    {
        if (_ranked is not null)
        {
            return [.. _ranked.TakeWhile(position => position != before).Where(set.Contains).TakeLast(count)];
        }

        if (_keys.Count == 0)
        {
            return [.. set.After(0).TakeWhile(position => position < before).TakeLast(count)];
        }

        var nearest = Nearest(set, before, count, Comparer<int>.Create((x, y) => Compare(y, x)));
        nearest.Reverse();
        return nearest;
    }

    /// <summary>All positions of the set in this order.</summary>
    public IEnumerable<int> All(PositionSet set)
    {
        if (_ranked is not null)
        {
            return Ranked(set, null);
        }

        if (_keys.Count == 0)
        {
            return set.After(0);
        }

        var positions = set.After(0).ToArray();
        Array.Sort(positions, this);
        return positions;
    }

    public int Compare(int x, int y)
    {
        foreach (var (ranks, descending) in _keys)
        {
            var difference = ranks[x].CompareTo(ranks[y]);
            if (difference != 0)
            {
                return descending ? -difference : difference;
            }
        }

        return x.CompareTo(y);
    }

    private IEnumerable<int> Ranked(PositionSet set, int? after) =>
        (after is { } seen ? _ranked!.SkipWhile(position => position != seen).Skip(1) : _ranked!).Where(set.Contains);

    /// <summary>One pass over the set that keeps the few that come first after a position: a page deep in the list costs what the first one does.</summary>
    private static List<int> Nearest(PositionSet set, int? after, int count, IComparer<int> order)
    {
        var best = new List<int>(count + 1);
        foreach (var position in set.After(0))
        {
            if (
                (after is { } seen && order.Compare(position, seen) <= 0)
                || (best.Count == count && order.Compare(position, best[^1]) >= 0)
            )
            {
                continue;
            }

            best.Insert(~best.BinarySearch(position, order), position);
            if (best.Count > count)
            {
                best.RemoveAt(count);
            }
        }

        return best;
    }
}
