namespace LdnEvidence.Api.Http;

/// <summary>Headers of every answer: those that keep a browser from doing more with it than showing it, and the id of the request.</summary>
internal static class SecurityHeaders
{
    /// <summary>Data is never a page: nothing may load, run or be framed.</summary>
    private const string ForData = "default-src 'none'; frame-ancestors 'none'";

    /// <summary>Swagger UI's own scripts and styles, and calls to this service.</summary>
    private const string ForSwagger =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    /// <summary>Pages load their own style sheet, script and pictures, send their own forms, and call this service.</summary>
    private const string ForPages =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(next =>
            context =>
            {
                Set(context);
                return next(context);
            }
        );

    /// <summary>Sets them; again for an answer that was begun anew.</summary>
    public static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy =
            RequestTarget.IsOfPages(context.Request.Path) ? ForPages
            : context.Request.Path.StartsWithSegments("/swagger", StringComparison.OrdinalIgnoreCase) ? ForSwagger
            : ForData;
        headers["Referrer-Policy"] = "no-referrer";
        headers[AnswerHeaders.RequestId] = context.TraceIdentifier;
    }
}
