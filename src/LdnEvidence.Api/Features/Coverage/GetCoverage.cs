using LdnEvidence.Api.Contracts.Reports;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LdnEvidence.Api.Features.Coverage;

internal static class GetCoverage
{
    /// <summary>Gets the matrix of conditions by outcome domains.</summary>
    /// <remarks>
    /// What an evidence map draws: how many claims there are on each condition and each part of health, by evidence level and by fidelity to the source. A cell with
    /// total 0 is a gap; absences say what was looked for and not found.
    /// </remarks>
    /// <response code="200">The matrix.</response>
    /// <response code="404">There is no such release, or it was published before coverage was kept.</response>
    public static Results<RecordResult<CoverageResponse>, NotFoundProblem> Handle(
        GetCoverageQuery query,
        ReleaseReader catalogue
    ) =>
        catalogue.Open.Report(Collection.Coverage) is { } document
            ? new RecordResult<CoverageResponse>(document)
            : new NotFoundProblem(Error.NoCoverage($"Release {catalogue.Release.Number}"));
}

/// <summary>The coverage of which release to read.</summary>
public sealed record GetCoverageQuery : RecordQuery, IQuery<GetCoverageQuery>;

internal sealed class GetCoverageQueryValidator() : RecordQueryValidator<GetCoverageQuery>(typeof(CoverageResponse));
