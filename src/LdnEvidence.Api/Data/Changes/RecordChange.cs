using System.Text.Json;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Contracts.Changes;

namespace LdnEvidence.Api.Data.Changes;

/// <summary>Whether a study stands otherwise in the second of two releases than in the first.</summary>
internal enum StandingMove
{
    None,
    Retracted,
    Reinstated,
}

/// <summary>Puts into words what became of one record from one release to another.</summary>
/// <param name="move">How the standing of a study moved between the two.</param>
internal sealed class RecordChange(Func<string, StandingMove> move)
{
    /// <summary>The members that hold the words of a record, by collection.</summary>
    private static readonly Dictionary<Collection, string[]> Words = new()
    {
        [Collection.Claims] = ["statement"],
        [Collection.Conditions] = ["name"],
        [Collection.Mechanisms] = ["name", "description"],
        [Collection.Outcomes] = ["name"],
        [Collection.Studies] = ["title", "result"],
        [Collection.EvidenceLevels] = ["label", "meaning"],
        [Collection.SourceDocuments] = ["title"],
    };

    /// <summary>The members of a claim that follow from which studies count.</summary>
    private static readonly string[] OfTheLevel =
    [
        "evidenceLevel",
        "levelTrace",
        "levelGap",
        "interventionMatch",
        "independentCohorts",
        "participants",
        "display",
    ];

    private static readonly string[] OfTheStanding = ["standing", "standingNotice"];

    /// <summary>The name of a collection in an answer.</summary>
    public static string NameOf(Collection collection) =>
        collection switch
        {
            Collection.Conditions => Address.Conditions,
            Collection.Mechanisms => Address.Mechanisms,
            Collection.Outcomes => Address.Outcomes,
            Collection.Studies => Address.Studies,
            Collection.Claims => Address.Claims,
            Collection.EvidenceLevels => Address.EvidenceLevels,
            _ => "source-documents",
        };

    /// <summary>A record that only one of the releases has.</summary>
    public static ChangeResponse Alone(Collection collection, string id, ReadOnlySpan<byte> added) =>
        new()
        {
            Collection = NameOf(collection),
            Id = id,
            Changes = [added.IsEmpty ? ChangeKind.Removed : ChangeKind.Added],
            Members = [],
            Record = added.IsEmpty ? null : new RecordBody(added),
        };

    /// <summary>A record that both releases have, with different bytes.</summary>
    public ChangeResponse Between(
        Collection collection,
        string id,
        ReadOnlyMemory<byte> before,
        ReadOnlyMemory<byte> after
    )
    {
        var members = Differing(before, after);
        var change = new ChangeResponse
        {
            Collection = NameOf(collection),
            Id = id,
            Changes = [],
            Members = members,
            Record = new RecordBody(after.Span),
        };
        var (kinds, explained) = (new List<ChangeKind>(), new HashSet<string>(StringComparer.Ordinal));
        if (collection == Collection.Claims)
        {
            change = OfClaim(change, Claim(before), Claim(after), kinds, explained);
        }
        else if (collection == Collection.Studies && OfMove(move(id)) is { } kind)
        {
            kinds.Add(kind);
            explained.UnionWith(OfTheStanding);
        }

        var words = Words[collection];
        if (members.Intersect(words, StringComparer.Ordinal).Any())
        {
            kinds.Add(ChangeKind.Reworded);
            explained.UnionWith(words);
        }

        if (kinds.Count == 0 || members.Any(member => !explained.Contains(member)))
        {
            kinds.Add(ChangeKind.OtherChange);
        }

        return change with
        {
            Changes = kinds,
        };
    }

    public static ClaimResponse Claim(ReadOnlyMemory<byte> document) =>
        JsonSerializer.Deserialize<ClaimResponse>(document.Span, CatalogueJson.Options)!;

    private ChangeResponse OfClaim(
        ChangeResponse change,
        ClaimResponse before,
        ClaimResponse after,
        List<ChangeKind> kinds,
        HashSet<string> explained
    )
    {
        if (before.EvidenceLevel != after.EvidenceLevel)
        {
            // The strongest level comes first.
            kinds.Add(after.EvidenceLevel < before.EvidenceLevel ? ChangeKind.LevelRaised : ChangeKind.LevelLowered);
            explained.UnionWith(OfTheLevel);
            change = change with
            {
                Level = new LevelChange(before.EvidenceLevel, after.EvidenceLevel),
                Because = Causes(before, after),
            };
        }

        var (labelsBefore, labelsAfter) = (FidelityLabels.Of(before.Fidelity), FidelityLabels.Of(after.Fidelity));
        if (labelsBefore != labelsAfter)
        {
            kinds.Add(ChangeKind.FidelityChanged);
            explained.UnionWith(["fidelity", "display"]);
            change = change with { Fidelity = new FidelityChange(labelsBefore, labelsAfter) };
        }

        var cited = before.Citations.Concat(after.Citations).Select(citation => citation.Study.Id);
        foreach (
            var kind in cited
                .Distinct(StringComparer.Ordinal)
                .Select(study => OfMove(move(study)))
                .OfType<ChangeKind>()
                .Distinct()
                .Order()
        )
        {
            kinds.Add(kind);
            explained.UnionWith(OfTheLevel);
        }

        return change;
    }

    /// <summary>The studies that lifted a level by counting now, or let it fall by counting no longer; where the same ones count, all of them.</summary>
    private List<LevelCause> Causes(ClaimResponse before, ClaimResponse after)
    {
        var isRaised = after.EvidenceLevel < before.EvidenceLevel;
        var (counted, other) = isRaised
            ? (after.LevelTrace.CountedStudies, before.LevelTrace.CountedStudies)
            : (before.LevelTrace.CountedStudies, after.LevelTrace.CountedStudies);
        var causes = counted.Except(other, StringComparer.Ordinal).ToList();
        var (citedBefore, citedAfter) = (Cited(before), Cited(after));
        return
        [
            .. (causes.Count > 0 ? causes : counted.Union(other, StringComparer.Ordinal)).Select(
                study => new LevelCause(
                    study,
                    !citedBefore.Contains(study) ? LevelCauseReason.Added
                        : !citedAfter.Contains(study) ? LevelCauseReason.Removed
                        : move(study) switch
                        {
                            StandingMove.Retracted => LevelCauseReason.Retracted,
                            StandingMove.Reinstated => LevelCauseReason.Reinstated,
                            _ => LevelCauseReason.Reassessed,
                        }
                )
            ),
        ];

        static HashSet<string> Cited(ClaimResponse claim) =>
            claim.Citations.Select(citation => citation.Study.Id).ToHashSet(StringComparer.Ordinal);
    }

    private static ChangeKind? OfMove(StandingMove move) =>
        move switch
        {
            StandingMove.Retracted => ChangeKind.SourceRetracted,
            StandingMove.Reinstated => ChangeKind.SourceReinstated,
            _ => null,
        };

    private static List<string> Differing(ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> after)
    {
        using var first = JsonDocument.Parse(before);
        using var second = JsonDocument.Parse(after);
        var (old, now) = (first.RootElement, second.RootElement);
        return
        [
            .. now.EnumerateObject()
                .Where(member =>
                    !old.TryGetProperty(member.Name, out var value) || !JsonElement.DeepEquals(value, member.Value)
                )
                .Select(member => member.Name),
            .. old.EnumerateObject()
                .Where(member => !now.TryGetProperty(member.Name, out _))
                .Select(member => member.Name),
        ];
    }
}
