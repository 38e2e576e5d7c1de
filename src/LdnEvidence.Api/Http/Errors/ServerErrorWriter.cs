using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using LdnEvidence.Api.Contracts;

namespace LdnEvidence.Api.Http.Errors;

/// <summary>
/// What a connection sends, passed on as it is, except for a response with which the web server refuses a request on its own. Such a response has a status
/// and no body, and no middleware sees it; here it becomes a problem with the headers that callers find on every other.
/// </summary>
internal sealed class ServerErrorWriter(PipeWriter connection, string connectionId) : PipeWriter
{
    private const string NoContent = "Content-Length: 0";

    private static ReadOnlySpan<byte> Version => "HTTP/1.1 "u8;

    private Memory<byte> _written;

    public override bool CanGetUnflushedBytes => connection.CanGetUnflushedBytes;

    public override long UnflushedBytes => connection.UnflushedBytes;

    public override Memory<byte> GetMemory(int sizeHint = 0) => _written = connection.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override void Advance(int bytes)
    {
        var written = _written.Span[..bytes];
        if (written.StartsWith(Version) && StatusOfBareError(written) is { } status)
        {
            connection.Write(AddProblem(Encoding.ASCII.GetString(written), status));
        }
        else
        {
            connection.Advance(bytes);
        }
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) =>
        connection.FlushAsync(cancellationToken);

    public override ValueTask<FlushResult> WriteAsync(
        ReadOnlyMemory<byte> source,
        CancellationToken cancellationToken = default
    ) => connection.WriteAsync(source, cancellationToken);

    public override void CancelPendingFlush() => connection.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => connection.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => connection.CompleteAsync(exception);

    /// <summary>The status, where this is the whole of an error without content that closes the connection: the service itself sends none such.</summary>
    private static int? StatusOfBareError(ReadOnlySpan<byte> written)
    {
        var status = written[Version.Length..];
        return
            status is [(byte)'4' or (byte)'5', _, _, (byte)' ', ..]
            && written.EndsWith("\r\n\r\n"u8)
            && written.IndexOf("\r\nContent-Length: 0\r\n"u8) > 0
            && written.IndexOf("\r\nContent-Type: "u8) < 0
            && written.IndexOf("\r\nConnection: close\r\n"u8) > 0
            && int.TryParse(status[..3], CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    /// <summary>Nothing of the request could be read for certain, so the problem is one of the service as a whole.</summary>
    private byte[] AddProblem(string head, int status)
    {
        var body = CatalogueJson.Write(ProblemResult.Describe(ServerErrors.ForStatus(status), pathBase: "", path: "/"));
        var response = new DefaultHttpContext { Request = { Path = Address.Api }, TraceIdentifier = connectionId };
        SecurityHeaders.Set(response);
        var headers = response.Response.Headers;
        headers.ContentLength = body.Length;
        headers.ContentType = ProblemResult.ContentType;
        headers.CacheControl = "no-store";
        headers.AccessControlAllowOrigin = "*";
        var lines = string.Join("\r\n", headers.Select(header => $"{header.Key}: {header.Value}"));
        return [.. Encoding.ASCII.GetBytes(head.Replace(NoContent, lines, StringComparison.Ordinal)), .. body];
    }
}
