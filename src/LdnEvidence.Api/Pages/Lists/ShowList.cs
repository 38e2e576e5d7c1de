using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Search.Tokens;
using LdnEvidence.Api.Features.Conditions;
using LdnEvidence.Api.Features.EvidenceLevels;
using LdnEvidence.Api.Features.Mechanisms;
using LdnEvidence.Api.Features.Outcomes;
using LdnEvidence.Api.Features.Studies;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Api.Pages.Frame;

namespace LdnEvidence.Api.Pages.Lists;

/// <summary>The lists of records that have names, each whole on one page; of a very long one, the beginning.</summary>
internal static class ShowList
{
    /// <summary>The most records that a page lists; a search finds the others.</summary>
    public const int Most = 500;

    /// <summary>Shows the conditions.</summary>
    public static PageResult Conditions(ShowListQuery query, ReleaseReader catalogue) =>
        Names(
            Read<ConditionResponse>(catalogue, ListConditions.Handle(new ListConditionsQuery(), catalogue).Listing),
            Address.Conditions,
            "Conditions",
            "What the page says that low-dose naltrexone is used for.",
            record =>
                new(
                    record.Id,
                    record.Name,
                    string.Join("; ", record.Synonyms),
                    LevelTally.Of(catalogue, "condition", record.Id)
                )
        );

    /// <summary>Shows the mechanisms.</summary>
    public static PageResult Mechanisms(ShowListQuery query, ReleaseReader catalogue) =>
        Names(
            Read<MechanismResponse>(catalogue, ListMechanisms.Handle(new ListMechanismsQuery(), catalogue).Listing),
            Address.Mechanisms,
            "Mechanisms",
            "How low-dose naltrexone is said to act.",
            record => new(record.Id, record.Name, record.Description, LevelTally.Of(catalogue, "mechanism", record.Id))
        );

    /// <summary>Shows the outcomes.</summary>
    public static PageResult Outcomes(ShowListQuery query, ReleaseReader catalogue) =>
        Names(
            Read<OutcomeResponse>(catalogue, ListOutcomes.Handle(new ListOutcomesQuery(), catalogue).Listing),
            Address.Outcomes,
            "Outcomes",
            "What the page says that low-dose naltrexone changes.",
            record =>
                new(
                    record.Id,
                    record.Name,
                    record.Domain is { } domain ? Words.Of(domain) : string.Empty,
                    LevelTally.Of(catalogue, "outcome", record.Id)
                )
        );

    /// <summary>Shows the studies.</summary>
    public static PageResult Studies(ShowListQuery query, ReleaseReader catalogue)
    {
        var (items, total) = Read<StudyResponse>(
            catalogue,
            ListStudies.Handle(new ListStudiesQuery(), catalogue).Listing
        );
        return PageResult.Of<StudiesPage>((nameof(StudiesPage.Items), items), (nameof(StudiesPage.Total), total));
    }

    /// <summary>Shows the evidence levels with the decision table that derives them.</summary>
    public static PageResult EvidenceLevels(ShowListQuery query, ReleaseReader catalogue) =>
        PageResult.Of<LevelsPage>(
            (nameof(LevelsPage.Levels), LevelTally.Of(catalogue, catalogue.Index(Collection.Claims).All)),
            (
                nameof(LevelsPage.Items),
                Read<EvidenceLevelResponse>(
                    catalogue,
                    ListEvidenceLevels.Handle(new ListEvidenceLevelsQuery(), catalogue).Listing
                ).Items
            )
        );

    private static (IReadOnlyList<T> Items, int Total) Read<T>(ReleaseReader catalogue, Listing list) =>
        (ClaimsShown.Read<T>(catalogue, list, after: null, Most), list.Records.Count);

    private static PageResult Names<T>(
        (IReadOnlyList<T> Items, int Total) records,
        string collection,
        string title,
        string lede,
        Func<T, NamedRecord> name
    ) =>
        PageResult.Of<NamesPage>(
            (nameof(NamesPage.Title), title),
            (nameof(NamesPage.Lede), lede),
            (nameof(NamesPage.Collection), collection),
            (nameof(NamesPage.Total), records.Total),
            (
                nameof(NamesPage.Items),
                records
                    .Items.Select(name)
                    .OrderBy(record => Folding.Plain(record.Name), StringComparer.Ordinal)
                    .ToList()
            )
        );
}

/// <summary>A record in a list of names.</summary>
/// <param name="Id">The key.</param>
/// <param name="Name">The name.</param>
/// <param name="Note">A few words on it.</param>
/// <param name="Counts">Its claims by level.</param>
public sealed record NamedRecord(string Id, string Name, string Note, LevelTally Counts);

/// <summary>Which release to read the list from.</summary>
public sealed record ShowListQuery : ReleaseQuery, IQuery<ShowListQuery>;

internal sealed class ShowListQueryValidator : ReleaseQueryValidator<ShowListQuery>;
