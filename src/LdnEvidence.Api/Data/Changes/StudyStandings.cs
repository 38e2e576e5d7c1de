using System.Text.Json;

namespace LdnEvidence.Api.Data.Changes;

/// <summary>Reads how studies stand in releases, each once.</summary>
/// <param name="document">The stored body of a study of a release.</param>
internal sealed class StudyStandings(Func<int, string, byte[]?> document)
{
    private readonly Dictionary<(int Release, string Study), bool?> _known = [];

    /// <summary>Whether a study is retracted; null where the release does not have it.</summary>
    public bool? IsRetracted(int release, string study)
    {
        if (!_known.TryGetValue((release, study), out var isRetracted))
        {
            isRetracted = document(release, study) is { } body ? IsRetracted(body) : null;
            _known.Add((release, study), isRetracted);
        }

        return isRetracted;
    }

    /// <summary>How a study's standing moved from one release to another; one that only one of them has did not move.</summary>
    public StandingMove Move(int from, int to, string study) =>
        (IsRetracted(from, study), IsRetracted(to, study)) switch
        {
            (false, true) => StandingMove.Retracted,
            (true, false) => StandingMove.Reinstated,
            _ => StandingMove.None,
        };

    private static bool IsRetracted(byte[] body)
    {
        using var study = JsonDocument.Parse(body);
        return study.RootElement.GetProperty("standing").ValueEquals("retracted");
    }
}
