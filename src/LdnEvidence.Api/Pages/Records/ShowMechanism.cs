using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Formats;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Api.Pages.Frame;
using LdnEvidence.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LdnEvidence.Api.Pages.Records;

internal static class ShowMechanism
{
    /// <summary>Shows a mechanism and what is claimed on it, strongest evidence first.</summary>
    public static Results<PageResult, NotFoundProblem> Handle(
        string id,
        ShowMechanismQuery query,
        ReleaseReader catalogue
    ) =>
        catalogue.Document(Collection.Mechanisms, id) is { } document
            ? PageResult.Of<MechanismPage>(
                (nameof(MechanismPage.Record), RecordBody.Read<MechanismResponse>(document)),
                (nameof(MechanismPage.Claims), ClaimsShown.Of(catalogue, Collection.Mechanisms, "mechanism", id)),
                (nameof(MechanismPage.LinkedData), LinkedData.Of<MechanismResponse>(document))
            )
            : new NotFoundProblem(Error.NotFound("mechanism", Quote.Of(id), $"in release {catalogue.Release.Number}"));
}

/// <summary>Which release to read the mechanism from.</summary>
public sealed record ShowMechanismQuery : ReleaseQuery, IQuery<ShowMechanismQuery>;

internal sealed class ShowMechanismQueryValidator : ReleaseQueryValidator<ShowMechanismQuery>;
