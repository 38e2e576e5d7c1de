using LdnEvidence.Domain;

namespace LdnEvidence.Api.Http.Answers;

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
