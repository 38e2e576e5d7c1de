using System.Buffers;
using System.Text.Json;
using FluentValidation.Results;
using LdnEvidence.Api.Http.Errors;
using LdnEvidence.Api.Http.Requests;
using LdnEvidence.Domain;
using Microsoft.Net.Http.Headers;

namespace LdnEvidence.Api.Http;

/// <summary>Reads the JSON body of a request, or says what is wrong with it. Faults are named by JSON pointers (RFC 6901); an empty one means the whole body.</summary>
internal static class JsonBody
{
    public const string ContentType = "application/json";

    private const string Truncated =
        "It does not arrive as HTTP frames it; send as many bytes as Content-Length says, or well-formed chunks.";

    /// <summary>Says for the documents what body an endpoint reads.</summary>
    public static RouteHandlerBuilder TakesJson<TBody>(this RouteHandlerBuilder endpoint, TBody example)
        where TBody : notnull => endpoint.WithMetadata(new TakenBody(typeof(TBody), example));

    /// <returns>The body, to be disposed of, or what is wrong with it.</returns>
    public static async Task<(JsonDocument? Body, Error? Error)> Read(HttpRequest request)
    {
        if (!IsJson(request))
        {
            return (null, Error.UnsupportedMediaType(Queries.Quote.Of(request.ContentType ?? "none"), ContentType));
        }

        var bytes = new ArrayBufferWriter<byte>();
        while (true)
        {
            int read;
            try
            {
                read = await request.Body.ReadAsync(bytes.GetMemory(16 * 1024), request.HttpContext.RequestAborted);
            }
            catch (IOException broken)
            {
                return (null, Refuse(broken));
            }

            bytes.Advance(read);
            if (bytes.WrittenCount > RequestSizes.MaxBody)
            {
                return (null, Error.BodyTooLarge(RequestSizes.MaxBody));
            }

            if (read == 0)
            {
                return Parse(bytes.WrittenMemory);
            }
        }
    }

    /// <summary>The faults of a body as a problem.</summary>
    public static Error Refuse(IEnumerable<ValidationFailure> faults) =>
        Error.InvalidBody(
            faults
                .GroupBy(fault => fault.PropertyName, StringComparer.Ordinal)
                .ToDictionary(
                    group => group.Key,
                    group => group.Select(fault => fault.ErrorMessage).Distinct().ToArray(),
                    StringComparer.Ordinal
                )
        );

    /// <summary>The web server refuses a body that is too large or comes too slowly; any other failure is one of its framing.</summary>
    private static Error Refuse(IOException broken) =>
        broken is BadHttpRequestException { StatusCode: not StatusCodes.Status400BadRequest } refused
            ? ServerErrors.ForStatus(refused.StatusCode)
            : Refuse([new ValidationFailure("", Truncated)]);

    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(ContentType, StringComparison.OrdinalIgnoreCase)
        && (
            !type.Charset.HasValue
            || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase)
        )
        && request.Headers.ContentEncoding.Count == 0;

    private static (JsonDocument? Body, Error? Error) Parse(ReadOnlyMemory<byte> bytes) =>
        JsonText.FindFault(bytes.Span) is { } fault ? (null, Refuse([fault])) : (JsonDocument.Parse(bytes), null);
}

/// <summary>The body that an endpoint reads.</summary>
/// <param name="Type">Its shape.</param>
/// <param name="Example">One that is right.</param>
internal sealed record TakenBody(Type Type, object Example);
