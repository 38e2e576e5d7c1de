using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;

namespace LdnEvidence.Api.Http.Answers;

/// <summary>What a list of claims on a condition does not show: claims that a filter hides, and evidence that was looked for and not found.</summary>
internal static class WhatIsMissing
{
    /// <summary>How many claims the filters on strength hide, by level and by fidelity; null where there is no such filter.</summary>
    public static HeldBackResponse? HeldBack(Listing listing, OpenRelease catalogue)
    {
        if (listing.Unfiltered is not { } all)
        {
            return null;
        }

        var index = catalogue.Index(listing.Collection);
        return new HeldBackResponse(all.Count - listing.Records.Count, By("evidenceLevel"), By("fidelity"));

        Dictionary<string, int> By(string name)
        {
            var column = index.Column(name);
            return Enumerable
                .Range(0, column.Values)
                .Select(number =>
                    (
                        Value: column.Value(number),
                        Count: column.Count(number, all) - column.Count(number, listing.Records)
                    )
                )
                .Where(value => value.Count > 0)
                .ToDictionary(value => value.Value, value => value.Count, StringComparer.Ordinal);
        }
    }

    /// <summary>What is known to be absent on the conditions that were asked for.</summary>
    public static IReadOnlyList<ConditionAbsence> Absences(Listing listing, OpenRelease catalogue) =>
        [
            .. listing
                .Conditions.Distinct(StringComparer.Ordinal)
                .SelectMany(id => catalogue.Condition(id).Absences.Select(absence => (id, absence)))
                .Select(found => new ConditionAbsence(
                    found.id,
                    found.absence.Statement,
                    found.absence.LookedAt,
                    found.absence.By,
                    found.absence.On
                )),
        ];
}
