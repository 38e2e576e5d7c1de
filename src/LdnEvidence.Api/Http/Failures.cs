using System.Data.Common;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Http.Errors;
using LdnEvidence.Domain;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace LdnEvidence.Api.Http;

/// <summary>
/// Gives every failure that no endpoint has answered the same shape as the others, and tells the operator of it. What an exception says can repeat what
/// the caller asked for, which is nobody else's business: an error in the log has the kinds of the exceptions and where they were thrown, and only the
/// level Debug has their words. So the framework, which logs the words, is kept from logging.
/// </summary>
internal static class Failures
{
    /// <summary>Marks a request whose answer was cut off.</summary>
    private static readonly object CutOff = new();

    /// <summary>Whether the answer was cut off, so that what was sent is not the whole of it.</summary>
    public static bool IsCut(HttpContext context) => context.Items.ContainsKey(CutOff);

    public static IApplicationBuilder UseProblems(this IApplicationBuilder app) =>
        // Nothing may reach the web server, which would log its words. What comes this far has been told of.
        app.Use(next => context => Cut(next(context), context, static (_, _) => true))
            .UseExceptionHandler(
                new ExceptionHandlerOptions { ExceptionHandler = Explain, SuppressDiagnosticsCallback = _ => true }
            )
            .Use(next => context => Cut(next(context), context, TellIfBegun))
            .UseStatusCodePages(context =>
                new ProblemResult(ForStatus(context.HttpContext)).ExecuteAsync(context.HttpContext)
            );

    private static Task Cut(Task answer, HttpContext context, Func<Exception, HttpContext, bool> isMeant) =>
        answer.IsCompletedSuccessfully ? answer : AwaitAndCut(answer, context, isMeant);

    private static async Task AwaitAndCut(Task answer, HttpContext context, Func<Exception, HttpContext, bool> isMeant)
    {
        try
        {
            await answer;
        }
        catch (Exception failure) when (isMeant(failure, context))
        {
            context.Items[CutOff] = true;
            context.Abort();
        }
    }

    /// <summary>A body that has begun cannot become a problem; its connection is cut, so that nobody takes the part for the whole.</summary>
    private static bool TellIfBegun(Exception failure, HttpContext context)
    {
        if (!context.Response.HasStarted)
        {
            return false;
        }

        if (!context.RequestAborted.IsCancellationRequested)
        {
            Tell(failure, context);
        }

        return true;
    }

    private static Task Explain(HttpContext context)
    {
        var failure = context.Features.Get<IExceptionHandlerFeature>()!.Error;
        if (failure is not BadHttpRequestException)
        {
            Tell(failure, context);
        }

        return new ProblemResult(ForException(failure)).ExecuteAsync(context);
    }

    private static void Tell(Exception failure, HttpContext context)
    {
        var logger = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Failures));
        if (IsOfTheDatabase(failure))
        {
            var file = context.RequestServices.GetRequiredService<IOptions<CatalogueOptions>>().Value.DatabaseFile;
            logger.LogError("{Reason}", DatabaseFault.Explain(file, failure));
        }

        logger.LogError("A request failed. {Failure}", Outline(failure));
        logger.LogDebug(failure, "The failure in its own words");
        context
            .Features.Get<IHttpMetricsTagsFeature>()
            ?.Tags.Add(new KeyValuePair<string, object?>("error.type", failure.GetType().FullName));
    }

    /// <summary>The kinds of the exceptions, outermost first, each with the places that it passed through.</summary>
    private static string Outline(Exception failure)
    {
        var parts = new List<string>();
        for (var part = failure; part is not null; part = part.InnerException)
        {
            parts.Add($"{part.GetType().FullName}{Environment.NewLine}{part.StackTrace}");
        }

        return string.Join($"{Environment.NewLine}because of ", parts);
    }

    private static bool IsOfTheDatabase(Exception? failure) =>
        failure is DbException or { InnerException: DbException };

    private static Error ForException(Exception? failure) =>
        failure switch
        {
            BadHttpRequestException refused => ServerErrors.ForStatus(refused.StatusCode),
            _ when IsOfTheDatabase(failure) => Error.CatalogueUnavailable(),
            _ => Error.Unexpected(),
        };

    private static Error ForStatus(HttpContext context) =>
        context.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => Error.AddressNotFound(),
            StatusCodes.Status405MethodNotAllowed => Error.MethodNotAllowed(context.Request.Method),
            StatusCodes.Status429TooManyRequests => Error.TooManyRequests(),
            StatusCodes.Status503ServiceUnavailable => Error.CatalogueUnavailable(),
            >= 500 => Error.Unexpected(),
            var status => ServerErrors.ForStatus(status),
        };
}
