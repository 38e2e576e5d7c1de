using System.Buffers;
using System.Text.Json;
using FluentValidation.Results;
using LdnEvidence.Domain;
using Microsoft.Net.Http.Headers;

namespace LdnEvidence.Api.Http;

/// <summary>Reads the JSON body of a request, or says what is wrong with it. Faults are named by JSON pointers (RFC 6901); an empty one means the whole body.</summary>
internal static class JsonBody
{
    public const string ContentType = "application/json";

    /// <summary>Bytes. A thousand displayed claims have about 100 KB.</summary>
    public const int Largest = 256 * 1024;

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
            var read = await request.Body.ReadAsync(bytes.GetMemory(16 * 1024), request.HttpContext.RequestAborted);
            bytes.Advance(read);
            if (bytes.WrittenCount > Largest)
            {
                return (null, Error.BodyTooLarge(Largest));
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

    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(ContentType, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        && request.Headers.ContentEncoding.Count == 0;

    private static (JsonDocument? Body, Error? Error) Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return (JsonDocument.Parse(bytes, new JsonDocumentOptions { AllowDuplicateProperties = false }), null);
        }
        catch (JsonException fault)
        {
            var where = fault.LineNumber is { } line
                ? $" from line {line + 1}, byte {fault.BytePositionInLine + 1}"
                : "";
            return (null, Refuse([new ValidationFailure("", $"It cannot be read as JSON{where}.")]));
        }
    }
}

/// <summary>The body that an endpoint reads.</summary>
/// <param name="Type">Its shape.</param>
/// <param name="Example">One that is right.</param>
internal sealed record TakenBody(Type Type, object Example);
