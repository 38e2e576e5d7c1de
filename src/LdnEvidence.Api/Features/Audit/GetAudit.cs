using LdnEvidence.Api.Contracts.Reports;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LdnEvidence.Api.Features.Audit;

internal static class GetAudit
{
    /// <summary>Gets the audit of a release.</summary>
    /// <remarks>
    /// Each rule that every release obeys, with what came of it when the release was published. The same rules decide whether a catalogue is published at all, so
    /// all of them passed; digest says of what.
    /// </remarks>
    /// <response code="200">The rules, each with the records that break it.</response>
    /// <response code="404">There is no such release, or it was published before audits were kept.</response>
    public static Results<RecordResult<AuditResponse>, NotFoundProblem> Handle(
        GetAuditQuery query,
        ReleaseReader catalogue
    ) =>
        catalogue.Open.Report(Collection.Audits) is { } document
            ? new RecordResult<AuditResponse>(document)
            : new NotFoundProblem(Error.NoAudit($"Release {catalogue.Release.Number}"));
}

/// <summary>The audit of which release to read.</summary>
public sealed record GetAuditQuery : RecordQuery, IQuery<GetAuditQuery>;

internal sealed class GetAuditQueryValidator() : RecordQueryValidator<GetAuditQuery>(typeof(AuditResponse));
