using LdnEvidence.Api.Contracts.Lists;
using LdnEvidence.Api.Data;

namespace LdnEvidence.Api.Http.Answers;

/// <summary>Evidence on the requested conditions that was looked for and not found.</summary>
internal static class KnownAbsences
{
    public static IReadOnlyList<ConditionAbsence> Of(Listing listing, OpenRelease catalogue) =>
        [
            .. listing
                .Conditions.Distinct(StringComparer.Ordinal)
                .SelectMany(id =>
                    catalogue
                        .Condition(id)
                        .Absences.Select(absence => new ConditionAbsence(
                            id,
                            absence.Statement,
                            absence.LookedAt,
                            absence.By,
                            absence.On
                        ))
                ),
        ];
}
