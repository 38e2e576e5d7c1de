using LdnEvidence.Domain.Codes;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Domain.Audit.Codes;

/// <summary>Each condition's rule about ICD-10-CM codes is well formed, and agrees with the codes that the condition carries.</summary>
public sealed class CodeRulesAreSound : IInvariant
{
    /// <inheritdoc/>
    public string Id => "code-rules-are-sound";

    /// <inheritdoc/>
    public string Sentence =>
        "Every rule about ICD-10-CM codes names well-formed codes or blocks, none of them twice, excludes only what it would match, and matches each such code that its condition carries.";

    /// <inheritdoc/>
    public IEnumerable<Fault> Check(Catalogue catalogue) =>
        catalogue.Conditions.SelectMany(condition =>
            condition.Icd10cmMatching is { } rule
                ? Faults(catalogue, condition, rule)
                    .Select(fault => new Fault(
                        "conditions.json",
                        condition.Id.Value,
                        fault.Field,
                        fault.Problem,
                        fault.Remedy
                    ))
                : []
        );

    private static IEnumerable<(string Field, string Problem, string Remedy)> Faults(
        Catalogue catalogue,
        Condition condition,
        Icd10cmMatching rule
    )
    {
        var malformed = Malformed(rule).ToList();
        return malformed.Count > 0
            ? malformed
            :
            [
                .. rule.MatchBy == Icd10cmMatchBy.NarrowerConditions ? Broad(catalogue, condition, rule) : Codes(rule),
                .. Unmatched(condition, rule),
            ];
    }

    private static IEnumerable<(string, string, string)> Malformed(Icd10cmMatching rule)
    {
        var isBlock = rule.MatchBy == Icd10cmMatchBy.Block;
        foreach (var (index, text) in rule.Match.Index())
        {
            if (!(isBlock ? Icd10cmCode.IsBlock(text) : Icd10cmCode.IsCanonical(text)))
            {
                yield return (
                    $"icd10cmMatching.match[{index}]",
                    $"'{text}' is not {(isBlock ? "a block of categories" : "an ICD-10-CM code")}.",
                    isBlock
                        ? "Write two categories with a hyphen between them, the first one first: C00-C96."
                        : "Write the code in capitals and with its dot: K50, M79.7, Z79.891."
                );
            }
        }

        foreach (var (index, text) in rule.Exclude.Index())
        {
            if (!Icd10cmCode.IsCanonical(text))
            {
                yield return (
                    $"icd10cmMatching.exclude[{index}]",
                    $"'{text}' is not an ICD-10-CM code.",
                    "Write the code in capitals and with its dot: M06.1, G20.C."
                );
            }
        }
    }

    /// <summary>A rule that leaves all codes to narrower conditions names none itself.</summary>
    private static IEnumerable<(string, string, string)> Broad(
        Catalogue catalogue,
        Condition condition,
        Icd10cmMatching rule
    )
    {
        if (rule.Match.Count + rule.Exclude.Count > 0)
        {
            yield return (
                "icd10cmMatching",
                "It names codes, although matchBy leaves them to narrower conditions.",
                "Leave match and exclude empty, or set matchBy to prefix or block."
            );
        }

        if (!catalogue.NarrowerThan(condition.Id).Any())
        {
            yield return (
                "icd10cmMatching.matchBy",
                "There are no narrower conditions.",
                "Leave icd10cmMatching out where no code means the condition."
            );
        }
    }

    private static IEnumerable<(string, string, string)> Codes(Icd10cmMatching rule)
    {
        if (rule.Match.Count == 0)
        {
            yield return (
                "icd10cmMatching.match",
                "It names no code.",
                "Name at least one, or leave icd10cmMatching out."
            );
        }

        foreach (var (index, text) in rule.Match.Index())
        {
            var others = Index([.. rule.Match.Where((_, other) => other != index)], rule.MatchBy);
            if (others.Find(Icd10cmCode.FirstOf(text)).Count > 0)
            {
                yield return (
                    $"icd10cmMatching.match[{index}]",
                    $"'{text}' is matched already.",
                    "Name each code once, and none that lies below another."
                );
            }
        }

        var matched = Index(rule.Match, rule.MatchBy);
        foreach (var (index, text) in rule.Exclude.Index())
        {
            if (matched.Find(text).Count == 0 || rule.Match.Contains(text, StringComparer.Ordinal))
            {
                yield return (
                    $"icd10cmMatching.exclude[{index}]",
                    $"'{text}' does not lie below what the rule matches.",
                    "Exclude only codes that would match otherwise."
                );
            }
        }
    }

    /// <summary>The ICD-10-CM codes that a condition carries although its rule says that they mean something else.</summary>
    private static IEnumerable<(string, string, string)> Unmatched(Condition condition, Icd10cmMatching rule)
    {
        var index = new Icd10cmIndex<Slug>();
        foreach (var term in rule.Terms())
        {
            index.Add(term, condition.Id);
        }

        return condition
            .Codes.Index()
            .Where(code =>
                code.Item.System == Icd10cmCode.System
                && Icd10cmCode.IsCanonical(code.Item.Value)
                && index.Find(code.Item.Value).Count == 0
            )
            .Select(code =>
                (
                    $"codes[{code.Index}].value",
                    $"'{code.Item.Value}' is not matched by the condition's own icd10cmMatching.",
                    "Correct the code or the rule: a code that a condition carries means the condition."
                )
            );
    }

    private static Icd10cmIndex<int> Index(IReadOnlyList<string> match, Icd10cmMatchBy by)
    {
        var index = new Icd10cmIndex<int>();
        foreach (var term in new Icd10cmMatching { MatchBy = by, Match = match }.Terms())
        {
            index.Add(term, 0);
        }

        return index;
    }
}
