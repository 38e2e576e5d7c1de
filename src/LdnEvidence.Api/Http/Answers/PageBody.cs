using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;

namespace LdnEvidence.Api.Http.Answers;

/// <summary>One page of a list in JSON: the stored bodies of its records side by side, in an envelope.</summary>
internal sealed class PageBody(Listing listing, OpenRelease catalogue, ListRequest list, Representation representation)
{
    public async Task Write(HttpContext http)
    {
        // One record more than the page may hold shows that there is a next page.
        var positions = listing.Order.Page(listing.Records, list.After, list.Limit + 1);
        var hasNext = positions.Count > list.Limit;
        if (hasNext)
        {
            positions.RemoveAt(positions.Count - 1);
        }

        var documents = catalogue.Documents(listing.Collection, positions);
        var (first, next) = list.Addresses(hasNext ? positions[^1] : null);
        var end = End(next, documents, positions);
        if (representation.Fields is { } fields)
        {
            documents = [.. documents.Select(document => fields.Apply(document))];
        }

        http.Response.Headers.Link = next is null
            ? $"<{first}>; rel=\"first\""
            : $"<{first}>; rel=\"first\", <{next}>; rel=\"next\"";
        http.Response.ContentLength =
            "{\"items\":["u8.Length
            + documents.Sum(document => (long)document.Length)
            + Math.Max(0, documents.Count - 1)
            + end.Length;
        var writer = http.Response.BodyWriter;
        writer.Write("{\"items\":["u8);
        for (var index = 0; index < documents.Count; index++)
        {
            if (index > 0)
            {
                writer.Write(","u8);
            }

            writer.Write(documents[index]);
        }

        writer.Write(end);
        await writer.FlushAsync(http.RequestAborted);
    }

    /// <summary>What stands after the items.</summary>
    private byte[] End(string? next, IReadOnlyList<byte[]> documents, List<int> positions)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"],\"total\":{listing.Records.Count},\"next\":{JsonSerializer.Serialize(next, CatalogueJson.Options)},\"release\":{catalogue.Release.Number}"
        );
        if (listing is { Facets.Count: 0, Include.Count: 0, Highlight: null })
        {
            return Encoding.UTF8.GetBytes(text + "}");
        }

        var buffer = new ArrayBufferWriter<byte>();
        buffer.Write(Encoding.UTF8.GetBytes(text));
        if (listing.Facets.Count > 0)
        {
            Member(buffer, "facets", CatalogueJson.Write(FacetCounts.Of(listing, catalogue)));
        }

        if (listing.Include.Count > 0)
        {
            Member(buffer, "included", IncludedRecords.Of(listing, catalogue, documents));
        }

        if (listing.Highlight is { } expression)
        {
            Member(
                buffer,
                "highlights",
                CatalogueJson.Write(Excerpts.Of(catalogue, listing.Collection, expression, positions, documents))
            );
        }

        buffer.Write("}"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Member(ArrayBufferWriter<byte> buffer, string name, ReadOnlySpan<byte> value)
    {
        buffer.Write(Encoding.UTF8.GetBytes($",\"{name}\":"));
        buffer.Write(value);
    }
}
