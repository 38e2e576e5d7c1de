using System.Reflection;
using LdnEvidence.Domain;
using Microsoft.AspNetCore.Http.Metadata;

namespace LdnEvidence.Api.Http.Answers;

/// <summary>The answer is at another address of this service (RFC 9110, 15.4.4), named from the root.</summary>
internal sealed class SeeOther(string address) : IResult, IStatusCodeHttpResult, IEndpointMetadataProvider
{
    public int? StatusCode => StatusCodes.Status303SeeOther;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new FixedFormat("application/json"));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status303SeeOther));
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = $"{httpContext.Request.PathBase.ToUriComponent()}{address}";
        return Task.CompletedTask;
    }
}

/// <summary>A part of the address cannot be what it should be.</summary>
internal sealed class BadIdentifierProblem(string part, string message) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => StatusCodes.Status400BadRequest;

    public Task ExecuteAsync(HttpContext httpContext) =>
        new ProblemResult(
            Error.InvalidParameter(new Dictionary<string, string[]>(StringComparer.Ordinal) { [part] = [message] }) with
            {
                Detail = $"The part '{part}' of the address is not valid.",
            }
        ).ExecuteAsync(httpContext);
}
