using LdnEvidence.Domain.Codes;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Domain.Audit.Codes;

/// <summary>No ICD-10-CM code means two conditions that have nothing to do with each other.</summary>
public sealed class CodeRulesAgree : IInvariant
{
    /// <inheritdoc/>
    public string Id => "code-rules-agree";

    /// <inheritdoc/>
    public string Sentence =>
        "Where the rules of two conditions match the same ICD-10-CM code, one condition is broader than the other.";

    /// <inheritdoc/>
    public IEnumerable<Fault> Check(Catalogue catalogue)
    {
        var ruled = catalogue.Conditions.Where(condition => condition.Icd10cmMatching is not null).ToList();
        var index = new Icd10cmIndex<Slug>();
        foreach (var condition in ruled.Where(IsWellFormed))
        {
            foreach (var term in condition.Icd10cmMatching!.Terms())
            {
                index.Add(term, condition.Id);
            }
        }

        var broader = ruled.ToDictionary(condition => condition.Id, condition => Broader(catalogue, condition));
        foreach (var condition in ruled.Where(IsWellFormed))
        {
            foreach (var (place, text) in condition.Icd10cmMatching!.Match.Index())
            {
                foreach (var (other, _) in index.Find(Icd10cmCode.FirstOf(text)))
                {
                    if (
                        other != condition.Id
                        && !broader[condition.Id].Contains(other)
                        && !broader[other].Contains(condition.Id)
                    )
                    {
                        yield return new Fault(
                            "conditions.json",
                            condition.Id.Value,
                            $"icd10cmMatching.match[{place}]",
                            $"'{text}' also means the condition '{other}', which is neither broader nor narrower.",
                            "Exclude the code from one of the two rules, or make one condition broader than the other."
                        );
                    }
                }
            }
        }
    }

    private static bool IsWellFormed(Condition condition) =>
        condition.Icd10cmMatching is { } rule
        && rule.Match.All(rule.MatchBy == Icd10cmMatchBy.Block ? Icd10cmCode.IsBlock : Icd10cmCode.IsCanonical)
        && rule.Exclude.All(Icd10cmCode.IsCanonical);

    /// <summary>Every broader condition, also where the chain leads nowhere or back, which are faults of other rules.</summary>
    private static HashSet<Slug> Broader(Catalogue catalogue, Condition condition)
    {
        var seen = new HashSet<Slug>();
        for (var next = condition.Broader; next is { } id && seen.Add(id); )
        {
            next = catalogue.Condition(id)?.Broader;
        }

        return seen;
    }
}
