using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Rows;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain;
using LdnEvidence.Domain.Identifiers;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LdnEvidence.Api.Features.Claims;

/// <summary>Which claims to list. Values of one parameter: any of them; different parameters: all of them.</summary>
public record ClaimsQuery : ListQuery
{
    /// <summary>Only claims on this condition itself; see includeNarrower. May be given more than once. An id that does not exist is a 404.</summary>
    /// <example>crohns-disease</example>
    public Parameter<Slug>[] Condition { get; init; } = [];

    /// <summary>Whether condition also means the conditions narrower than it: pancreatic cancer for cancer, say. False when absent.</summary>
    /// <example>true</example>
    public Parameter<bool>? IncludeNarrower { get; init; }

    /// <summary>Only claims on this mechanism. May be given more than once. An id that does not exist is a 404.</summary>
    /// <example>natural-killer-cell-activation</example>
    public Parameter<Slug>[] Mechanism { get; init; } = [];

    /// <summary>Only claims on this outcome. May be given more than once. An id that does not exist is a 404.</summary>
    /// <example>cd4-count</example>
    public Parameter<Slug>[] Outcome { get; init; } = [];

    /// <summary>Only claims that cite this study. May be given more than once. A citation key that does not exist is a 404.</summary>
    /// <example>smith-2007</example>
    public Parameter<Slug>[] Study { get; init; } = [];

    /// <summary>Only claims of this evidence level. May be given more than once.</summary>
    /// <example>pilot-trial</example>
    public Parameter<EvidenceLevel>[] EvidenceLevel { get; init; } = [];

    /// <summary>Only claims of this kind. May be given more than once.</summary>
    /// <example>efficacy</example>
    public Parameter<ClaimKind>[] Kind { get; init; } = [];

    /// <summary>Only claims of this direction. May be given more than once.</summary>
    /// <example>increases</example>
    public Parameter<ClaimDirection>[] Direction { get; init; } = [];

    /// <summary>Only claims whose cited source bears them out to this degree (fidelity.toSource.label). May be given more than once.</summary>
    /// <example>contradicted</example>
    public Parameter<SourceFidelity>[] Fidelity { get; init; } = [];
}

internal abstract class ClaimsQueryValidator<TQuery>() : ListQueryValidator<TQuery>(ClaimQueries.Sorts.Names)
    where TQuery : ClaimsQuery;

/// <summary>What every list of claims has in common.</summary>
internal static class ClaimQueries
{
    public static SortFields<ClaimRow> Sorts { get; } =
        new SortFields<ClaimRow>()
            .With("evidenceLevel", row => row.EvidenceRank)
            .With("id", row => row.Id)
            .With("kind", row => (string)(object)row.Kind)
            .With("direction", row => (string)(object)row.Direction)
            .With("fidelity", row => (string)(object)row.FidelityToSource)
            .With("outcome", row => row.OutcomeId);

    /// <summary>What to answer where filters name records that this release does not have; null where it has all of them.</summary>
    private static async Task<Error?> FindMissing(
        this ReleaseReader catalogue,
        ClaimsQuery query,
        CancellationToken cancellationToken
    )
    {
        var missing = new (string Filter, IReadOnlyList<string> Ids)[]
        {
            ("condition", await Missing(query.Condition, catalogue.Conditions, cancellationToken)),
            ("mechanism", await Missing(query.Mechanism, catalogue.Mechanisms, cancellationToken)),
            ("outcome", await Missing(query.Outcome, catalogue.Outcomes, cancellationToken)),
            ("study", await Missing(query.Study, catalogue.Studies, cancellationToken)),
        }
            .Where(filter => filter.Ids.Count > 0)
            .ToList();
        return missing.Count == 0
            ? null
            : Error.NotFound(missing[0].Filter, missing[0].Ids[0], $"in release {catalogue.Release.Number}") with
            {
                Faults = missing.ToDictionary(
                    filter => filter.Filter,
                    filter => filter.Ids.Select(id => $"'{id}' does not exist.").ToArray(),
                    StringComparer.Ordinal
                ),
            };
    }

    /// <summary>Narrows claims down to what the query asks for.</summary>
    private static async Task<IQueryable<ClaimRow>> Matching(
        this ReleaseReader catalogue,
        IQueryable<ClaimRow> claims,
        ClaimsQuery query,
        CancellationToken cancellationToken
    )
    {
        if (query.Condition.Length > 0)
        {
            claims = claims.OnConditions(await catalogue.Conditions(Ids(query.Condition), query, cancellationToken));
        }

        if (query.Mechanism.Length > 0)
        {
            var mechanisms = Ids(query.Mechanism);
            claims = claims.Where(claim => claim.Mechanisms.Any(link => mechanisms.Contains(link.MechanismId)));
        }

        if (query.Outcome.Length > 0)
        {
            var outcomes = Ids(query.Outcome);
            claims = claims.Where(claim => outcomes.Contains(claim.OutcomeId));
        }

        if (query.Study.Length > 0)
        {
            var studies = Ids(query.Study);
            claims = claims.Where(claim => claim.Citations.Any(citation => studies.Contains(citation.StudyId)));
        }

        if (query.EvidenceLevel.Length > 0)
        {
            var levels = Values(query.EvidenceLevel);
            claims = claims.Where(claim => levels.Contains(claim.EvidenceLevel));
        }

        if (query.Kind.Length > 0)
        {
            var kinds = Values(query.Kind);
            claims = claims.Where(claim => kinds.Contains(claim.Kind));
        }

        if (query.Direction.Length > 0)
        {
            var directions = Values(query.Direction);
            claims = claims.Where(claim => directions.Contains(claim.Direction));
        }

        if (query.Fidelity.Length > 0)
        {
            var labels = Values(query.Fidelity);
            claims = claims.Where(claim => labels.Contains(claim.FidelityToSource));
        }

        return claims;
    }

    /// <summary>The page of claims that a query asks for, of all claims or of those that name one record.</summary>
    public static async Task<Results<Page<ClaimResponse>, NotFoundProblem>> Page(
        this ReleaseReader catalogue,
        IQueryable<ClaimRow> claims,
        ClaimsQuery query,
        PageRequest page,
        CancellationToken cancellationToken
    ) =>
        await catalogue.FindMissing(query, cancellationToken) is { } missing
            ? new NotFoundProblem(missing)
            : await page.Of<ClaimRow, ClaimResponse>(
                await catalogue.Matching(claims, query, cancellationToken),
                Sorts,
                cancellationToken
            );

    /// <summary>The answer where the record under which claims are listed does not exist; null where it does.</summary>
    public static async Task<NotFoundProblem?> Missing<TRow>(
        this ReleaseReader catalogue,
        string kind,
        string id,
        IQueryable<TRow> rows,
        CancellationToken cancellationToken
    )
        where TRow : CatalogueRow =>
        await rows.AnyAsync(record => record.Id == id, cancellationToken)
            ? null
            : new NotFoundProblem(Error.NotFound(kind, Quote.Of(id), $"in release {catalogue.Release.Number}"));

    /// <summary>Claims on any of these conditions.</summary>
    public static IQueryable<ClaimRow> OnConditions(
        this IQueryable<ClaimRow> claims,
        IReadOnlyList<string> conditions
    ) => claims.Where(claim => claim.Conditions.Any(link => conditions.Contains(link.ConditionId)));

    /// <summary>The conditions meant by these ids: themselves, and the narrower ones where the query includes them.</summary>
    public static async Task<IReadOnlyList<string>> Conditions(
        this ReleaseReader catalogue,
        IReadOnlyList<string> ids,
        ClaimsQuery query,
        CancellationToken cancellationToken
    ) => query.IncludeNarrower is { Value: true } ? await catalogue.WithNarrower(ids, cancellationToken) : ids;

    private static async Task<IReadOnlyList<string>> Missing<TRow>(
        Parameter<Slug>[] named,
        IQueryable<TRow> rows,
        CancellationToken cancellationToken
    )
        where TRow : CatalogueRow
    {
        if (named.Length == 0)
        {
            return [];
        }

        var ids = Ids(named);
        var known = await rows.Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancellationToken);
        return [.. ids.Except(known, StringComparer.Ordinal)];
    }

    private static string[] Ids(Parameter<Slug>[] named) =>
        [.. named.Select(parameter => parameter.Value.Value).Distinct(StringComparer.Ordinal)];

    private static T[] Values<T>(Parameter<T>[] parameters) => [.. parameters.Select(parameter => parameter.Value)];
}
