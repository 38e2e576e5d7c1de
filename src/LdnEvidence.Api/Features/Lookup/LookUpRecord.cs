using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Lists;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain;
using LdnEvidence.Domain.Identifiers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LdnEvidence.Api.Features.Lookup;

internal static class LookUpRecord
{
    private static readonly (Collection Collection, string Name)[] Coded =
    [
        (Collection.Conditions, Address.Conditions),
        (Collection.Mechanisms, Address.Mechanisms),
        (Collection.Outcomes, Address.Outcomes),
    ];

    /// <summary>Finds the record that carries a foreign identifier.</summary>
    /// <remarks>Redirects to the record; where several carry a code, or a code is an ICD-10-CM category, to the list of them.</remarks>
    /// <param name="system" example="pmid">Whose identifier it is: doi, pmid, pmcid, nct, mesh, icd10cm, mondo, go, loinc, umls or snomedct.</param>
    /// <param name="value" example="17222320">The identifier, in any form in which people paste it, such as 17222320 or PMID: 17222320.</param>
    /// <response code="303">The address of the record, or of the list of records, in Location.</response>
    /// <response code="404">No record carries the identifier, or there is no such release.</response>
    public static Results<SeeOther, BadIdentifierProblem, NotFoundProblem> Handle(
        string system,
        string value,
        LookUpRecordQuery query,
        ReleaseReader catalogue
    )
    {
        if (!KebabCase<IdentifierSystem>.TryParse(system, out var known))
        {
            return Refuse(
                "system",
                $"'{Quote.Of(system)}' is not one of {string.Join(", ", KebabCase<IdentifierSystem>.All)}."
            );
        }

        if (!Identifier.TryParse(known, value, out var identifier))
        {
            return Refuse("value", $"'{Quote.Of(value)}' is not {Identifier.Form(known)}.");
        }

        // Only what was asked for is repeated: a caller who named no release is sent to the latest. A day is replaced by its release.
        var release =
            query.Release is not null || query.AsOf is not null ? $"release={catalogue.Release.Number}" : string.Empty;
        return known switch
        {
            IdentifierSystem.Doi or IdentifierSystem.Pmid or IdentifierSystem.Pmcid => Study(
                catalogue,
                system,
                identifier.Value,
                release
            ),
            IdentifierSystem.Nct => Missing(catalogue, system, identifier.Value),
            _ => Record(catalogue, Code.From(identifier), release),
        };
    }

    private static Results<SeeOther, BadIdentifierProblem, NotFoundProblem> Study(
        ReleaseReader catalogue,
        string column,
        string value,
        string release
    )
    {
        var studies = catalogue.Index(Collection.Studies).Having(column, [value]);
        return studies.Count == 0
            ? Missing(catalogue, column, value)
            : To(catalogue, Collection.Studies, Address.Studies, studies, release);
    }

    private static Results<SeeOther, BadIdentifierProblem, NotFoundProblem> Record(
        ReleaseReader catalogue,
        Code code,
        string release
    )
    {
        foreach (var (collection, name) in Coded)
        {
            var records = catalogue.Index(collection).Carrying([code]);
            if (records.Count == 1)
            {
                return To(catalogue, collection, name, records, release);
            }

            if (records.Count > 1)
            {
                var list = $"{Address.Of(name)}?code={Uri.EscapeDataString(code.ToString())}";
                return new SeeOther(release.Length == 0 ? list : $"{list}&{release}");
            }
        }

        return Missing(catalogue, code.System, code.Value);
    }

    private static SeeOther To(
        ReleaseReader catalogue,
        Collection collection,
        string name,
        PositionSet records,
        string release
    )
    {
        var address = $"{Address.Of(name)}/{catalogue.Open.Ids(collection, records).First()}";
        return new(release.Length == 0 ? address : $"{address}?{release}");
    }

    private static NotFoundProblem Missing(ReleaseReader catalogue, string system, string value) =>
        new(Error.NothingIdentified(system, Quote.Of(value), $"in release {catalogue.Release.Number}"));

    private static BadIdentifierProblem Refuse(string part, string message) => new(part, message);
}

/// <summary>Which release to look in.</summary>
public sealed record LookUpRecordQuery : ReleaseQuery, IQuery<LookUpRecordQuery>;

internal sealed class LookUpRecordQueryValidator : ReleaseQueryValidator<LookUpRecordQuery>;
