using LdnEvidence.Api.Data;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain;
using LdnEvidence.Domain.Identifiers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LdnEvidence.Api.Features.Lookup;

internal static class LookUpRecord
{
    private static readonly string Systems = string.Join(", ", KebabCase<IdentifierSystem>.All);

    /// <summary>Finds the records that a foreign identifier means.</summary>
    /// <remarks>
    /// A caller that accepts JSON receives the list of records: one, or several candidates of which it chooses. Every other caller, such as a browser, is redirected to the
    /// record, or to the list of candidates. A patient's ICD-10-CM code finds the condition that it means, by the conditions' own rules: K50.00 finds Crohn's disease, and M79 does
    /// not find fibromyalgia, which is M79.7.
    /// </remarks>
    /// <param name="system" example="pmid">Whose identifier it is: doi, pmid, pmcid, nct, mesh, icd10cm, mondo, go, loinc, umls or snomedct.</param>
    /// <param name="value" example="17222320">The identifier, in any form in which people paste it, such as 17222320 or PMID: 17222320.</param>
    /// <response code="200">The records that the identifier means, where the caller accepts JSON.</response>
    /// <response code="303">The address of the record, or of the list of candidates, in Location.</response>
    /// <response code="404">The identifier means no record, or there is no such release.</response>
    public static Results<LookupResult, BadIdentifierProblem, NotFoundProblem> Handle(
        string system,
        string? value,
        LookUpRecordQuery query,
        ReleaseReader catalogue
    )
    {
        if (!IdentifiedRecords.TryRead(catalogue.Open, system, value ?? string.Empty, out var identified, out var form))
        {
            return form is null
                ? new BadIdentifierProblem("system", $"'{Quote.Of(system)}' is not one of {Systems}.")
                : new BadIdentifierProblem(
                    "value",
                    string.IsNullOrWhiteSpace(value)
                        ? $"It is missing; expected {form}."
                        : $"'{Quote.Of(value)}' is not {form}."
                );
        }

        if (identified.Matches.Count == 0)
        {
            return Missing(catalogue, identified);
        }

        // Only what was asked for is repeated: a caller who named no release is sent to the latest. A day is replaced by its release.
        var isNamed = query.Release is not null || query.AsOf is not null;
        return new LookupResult(identified, catalogue.Release.Number, isNamed);
    }

    private static NotFoundProblem Missing(ReleaseReader catalogue, IdentifiedRecords identified)
    {
        var error = Error.NothingIdentified(
            identified.System,
            Quote.Of(identified.Value),
            $"in release {catalogue.Release.Number}"
        );
        return new NotFoundProblem(
            identified.Below.Count == 0
                ? error
                : error with
                {
                    Detail =
                        $"{error.Detail} It is a category; codes below it mean {string.Join(", ", identified.Below)}. Look up the patient's own code.",
                }
        );
    }
}

/// <summary>Which release to look in.</summary>
public sealed record LookUpRecordQuery : ReleaseQuery, IQuery<LookUpRecordQuery>;

internal sealed class LookUpRecordQueryValidator : ReleaseQueryValidator<LookUpRecordQuery>;
