using LdnEvidence.Api.Contracts.Changes;

namespace LdnEvidence.Api.Data.Changes;

/// <summary>What became of one claim from release to release.</summary>
internal static class ClaimHistory
{
    /// <summary>The most releases that are looked at, the newest of them.</summary>
    public const int Most = 40;

    /// <summary>The releases in which the claim came, went or differed from the release before, oldest first.</summary>
    /// <param name="reads">Where records are read.</param>
    /// <param name="id">The claim's key.</param>
    /// <param name="last">The release with which the history ends.</param>
    public static IReadOnlyList<(int Release, ChangeResponse Change)> Of(CatalogueReads reads, string id, int last)
    {
        var standings = new StudyStandings((release, study) => reads.Document(Collection.Studies, release, study));
        var history = new List<(int, ChangeResponse)>();
        var first = Math.Max(1, last - Most + 1);
        var before = first > 1 ? reads.Document(Collection.Claims, first - 1, id) : null;
        for (var release = first; release <= last; release++)
        {
            var after = reads.Document(Collection.Claims, release, id);
            if ((before, after) is ({ } old, { } now))
            {
                if (!old.AsSpan().SequenceEqual(now))
                {
                    var words = new RecordChange(study => standings.Move(release - 1, release, study));
                    history.Add((release, words.Between(Collection.Claims, id, old, now)));
                }
            }
            else if (before is not null || after is not null)
            {
                history.Add((release, RecordChange.Alone(Collection.Claims, id, after)));
            }

            before = after;
        }

        return history;
    }
}
