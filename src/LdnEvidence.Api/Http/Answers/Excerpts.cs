using System.Text.Json;
using LdnEvidence.Api.Contracts.Lists;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Search;

namespace LdnEvidence.Api.Http.Answers;

/// <summary>Excerpts of what a search found, with the words marked.</summary>
internal static class Excerpts
{
    /// <summary>The excerpts of records by their ids; the documents are those at the positions.</summary>
    public static Highlights Of(
        OpenRelease catalogue,
        Collection collection,
        SearchExpression expression,
        IReadOnlyList<int> positions,
        DocumentBatch documents
    )
    {
        var (excerpts, highlights) = (catalogue.Snippets(collection, expression, positions), new Highlights());
        foreach (var (index, position) in positions.Index())
        {
            if (excerpts.TryGetValue(position, out var excerpt))
            {
                highlights[IdOf(documents[index])] = excerpt;
            }
        }

        return highlights;
    }

    private static string IdOf(ReadOnlyMemory<byte> document)
    {
        using var json = JsonDocument.Parse(document);
        return json.RootElement.GetProperty("id").GetString()!;
    }
}
