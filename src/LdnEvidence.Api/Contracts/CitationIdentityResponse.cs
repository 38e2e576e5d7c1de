using LdnEvidence.Domain;
using LdnEvidence.Domain.Derived;

namespace LdnEvidence.Api.Contracts;

/// <summary>Whether the citation as printed is that of the work as it is.</summary>
/// <param name="Checked">Who compared them, and when; null where nobody did, and nothing is verified then.</param>
/// <param name="Fields">What was compared, and the result of each.</param>
public sealed record CitationIdentityResponse(Check? Checked, IReadOnlyList<IdentityField> Fields)
{
    internal static CitationIdentityResponse From(Study study) =>
        new(study.IdentityChecked, CitationIdentity.Of(study));
}
