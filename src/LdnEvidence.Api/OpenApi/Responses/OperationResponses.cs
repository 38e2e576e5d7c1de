using System.Globalization;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Links;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Api.OpenApi.Schemas;
using LdnEvidence.Domain;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace LdnEvidence.Api.OpenApi.Responses;

/// <summary>Documents every response that an operation can have, the problems included.</summary>
internal sealed class OperationResponses : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        if (!metadata.OfType<ValidatedQuery>().Any())
        {
            return;
        }

        var found = operation.Responses ?? [];
        var successes = found
            .Where(pair => pair.Key[0] is '2' or '3')
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .ToList();
        // The answer to a body is the caller's own.
        var hasTag = found.ContainsKey("200") && operation.RequestBody is null;
        var isList = operation.Parameters?.Any(parameter => parameter.Name == "cursor") == true;
        string[] links = isList || metadata.OfType<HtmlPage>().Any() ? [SharedHeaders.Link] : [];
        operation.Responses = [];
        foreach (var (status, response) in successes)
        {
            var success = (OpenApiResponse)response;
            string[] own =
                status == "303" ? [SharedHeaders.Location]
                : hasTag ? [SharedHeaders.ETag]
                : [];
            success.Headers = SharedHeaders.For(status, context.Document, [.. own, ReleaseFilter.Header, .. links]);
            AddFormats(success, metadata, context);
            operation.Responses.Add(status, success);
        }

        // Clients that know a 304 of what they download read nothing at all, so it stays in words.
        if (hasTag && !IsFile(operation.Responses["200"]))
        {
            Refer(SharedResponses.NotModified);
        }

        foreach (var kind in Problems(operation, found, hasTag))
        {
            Refer(ProblemResult.StatusOf(kind).ToString(CultureInfo.InvariantCulture));
        }

        void Refer(string status) =>
            operation.Responses.Add(status, SharedResponses.To(status, OwnWords(found, status), context.Document));
    }

    private static bool IsFile(IOpenApiResponse response) =>
        response.Content?.Values.Any(content => content.Schema?.Format == "binary") == true;

    private static IEnumerable<ErrorKind> Problems(OpenApiOperation operation, OpenApiResponses found, bool hasTag)
    {
        yield return ErrorKind.Invalid;
        if (found.ContainsKey("404") || operation.Parameters?.Any(parameter => parameter.Name == "release") == true)
        {
            yield return ErrorKind.NotFound;
        }

        yield return ErrorKind.NotAcceptable;
        if (hasTag)
        {
            yield return ErrorKind.PreconditionFailed;
        }

        if (operation.RequestBody is not null)
        {
            yield return ErrorKind.TooLarge;
            yield return ErrorKind.UnsupportedMediaType;
        }

        yield return ErrorKind.TooManyRequests;
        yield return ErrorKind.Unexpected;
        yield return ErrorKind.Unavailable;
    }

    /// <summary>What the use case itself says of a status; the framework's own words are one phrase without a full stop.</summary>
    private static string? OwnWords(OpenApiResponses found, string status) =>
        found.TryGetValue(status, out var response) && response.Description is { } words && words.EndsWith('.')
            ? words
            : null;

    /// <summary>The formats beside JSON, which stays the first: clients that know one type for an answer take that.</summary>
    private static void AddFormats(
        OpenApiResponse success,
        IEnumerable<object> metadata,
        OperationFilterContext context
    )
    {
        if (metadata.OfType<AnswerShape>().FirstOrDefault() is not { } shape)
        {
            return;
        }

        foreach (var format in shape.Formats.Skip(1))
        {
            success.Content![FormatSchemas.KeyOf(format)] = new OpenApiMediaType
            {
                Schema = FormatSchemas.Of(format, shape.Record, context.Document),
            };
        }
    }
}
