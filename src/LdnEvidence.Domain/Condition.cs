using System.Text.Json.Serialization;
using LdnEvidence.Domain.Codes;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Domain;

/// <summary>What the patient has.</summary>
public sealed record Condition
{
    /// <summary>The key, such as <c>crohns-disease</c>.</summary>
    public required Slug Id { get; init; }

    /// <summary>The name to show.</summary>
    public required string Name { get; init; }

    /// <summary>Other names and spellings of the same condition.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];

    /// <summary>The next broader condition of the catalogue, if it has one.</summary>
    public Slug? Broader { get; init; }

    /// <summary>What the source document does not have on this condition, though it was looked for.</summary>
    public IReadOnlyList<Absence> Absences { get; init; } = [];

    /// <summary>Codes in public terminologies.</summary>
    public IReadOnlyList<TerminologyCode> Codes { get; init; } = [];

    /// <summary>Which ICD-10-CM codes of a patient mean this condition; null where that is only the codes that it carries.</summary>
    public Icd10cmMatching? Icd10cmMatching { get; init; }
}

/// <summary>A code as a record carries it.</summary>
/// <param name="System">The short name of the code system, such as <c>icd10cm</c>; in codes that an operator added, also a name or URI of the operator's own.</param>
/// <param name="Value">The code as its system writes it.</param>
/// <param name="Label">The system's own name for the code, where it was seen.</param>
/// <param name="Note">A caution about the code, if there is one.</param>
public sealed record TerminologyCode(string System, string Value, string? Label, string? Note)
{
    /// <summary>Whether the value is written exactly as its system writes it, with the right check digit where there is one.</summary>
    [JsonIgnore]
    public bool IsWellFormed =>
        Code.TryParse(ToString(), out var code) && string.Equals(code.Value, Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => $"{System}|{Value}";
}
