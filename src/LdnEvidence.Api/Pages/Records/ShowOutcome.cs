using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Formats;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Api.Pages.Frame;
using LdnEvidence.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LdnEvidence.Api.Pages.Records;

internal static class ShowOutcome
{
    /// <summary>Shows an outcome and what is claimed on it, strongest evidence first.</summary>
    public static Results<PageResult, NotFoundProblem> Handle(
        string id,
        ShowOutcomeQuery query,
        ReleaseReader catalogue
    ) =>
        catalogue.Document(Collection.Outcomes, id) is { } document
            ? PageResult.Of<OutcomePage>(
                (nameof(OutcomePage.Record), RecordBody.Read<OutcomeResponse>(document)),
                (nameof(OutcomePage.Claims), ClaimsShown.Of(catalogue, Collection.Outcomes, "outcome", id)),
                (nameof(OutcomePage.LinkedData), LinkedData.Of<OutcomeResponse>(document))
            )
            : new NotFoundProblem(Error.NotFound("outcome", Quote.Of(id), $"in release {catalogue.Release.Number}"));
}

/// <summary>Which release to read the outcome from.</summary>
public sealed record ShowOutcomeQuery : ReleaseQuery, IQuery<ShowOutcomeQuery>;

internal sealed class ShowOutcomeQueryValidator : ReleaseQueryValidator<ShowOutcomeQuery>;
