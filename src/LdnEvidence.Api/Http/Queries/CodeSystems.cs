using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Codes;
using LdnEvidence.Domain;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Http.Queries;

/// <summary>Refuses short names of code systems that a release does not have. A URI may name any system: patients' records carry many.</summary>
internal static class CodeSystems
{
    private static readonly Collection[] Coded = [Collection.Conditions, Collection.Mechanisms, Collection.Outcomes];

    /// <summary>The codes that mean no record, as they were sent.</summary>
    public static IReadOnlyList<string> Unmatched(this Parameter<Code>[] codes, CodedRecords found) =>
        [
            .. codes
                .Where((_, index) => found.Unmatched[index])
                .Select(code => code.Raw)
                .Distinct(StringComparer.Ordinal),
        ];

    /// <returns>What is wrong with the codes, or null.</returns>
    public static Error? Check(OpenRelease release, Parameter<Code>[] codes)
    {
        var unknown = codes
            .Where(code =>
                code.Value is { IsOfKnownSystem: false, HasUri: false }
                && !Coded.Any(collection => release.Codes(collection).HasSystem(code.Value.System))
            )
            .Select(code =>
                $"'{Quote.Of(code.Value.System)}' is no code system of release {release.Release.Number}; known: {Code.Systems}."
            )
            .Distinct()
            .ToArray();
        return unknown.Length == 0
            ? null
            : Error.InvalidParameter(new Dictionary<string, string[]>(StringComparer.Ordinal) { ["code"] = unknown });
    }
}
