using System.Text.Json;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Changes;
using LdnEvidence.Api.Formats;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Links;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Api.Pages.Frame;
using LdnEvidence.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LdnEvidence.Api.Pages.Records;

internal static class ShowClaim
{
    private static readonly JsonSerializerOptions Indented = new(CatalogueJson.Options) { WriteIndented = true };

    /// <summary>Shows a claim: how its level follows from its citations, both hops of its fidelity, and what became of it.</summary>
    public static Results<PageResult, NotFoundProblem> Handle(
        string id,
        ShowRecordQuery query,
        HttpRequest request,
        ReleaseReader catalogue,
        CatalogueReads reads
    )
    {
        if (catalogue.Document(Collection.Claims, id) is not { } document)
        {
            return new NotFoundProblem(Error.NotFound("claim", Quote.Of(id), $"in release {catalogue.Release.Number}"));
        }

        var claim = RecordBody.Read<ClaimResponse>(document);
        var level = Words.Key(claim.EvidenceLevel);
        using var json = JsonDocument.Parse(BodyLinks.Below(document, request.PathBase));
        return PageResult.Of<ClaimPage>(
            (nameof(ClaimPage.Record), claim),
            (
                nameof(ClaimPage.Level),
                RecordBody.Read<EvidenceLevelResponse>(catalogue.Document(Collection.EvidenceLevels, level)!)
            ),
            (nameof(ClaimPage.History), ClaimHistory.Of(reads, id, catalogue.Release.Number)),
            (nameof(ClaimPage.Json), JsonSerializer.Serialize(json, Indented)),
            (nameof(ClaimPage.LinkedData), LinkedData.Of<ClaimResponse>(document))
        );
    }
}
