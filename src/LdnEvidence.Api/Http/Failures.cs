using System.Data.Common;
using LdnEvidence.Api.Data;
using LdnEvidence.Domain;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace LdnEvidence.Api.Http;

/// <summary>Gives every failure that no endpoint has answered the same shape as the others.</summary>
internal static class Failures
{
    public static IApplicationBuilder UseProblems(this IApplicationBuilder app) =>
        app.UseExceptionHandler(
                new ExceptionHandlerOptions { ExceptionHandler = Explain, SuppressDiagnosticsCallback = IsCallersFault }
            )
            .UseStatusCodePages(context =>
                new ProblemResult(ForStatus(context.HttpContext)).ExecuteAsync(context.HttpContext)
            );

    private static Task Explain(HttpContext context)
    {
        var error = ForException(context.Features.Get<IExceptionHandlerFeature>()?.Error);
        if (error.Kind == ErrorKind.Unavailable)
        {
            // The caller is told no more than that; the operator needs the file.
            var services = context.RequestServices;
            services
                .GetRequiredService<ILoggerFactory>()
                .CreateLogger(typeof(Failures))
                .LogError(
                    "The database {File} could not be read; the error above says why. Check that it is the catalogue and that this user may read and write it",
                    services.GetRequiredService<IOptions<CatalogueOptions>>().Value.DatabaseFile
                );
        }

        return new ProblemResult(error).ExecuteAsync(context);
    }

    private static Error ForException(Exception? failure) =>
        failure switch
        {
            BadHttpRequestException unreadable => Error.UnreadableRequest(unreadable.Message),
            DbException or { InnerException: DbException } => Error.CatalogueUnavailable(),
            _ => Error.Unexpected(),
        };

    private static bool IsCallersFault(ExceptionHandlerSuppressDiagnosticsContext context) =>
        context.Exception is BadHttpRequestException;

    private static Error ForStatus(HttpContext context) =>
        context.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => Error.AddressNotFound(),
            StatusCodes.Status405MethodNotAllowed => Error.MethodNotAllowed(context.Request.Method),
            StatusCodes.Status503ServiceUnavailable => Error.CatalogueUnavailable(),
            >= 500 => Error.Unexpected(),
            _ => Error.UnreadableRequest("The server could not read the request."),
        };
}
