using System.Text.Json;
using LdnEvidence.Api.Contracts.Lists;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Features.Claims;

namespace LdnEvidence.Api.Pages.Search;

/// <summary>What the records are called that a search page names by their keys.</summary>
internal static class RecordNames
{
    private static readonly (string Filter, Collection Collection, string Member)[] Named =
    [
        ("condition", Collection.Conditions, "name"),
        ("mechanism", Collection.Mechanisms, "name"),
        ("outcome", Collection.Outcomes, "name"),
        ("study", Collection.Studies, "title"),
    ];

    /// <summary>The names by filter and key: of what is filtered by, and of the facets that are shown.</summary>
    public static Dictionary<(string Filter, string Id), string> Of(
        ReleaseReader catalogue,
        ClaimsQuery query,
        FacetCounts facets
    )
    {
        var names = new Dictionary<(string, string), string>();
        foreach (var (filter, collection, member) in Named)
        {
            var filtered = filter switch
            {
                "condition" => query.Condition,
                "mechanism" => query.Mechanism,
                "outcome" => query.Outcome,
                _ => query.Study,
            };
            var shown = facets.TryGetValue(filter, out var values)
                ? values.Take(SearchPage.MostValues).Select(value => value.Value)
                : [];
            foreach (var id in filtered.Select(parameter => parameter.Value.Value).Union(shown, StringComparer.Ordinal))
            {
                using var record = JsonDocument.Parse(catalogue.Document(collection, id)!);
                names[(filter, id)] =
                    record.RootElement.GetProperty(member).GetString()
                    ?? record.RootElement.GetProperty("printedCitation").GetProperty("title").GetString()
                    ?? id;
            }
        }

        return names;
    }
}
