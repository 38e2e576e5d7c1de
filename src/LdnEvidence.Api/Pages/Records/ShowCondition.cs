using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Formats;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Api.Pages.Frame;
using LdnEvidence.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LdnEvidence.Api.Pages.Records;

internal static class ShowCondition
{
    /// <summary>Shows a condition and what is claimed on it, strongest evidence first.</summary>
    public static Results<PageResult, NotFoundProblem> Handle(
        string id,
        ShowConditionQuery query,
        ReleaseReader catalogue
    ) =>
        catalogue.Document(Collection.Conditions, id) is { } document
            ? PageResult.Of<ConditionPage>(
                (nameof(ConditionPage.Record), RecordBody.Read<ConditionResponse>(document)),
                (nameof(ConditionPage.Claims), ClaimsShown.Of(catalogue, Collection.Conditions, "condition", id)),
                (nameof(ConditionPage.LinkedData), LinkedData.Of<ConditionResponse>(document))
            )
            : new NotFoundProblem(Error.NotFound("condition", Quote.Of(id), $"in release {catalogue.Release.Number}"));
}

/// <summary>Which release to read the condition from.</summary>
public sealed record ShowConditionQuery : ReleaseQuery, IQuery<ShowConditionQuery>;

internal sealed class ShowConditionQueryValidator : ReleaseQueryValidator<ShowConditionQuery>;
