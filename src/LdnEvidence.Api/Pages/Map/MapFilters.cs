using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Pages.Map;

/// <summary>The filters that are set on the map.</summary>
/// <param name="Levels">The levels that are wanted; all where none is named.</param>
/// <param name="Kinds">The kinds of claim.</param>
/// <param name="Labels">The labels of fidelity to the source.</param>
/// <param name="Text">The words that are searched for.</param>
public sealed record MapFilters(
    IReadOnlyList<EvidenceLevel> Levels,
    IReadOnlyList<ClaimKind> Kinds,
    IReadOnlyList<SourceFidelity> Labels,
    string? Text
)
{
    public bool AreSet => Levels.Count + Kinds.Count + Labels.Count > 0 || Text is not null;

    internal static MapFilters Of(ShowMapQuery query) =>
        new(Values(query.EvidenceLevel), Values(query.Kind), Values(query.Fidelity), query.Q?.Value);

    /// <summary>The address of the claims of a cell under these filters.</summary>
    /// <param name="condition">The condition's key; null for claims that name none.</param>
    /// <param name="domain">The outcome domain.</param>
    public string Claims(string? condition, OutcomeDomain domain)
    {
        IEnumerable<string> parts =
        [
            .. condition is null ? (string[])["namesCondition=false"] : [$"condition={condition}"],
            $"domain={KebabCase<OutcomeDomain>.Of(domain)}",
            .. Levels.Select(level => $"evidenceLevel={KebabCase<EvidenceLevel>.Of(level)}"),
            .. Kinds.Select(kind => $"kind={KebabCase<ClaimKind>.Of(kind)}"),
            .. Labels.Select(label => $"fidelity={KebabCase<SourceFidelity>.Of(label)}"),
            .. Text is null ? (string[])[] : [$"q={Uri.EscapeDataString(Text)}"],
        ];
        return $"/search?{string.Join('&', parts)}";
    }

    private static IReadOnlyList<T> Values<T>(Parameter<T>[] parameters) =>
        [.. parameters.Select(parameter => parameter.Value).Distinct()];
}
