using LdnEvidence.Api.Contracts.Reports;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain;
using LdnEvidence.Domain.Identifiers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LdnEvidence.Api.Features.Coverage;

internal static class GetCoverage
{
    /// <summary>Gets the matrix of conditions by outcome domains.</summary>
    /// <remarks>
    /// What an evidence map draws: how many claims there are on each condition and each part of health, by evidence level and by fidelity to the source. A cell with
    /// total 0 is a gap; absences say what was looked for and not found. Filters and q mean what they mean in the list of claims, and change what is counted: every
    /// row and every column stays.
    /// </remarks>
    /// <response code="200">The matrix.</response>
    /// <response code="404">There is no such release, or it was published before coverage was kept.</response>
    public static Results<RecordResult<CoverageResponse>, NotFoundProblem> Handle(
        GetCoverageQuery query,
        ReleaseReader catalogue
    ) =>
        catalogue.Open.Report(Collection.Coverage) is not { } document
            ? new NotFoundProblem(Error.NoCoverage($"Release {catalogue.Release.Number}"))
        : IsFiltered(query) ? RecordResult<CoverageResponse>.Of(CoverageMatrix.Of(catalogue, query))
        : new RecordResult<CoverageResponse>(document);

    private static bool IsFiltered(GetCoverageQuery query) =>
        query.Code.Length
            + query.EvidenceLevel.Length
            + query.Kind.Length
            + query.Fidelity.Length
            + query.InterventionMatch.Length
            > 0
        || query.LevelIsMeaningful is not null
        || query.Q is not null;
}

/// <summary>Which claims to count, and of which release.</summary>
public sealed record GetCoverageQuery : RecordQuery, ICodedQuery, IQuery<GetCoverageQuery>
{
    /// <summary>Count only claims of this evidence level. May be given more than once.</summary>
    /// <example>pilot-trial</example>
    public Parameter<EvidenceLevel>[] EvidenceLevel { get; init; } = [];

    /// <summary>Count only claims of this kind. May be given more than once.</summary>
    /// <example>efficacy</example>
    public Parameter<ClaimKind>[] Kind { get; init; } = [];

    /// <summary>Count only claims whose cited source bears them out to this degree (fidelity.toSource.label). May be given more than once.</summary>
    /// <example>contradicted</example>
    public Parameter<SourceFidelity>[] Fidelity { get; init; } = [];

    /// <summary>Count only claims of which the nearest counted study gave this. May be given more than once.</summary>
    /// <example>exact</example>
    public Parameter<InterventionMatch>[] InterventionMatch { get; init; } = [];

    /// <summary>Count only claims on an effect, whose level may be shown as evidence, or only the others.</summary>
    /// <example>true</example>
    public Parameter<bool>? LevelIsMeaningful { get; init; }

    /// <summary>Count only claims on records that any of these codes means, read as in the list of claims. Codes that mean no record are named in unmatchedCodes. May be given more than once.</summary>
    /// <example>icd10cm|K50.90</example>
    public Parameter<Code>[] Code { get; init; } = [];

    /// <summary>Count only claims in which all these words occur, read as in the list of claims.</summary>
    /// <example>crohn</example>
    public Parameter<string>? Q { get; init; }
}

internal sealed class GetCoverageQueryValidator : RecordQueryValidator<GetCoverageQuery>
{
    public GetCoverageQueryValidator()
        : base(typeof(CoverageResponse))
    {
        RuleFor(query => query.Q).Search();
        RuleFor(query => query.Code).Codes();
    }
}
