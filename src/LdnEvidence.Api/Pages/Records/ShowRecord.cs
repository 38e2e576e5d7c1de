using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Formats;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Api.Pages.Frame;
using LdnEvidence.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LdnEvidence.Api.Pages.Records;

/// <summary>The pages of the records that claims name, each with its claims, strongest evidence first.</summary>
internal static class ShowRecord
{
    /// <summary>Shows a condition, and what is missing on it.</summary>
    public static Results<PageResult, NotFoundProblem> Condition(
        string id,
        ShowRecordQuery query,
        ReleaseReader catalogue
    ) => Show<ConditionResponse, ConditionPage>(catalogue, Collection.Conditions, "condition", id);

    /// <summary>Shows a mechanism.</summary>
    public static Results<PageResult, NotFoundProblem> Mechanism(
        string id,
        ShowRecordQuery query,
        ReleaseReader catalogue
    ) => Show<MechanismResponse, MechanismPage>(catalogue, Collection.Mechanisms, "mechanism", id);

    /// <summary>Shows an outcome.</summary>
    public static Results<PageResult, NotFoundProblem> Outcome(
        string id,
        ShowRecordQuery query,
        ReleaseReader catalogue
    ) => Show<OutcomeResponse, OutcomePage>(catalogue, Collection.Outcomes, "outcome", id);

    /// <summary>Shows a study: its citation, how it was done, what it reports.</summary>
    public static Results<PageResult, NotFoundProblem> Study(
        string id,
        ShowRecordQuery query,
        ReleaseReader catalogue
    ) => Show<StudyResponse, StudyPage>(catalogue, Collection.Studies, "study", id);

    private static Results<PageResult, NotFoundProblem> Show<TRecord, TPage>(
        ReleaseReader catalogue,
        Collection collection,
        string kind,
        string id
    )
        where TPage : RecordPage<TRecord> =>
        catalogue.Document(collection, id) is { } document
            ? PageResult.Of<TPage>(
                (nameof(RecordPage<TRecord>.Record), RecordBody.Read<TRecord>(document)),
                (nameof(RecordPage<TRecord>.Claims), ClaimsShown.Of(catalogue, collection, kind, id)),
                (nameof(RecordPage<TRecord>.LinkedData), LinkedData.Of<TRecord>(document))
            )
            : new NotFoundProblem(Error.NotFound(kind, Quote.Of(id), $"in release {catalogue.Release.Number}"));
}

/// <summary>Which release to read the record from.</summary>
public sealed record ShowRecordQuery : ReleaseQuery, IQuery<ShowRecordQuery>;

internal sealed class ShowRecordQueryValidator : ReleaseQueryValidator<ShowRecordQuery>;
