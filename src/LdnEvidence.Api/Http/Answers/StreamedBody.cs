using LdnEvidence.Api.Data;
using LdnEvidence.Api.Http.Links;

namespace LdnEvidence.Api.Http.Answers;

/// <summary>
/// A whole list, record after record, in constant memory. Records are read a few at a time, and no connection to the database is held while they are
/// sent, so a caller that reads slowly holds up nobody.
/// </summary>
internal sealed class StreamedBody(
    Type record,
    Listing listing,
    OpenRelease catalogue,
    ListRequest list,
    Representation representation
)
{
    /// <summary>How many records are read before they are sent.</summary>
    private const int Batch = 128;

    public async Task Write(HttpContext http)
    {
        var (output, basePath) = (http.Response.BodyWriter, http.Request.PathBase);
        var writer = representation.Format.Open(record, Formats.Arity.Many, output);
        writer.Begin();
        using var documents = new DocumentBatch(Batch);
        foreach (var positions in listing.Order.All(listing.Records).Take(list.GivenLimit ?? int.MaxValue).Chunk(Batch))
        {
            documents.Clear();
            catalogue.AddDocuments(listing.Collection, positions, documents);
            if (representation is { Fields: null, Format.AfterBody: { } after })
            {
                // In one piece, which is sent as one chunk: written otherwise, each four kilobytes would be a chunk of their own.
                await output.WriteAsync(
                    BodyLinks.Below(documents.Enclosed([], after, [after]), basePath),
                    http.RequestAborted
                );
            }
            else
            {
                for (var index = 0; index < documents.Count; index++)
                {
                    var picked = representation.Fields?.Apply(documents[index]) ?? documents[index];
                    writer.Write(BodyLinks.Below(picked, basePath));
                }

                await output.FlushAsync(http.RequestAborted);
            }
        }

        writer.End();
        await output.FlushAsync(http.RequestAborted);
    }
}
