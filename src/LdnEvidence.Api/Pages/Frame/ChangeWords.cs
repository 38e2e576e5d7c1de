using LdnEvidence.Api.Contracts.Changes;
using LdnEvidence.Domain;

namespace LdnEvidence.Api.Pages.Frame;

/// <summary>Says what became of a record from one release to the next.</summary>
internal static class ChangeWords
{
    public static string Of(ChangeResponse change) =>
        string.Join("; ", change.Changes.Select(kind => Of(kind, change)).Distinct(StringComparer.Ordinal)) + ".";

    private static string Of(ChangeKind kind, ChangeResponse change) =>
        kind switch
        {
            ChangeKind.Added => "first published",
            ChangeKind.Removed => "removed",
            ChangeKind.LevelRaised or ChangeKind.LevelLowered when change.Level is { } level =>
                $"level {(kind == ChangeKind.LevelRaised ? "raised" : "lowered")} from {Level(level.From)} to {Level(level.To)}{Because(change)}",
            ChangeKind.FidelityChanged when change.Fidelity is { } fidelity =>
                $"judged otherwise: “{Words.Of(fidelity.From.ToSource)}” became “{Words.Of(fidelity.To.ToSource)}”",
            ChangeKind.SourceRetracted => "a cited study was retracted",
            ChangeKind.SourceReinstated => "a cited study was reinstated",
            ChangeKind.Reworded => "reworded",
            _ => change.Members.Count > 0
                ? $"other changes in {string.Join(", ", change.Members.Select(name => Words.Member(name).ToLowerInvariant()))}"
                : "other changes",
        };

    private static string Level(EvidenceLevel level) => Words.Of(level).ToLowerInvariant();

    private static string Because(ChangeResponse change) =>
        change.Because.Count == 0
            ? string.Empty
            : $", because of {string.Join(", ", change.Because.Select(cause => $"{cause.Study} ({Words.Plain(cause.Reason)})"))}";
}
