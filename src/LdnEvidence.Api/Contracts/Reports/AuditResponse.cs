using LdnEvidence.Domain.Audit;

namespace LdnEvidence.Api.Contracts.Reports;

/// <summary>Every rule that a release was held to when it was published, and what came of it.</summary>
public sealed record AuditResponse
{
    /// <summary>The number of the release.</summary>
    public required int Release { get; init; }

    /// <summary>The digest of the release, which says what exactly was audited.</summary>
    public required string Digest { get; init; }

    /// <summary>True where no record broke a rule. No other release is published.</summary>
    public required bool Passed { get; init; }

    /// <summary>The rules.</summary>
    public required IReadOnlyList<AuditedRule> Rules { get; init; }

    /// <summary>Where to go from here.</summary>
    public required AuditLinks Links { get; init; }

    internal static AuditResponse From(IEnumerable<AuditResult> results, int release, string digest)
    {
        List<AuditedRule> rules =
        [
            .. results.Select(result => new AuditedRule(
                result.Rule.Id,
                result.Rule.Sentence,
                result.Faults.Count == 0,
                [.. result.Faults.Select(fault => fault.Record).Distinct(StringComparer.Ordinal)]
            )),
        ];
        return new()
        {
            Release = release,
            Digest = digest,
            Passed = rules.TrueForAll(rule => rule.Passed),
            Rules = rules,
            Links = new AuditLinks(
                $"{Address.Of(Address.Audit)}?release={release}",
                $"{Address.Of(Address.Releases)}/{release}"
            ),
        };
    }
}

/// <summary>A rule, and what came of it.</summary>
/// <param name="Id">The rule's stable name.</param>
/// <param name="Sentence">The rule in a sentence.</param>
/// <param name="Passed">True where every record obeyed it.</param>
/// <param name="Offending">The ids of the records that broke it.</param>
public sealed record AuditedRule(string Id, string Sentence, bool Passed, IReadOnlyList<string> Offending);

/// <summary>Where to go from an audit.</summary>
/// <param name="Self">This audit, of this release.</param>
/// <param name="Release">The release.</param>
public sealed record AuditLinks(string Self, string Release);
