using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Search;
using LdnEvidence.Api.Formats;

namespace LdnEvidence.Api.Pages.Search;

/// <summary>What a search finds beside claims.</summary>
/// <param name="Collection">The collection, as addresses name it.</param>
/// <param name="Total">How many records it finds there.</param>
/// <param name="Items">The first of them, by key and name.</param>
public sealed record OtherHits(string Collection, int Total, IReadOnlyList<RecordReference> Items)
{
    internal static IReadOnlyList<OtherHits> Of(ReleaseReader catalogue, SearchExpression expression) =>
        [
            .. new[]
            {
                Of<ConditionResponse>(
                    Address.Conditions,
                    Data.Collection.Conditions,
                    record => new(record.Id, record.Name)
                ),
                Of<StudyResponse>(
                    Address.Studies,
                    Data.Collection.Studies,
                    record => new(record.Id, $"{record.Title ?? record.PrintedCitation.Title} ({record.Year})")
                ),
                Of<OutcomeResponse>(Address.Outcomes, Data.Collection.Outcomes, record => new(record.Id, record.Name)),
                Of<MechanismResponse>(
                    Address.Mechanisms,
                    Data.Collection.Mechanisms,
                    record => new(record.Id, record.Name)
                ),
            }
                .Select(find => find(catalogue, expression))
                .Where(hits => hits.Total > 0),
        ];

    private static Func<ReleaseReader, SearchExpression, OtherHits> Of<T>(
        string name,
        Collection collection,
        Func<T, RecordReference> reference
    ) =>
        (catalogue, expression) =>
        {
            var found = catalogue.Open.Matching(collection, expression);
            using var documents = catalogue.Open.Documents(collection, [.. found.After(0).Take(ShowSearch.MostOthers)]);
            return new OtherHits(
                name,
                found.Count,
                [
                    .. Enumerable
                        .Range(0, documents.Count)
                        .Select(index => reference(RecordBody.Read<T>(documents[index]))),
                ]
            );
        };
}
