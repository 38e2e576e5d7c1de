using System.Text.Json;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Search;

namespace LdnEvidence.Api.Http.Answers;

/// <summary>Excerpts of what a search found, with the words marked.</summary>
internal static class Excerpts
{
    /// <summary>The excerpts of records by their ids; the documents are those at the positions.</summary>
    public static Dictionary<string, string> Of(
        OpenRelease catalogue,
        Collection collection,
        SearchExpression expression,
        IReadOnlyList<int> positions,
        DocumentBatch documents
    )
    {
        var excerpts = catalogue.Snippets(collection, expression, positions);
        return positions
            .Index()
            .Where(place => excerpts.ContainsKey(place.Item))
            .ToDictionary(place => IdOf(documents[place.Index]), place => excerpts[place.Item], StringComparer.Ordinal);
    }

    private static string IdOf(ReadOnlyMemory<byte> document)
    {
        using var json = JsonDocument.Parse(document);
        return json.RootElement.GetProperty("id").GetString()!;
    }
}
