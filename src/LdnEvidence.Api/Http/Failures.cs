using System.Data.Common;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain;
using Microsoft.AspNetCore.Diagnostics;

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
        var failure = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        return new ProblemResult(ForException(failure)).ExecuteAsync(context);
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
            StatusCodes.Status406NotAcceptable => Error.NotAcceptable(
                Quote.Of(context.Request.Headers.Accept.ToString())
            ),
            StatusCodes.Status503ServiceUnavailable => Error.CatalogueUnavailable(),
            >= 500 => Error.Unexpected(),
            _ => Error.UnreadableRequest("The server could not read the request."),
        };
}
