using System.Text.Json;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Contracts.Lists;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Lists;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LdnEvidence.Api.Features.Claims;

internal static class ListClaimReferences
{
    public static SortFields Sorts { get; } = new SortFields().WithPositions("id").WithValues("year");

    /// <summary>Lists the studies that a claim cites.</summary>
    /// <remarks>In the order of their citation keys unless sort says otherwise. Ask for bibtex, ris, csl-json or vancouver to take them into a reference manager or a text.</remarks>
    /// <param name="id" example="eff-hiv-cd4">The key of the claim, such as eff-hiv-cd4.</param>
    /// <response code="200">A page of studies, or all of them in another format.</response>
    /// <response code="404">There is no claim with this id, or no such release.</response>
    public static Results<ListResult<ReferencePage>, NotFoundProblem> Handle(
        string id,
        ListClaimReferencesQuery query,
        ReleaseReader catalogue
    )
    {
        if (catalogue.Document(Collection.Claims, id) is not { } claim)
        {
            return new NotFoundProblem(Error.NotFound("claim", Quote.Of(id), $"in release {catalogue.Release.Number}"));
        }

        var index = catalogue.Index(Collection.Studies);
        var positions = StudiesOf(claim).Select(study => catalogue.Open.Position(Collection.Studies, study)).Order();
        var studies = PositionSet.Of(index.Size, positions.ToArray());
        return new ListResult<ReferencePage>(
            new Listing(Collection.Studies, studies, Sorts.Parse(query.Sort?.Value, index))
        );
    }

    private static List<string> StudiesOf(byte[] claim)
    {
        using var json = JsonDocument.Parse(claim);
        return
        [
            .. json
                .RootElement.GetProperty("citations")
                .EnumerateArray()
                .Select(citation => citation.GetProperty("study").GetProperty("id").GetString()!),
        ];
    }
}

/// <summary>In which form to list the references.</summary>
public sealed record ListClaimReferencesQuery : ListQuery, IQuery<ListClaimReferencesQuery>;

internal sealed class ListClaimReferencesQueryValidator()
    : ListQueryValidator<ListClaimReferencesQuery>(typeof(StudyResponse), ListClaimReferences.Sorts.Names);
