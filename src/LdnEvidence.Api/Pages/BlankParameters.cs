using LdnEvidence.Api.Http;

namespace LdnEvidence.Api.Pages;

/// <summary>A form sends each of its fields, filled in or not. What was left blank means nothing, and does not belong in an address that people pass on.</summary>
internal static class BlankParameters
{
    /// <summary>Leads an address with blank parameters to the one without them. Stands before validation, which would refuse them.</summary>
    public static RouteHandlerBuilder WithoutBlanks(this RouteHandlerBuilder endpoint) =>
        endpoint.AddEndpointFilter(
            (context, next) =>
            {
                var request = context.HttpContext.Request;
                if (!request.QueryString.HasValue)
                {
                    return next(context);
                }

                var parameters = RequestTarget.Parameters(request.QueryString.Value);
                var filled = parameters.Where(parameter => !string.IsNullOrWhiteSpace(parameter.Value)).ToList();
                if (filled.Count == parameters.Count)
                {
                    return next(context);
                }

                var query = filled.Count > 0 ? $"?{RequestTarget.Write(filled)}" : string.Empty;
                return ValueTask.FromResult<object?>(Results.LocalRedirect($"~{request.Path.ToUriComponent()}{query}"));
            }
        );
}
