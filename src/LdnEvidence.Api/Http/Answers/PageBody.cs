using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Http.Links;

namespace LdnEvidence.Api.Http.Answers;

/// <summary>One page of a list in JSON: the stored bodies of its records side by side, in an envelope.</summary>
internal sealed class PageBody(Listing listing, OpenRelease catalogue, ListRequest list, Representation representation)
{
    private static ReadOnlySpan<byte> Opening => "{\"items\":["u8;

    public async Task Write(HttpContext http)
    {
        var page = listing.Page(list);
        using var documents = catalogue.Documents(listing.Collection, page.Positions);
        var end = End(page.Next, documents, page.Positions);
        Link(http, page);
        var body = representation.Fields is { } fields
            ? Picked(fields, documents, end)
            : documents.Enclosed(Opening, (byte)',', end.Span);
        body = BodyLinks.Below(body, http.Request.PathBase);
        http.Response.ContentLength = body.Length;
        // In one piece: the web server copies what is written before it has sent the headers twice.
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    /// <summary>Tells of the pages to walk to.</summary>
    private static void Link(HttpContext http, ListPage page)
    {
        foreach (
            var (address, relation) in new[] { (page.First, "first"), (page.Previous, "prev"), (page.Next, "next") }
        )
        {
            if (address is not null)
            {
                LinkHeader.Append(http.Response, LinkHeader.Entry(http.Request, address, relation));
            }
        }
    }

    /// <summary>What stands after the items.</summary>
    private ReadOnlyMemory<byte> End(string? next, DocumentBatch documents, List<int> positions)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        var addressed = next is null ? "null" : JsonSerializer.Serialize(next, CatalogueJson.Options);
        Text(
            buffer,
            string.Create(
                CultureInfo.InvariantCulture,
                $"],\"total\":{listing.Records.Count},\"next\":{addressed},\"release\":{catalogue.Release.Number}"
            )
        );
        if (listing.UnmatchedCodes is { } unmatched)
        {
            Member(buffer, "unmatchedCodes", CatalogueJson.Write(unmatched));
        }

        if (listing.Facets.Count > 0)
        {
            Member(buffer, "facets", CatalogueJson.Write(FacetCounter.Count(listing, catalogue)));
        }

        if (listing.Unfiltered is { } all)
        {
            Member(buffer, "heldBack", CatalogueJson.Write(HiddenClaimCounter.Count(listing, all, catalogue)));
        }

        if (KnownAbsences.Of(listing, catalogue) is { Count: > 0 } absences)
        {
            Member(buffer, "absences", CatalogueJson.Write(absences));
        }

        if (listing.Include.Count > 0)
        {
            Member(buffer, "included", LinkedRecordsBody.Of(listing, catalogue, documents));
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
        return buffer.WrittenMemory;
    }

    /// <summary>The page with the members that were asked for of each record.</summary>
    private static ReadOnlyMemory<byte> Picked(Projection fields, DocumentBatch documents, ReadOnlyMemory<byte> end)
    {
        var buffer = new ArrayBufferWriter<byte>();
        buffer.Write(Opening);
        for (var index = 0; index < documents.Count; index++)
        {
            buffer.Write(index > 0 ? ","u8 : ""u8);
            buffer.Write(fields.Apply(documents[index]));
        }

        buffer.Write(end.Span);
        return buffer.WrittenMemory;
    }

    private static void Member(ArrayBufferWriter<byte> buffer, string name, ReadOnlySpan<byte> value)
    {
        Text(buffer, $",\"{name}\":");
        buffer.Write(value);
    }

    private static void Text(ArrayBufferWriter<byte> buffer, string text) => Encoding.UTF8.GetBytes(text, buffer);
}
