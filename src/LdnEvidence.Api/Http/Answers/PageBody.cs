using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using Microsoft.Extensions.Primitives;

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

        using var documents = catalogue.Documents(listing.Collection, positions);
        var (first, next) = list.Addresses(hasNext ? positions[^1] : null);
        var end = End(next, documents, positions);
        var items = representation.Fields is { } fields ? Picked(fields, documents) : documents.Joined((byte)',');
        http.Response.Headers.Link = Links(first, next, http.Response.Headers.Link);
        http.Response.ContentLength = "{\"items\":["u8.Length + items.Length + end.Length;
        var writer = http.Response.BodyWriter;
        writer.Write("{\"items\":["u8);
        writer.Write(items.Span);
        writer.Write(end);
        await writer.FlushAsync(http.RequestAborted);
    }

    /// <summary>The pages to walk to, before what the header says already.</summary>
    private static string Links(string first, string? next, StringValues others) =>
        $"<{first}>; rel=\"first\""
        + (next is null ? string.Empty : $", <{next}>; rel=\"next\"")
        + (others.Count == 0 ? string.Empty : $", {others}");

    /// <summary>What stands after the items.</summary>
    private byte[] End(string? next, DocumentBatch documents, List<int> positions)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"],\"total\":{listing.Records.Count},\"next\":{JsonSerializer.Serialize(next, CatalogueJson.Options)},\"release\":{catalogue.Release.Number}"
        );
        var (heldBack, absences) = (
            WhatIsMissing.HeldBack(listing, catalogue),
            WhatIsMissing.Absences(listing, catalogue)
        );
        if (
            listing is { Facets.Count: 0, Include.Count: 0, Highlight: null }
            && heldBack is null
            && absences.Count == 0
        )
        {
            return Encoding.UTF8.GetBytes(text + "}");
        }

        var buffer = new ArrayBufferWriter<byte>();
        buffer.Write(Encoding.UTF8.GetBytes(text));
        if (listing.Facets.Count > 0)
        {
            Member(buffer, "facets", CatalogueJson.Write(FacetCounts.Of(listing, catalogue)));
        }

        if (heldBack is not null)
        {
            Member(buffer, "heldBack", CatalogueJson.Write(heldBack));
        }

        if (absences.Count > 0)
        {
            Member(buffer, "absences", CatalogueJson.Write(absences));
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

    /// <summary>The members that were asked for of each record, side by side.</summary>
    private static ReadOnlyMemory<byte> Picked(Projection fields, DocumentBatch documents)
    {
        var buffer = new ArrayBufferWriter<byte>();
        for (var index = 0; index < documents.Count; index++)
        {
            buffer.Write(index > 0 ? ","u8 : ""u8);
            buffer.Write(fields.Apply(documents[index]));
        }

        return buffer.WrittenMemory;
    }

    private static void Member(ArrayBufferWriter<byte> buffer, string name, ReadOnlySpan<byte> value)
    {
        buffer.Write(Encoding.UTF8.GetBytes($",\"{name}\":"));
        buffer.Write(value);
    }
}
