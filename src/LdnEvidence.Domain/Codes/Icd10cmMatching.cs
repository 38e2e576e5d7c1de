namespace LdnEvidence.Domain.Codes;

/// <summary>How the codes in <see cref="Icd10cmMatching.Match"/> are compared with a patient's code.</summary>
public enum Icd10cmMatchBy
{
    /// <summary>A code matches when it equals one of them or lies below it: K50.00 lies below K50.</summary>
    Prefix,

    /// <summary>A code matches when its category lies in one of these ranges of categories, such as C00-C96.</summary>
    Block,

    /// <summary>No code means the condition as a whole; narrower conditions have codes of their own.</summary>
    NarrowerConditions,
}

/// <summary>Which ICD-10-CM codes of a patient mean a condition, and which do not.</summary>
public sealed record Icd10cmMatching
{
    /// <summary>How codes are compared.</summary>
    public required Icd10cmMatchBy MatchBy { get; init; }

    /// <summary>The codes, categories or blocks that mean the condition, such as K50, M79.7 or C00-C96; empty with narrower-conditions.</summary>
    public IReadOnlyList<string> Match { get; init; } = [];

    /// <summary>Codes among those that mean something else; what lies below them is excluded too.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>The classification's own name for what is matched, where it was seen.</summary>
    public string? Label { get; init; }

    /// <summary>A caution about what a match means, if there is one.</summary>
    public string? Note { get; init; }

    /// <summary>The rule as terms of an <see cref="Icd10cmIndex{TKey}"/>.</summary>
    public IEnumerable<string> Terms() =>
        Match
            .Select(match => MatchBy == Icd10cmMatchBy.Block ? Icd10cmTerm.Block(match) : Icd10cmTerm.Below(match))
            .Concat(Exclude.Select(Icd10cmTerm.Excluded));
}
