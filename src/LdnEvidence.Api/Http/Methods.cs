using Microsoft.Net.Http.Headers;

namespace LdnEvidence.Api.Http;

/// <summary>HEAD for every address that has GET, and OPTIONS for all.</summary>
internal static class Methods
{
    /// <summary>Answers HEAD as GET would, without the body (RFC 9110, 9.3.2). Stands before routing.</summary>
    public static IApplicationBuilder UseHeadForGet(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                if (!HttpMethods.IsHead(context.Request.Method))
                {
                    await next(context);
                    return;
                }

                var body = context.Response.Body;
                context.Request.Method = HttpMethods.Get;
                // A part of an answer can be had with GET alone (RFC 9110, 14.2).
                context.Request.Headers.Remove(HeaderNames.Range);
                context.Response.Body = Stream.Null;
                try
                {
                    await next(context);
                }
                finally
                {
                    context.Request.Method = HttpMethods.Head;
                    context.Response.Body = body;
                }
            }
        );

    /// <summary>Lists HEAD and OPTIONS where routing refuses a method, and answers OPTIONS with that list.</summary>
    public static IApplicationBuilder UseAllowedMethods(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                await next(context);
                if (
                    context.Response is
                    { StatusCode: StatusCodes.Status405MethodNotAllowed, HasStarted: false } response
                )
                {
                    var allowed = response.Headers.Allow.ToString();
                    response.Headers.Allow = allowed.Contains(HttpMethods.Get, StringComparison.Ordinal)
                        ? $"{allowed}, HEAD, OPTIONS"
                        : $"{allowed}, OPTIONS";
                    if (HttpMethods.IsOptions(context.Request.Method))
                    {
                        response.StatusCode = StatusCodes.Status204NoContent;
                    }
                }
            }
        );
}
