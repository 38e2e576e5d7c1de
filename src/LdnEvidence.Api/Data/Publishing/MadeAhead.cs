using System.Runtime.CompilerServices;

namespace LdnEvidence.Api.Data.Publishing;

internal static class MadeAhead
{
    /// <summary>How many are made at once: enough to make changing threads cheap, few enough to be little memory.</summary>
    private const int Batch = 64;

    /// <summary>Makes the next items of a sequence on another thread while the last ones are used. The order stays.</summary>
    public static async IAsyncEnumerable<T> Ahead<T>(
        this IEnumerable<T> items,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var batches = items.Chunk(Batch).GetEnumerator();
        var next = Make();
        try
        {
            while (await next is { } batch)
            {
                next = Make();
                foreach (var item in batch)
                {
                    yield return item;
                }
            }
        }
        finally
        {
            // Nobody may still be making items when the sequence is given up; what that comes to no longer matters.
            await Task.WhenAny(next);
        }

        Task<T[]?> Make() => Task.Run(() => batches.MoveNext() ? batches.Current : null, cancellationToken);
    }
}
