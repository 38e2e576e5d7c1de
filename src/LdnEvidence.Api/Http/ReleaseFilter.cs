using System.Globalization;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Caching;
using LdnEvidence.Api.Http.Links;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain;

namespace LdnEvidence.Api.Http;

/// <summary>Settles in which form and from which release a request is answered, and answers 304 before any of it is read.</summary>
internal static class ReleaseFilter
{
    /// <summary>The header that names the release a body was read from.</summary>
    public const string Header = "Catalogue-Release";

    /// <summary>The part of an address that names the release itself.</summary>
    public const string RouteParameter = "number";

    /// <summary>Stands after <see cref="ValidationFilter.Validate{TQuery}"/>, whose query it reads.</summary>
    public static RouteHandlerBuilder FromOneRelease(this RouteHandlerBuilder endpoint) =>
        endpoint
            .WithDescription()
            .AddEndpointFilter(
                (context, next) =>
                {
                    var (http, query) = (context.HttpContext, ValidationFilter.QueryOf(context));
                    if ((Choose(http, query) ?? Select(http, query)) is { } error)
                    {
                        return ValueTask.FromResult<object?>(new ProblemResult(error));
                    }

                    return Answer(context, next, query);
                }
            );

    /// <summary>Tells the endpoint where the OpenAPI document describes it, once its whole route is known.</summary>
    private static RouteHandlerBuilder WithDescription(this RouteHandlerBuilder endpoint)
    {
        endpoint.Finally(built =>
        {
            if (Described.At(((RouteEndpointBuilder)built).RoutePattern.RawText ?? string.Empty) is { } described)
            {
                built.Metadata.Add(described);
            }
        });
        return endpoint;
    }

    private static async ValueTask<object?> Answer(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next,
        Query query
    )
    {
        var http = context.HttpContext;
        var release = http.RequestServices.GetRequiredService<ReleaseReader>().Release;
        var isNamed =
            query is ReleaseQuery { Release: not null } || http.Request.RouteValues.ContainsKey(RouteParameter);
        var tag = EntityTags.Of(release, http.Request, http.RequestServices.GetRequiredService<Representation>());
        var lastModified = Freshness.LastModified(release);
        var condition = Preconditions.Evaluate(http.Request, tag, lastModified);
        if (condition == ConditionResult.Held && EntityTags.IsHeld(http.Request, tag))
        {
            return new NotModified(tag, release, isNamed);
        }

        var answer = await next(context);
        if ((answer is INestedHttpResult union ? union.Result : answer) is not IReleaseAnswer)
        {
            return answer;
        }

        // Without the body that has this tag, such a condition is answered only once it is known that there is a body.
        if (condition == ConditionResult.Held)
        {
            return new NotModified(tag, release, isNamed);
        }

        if (condition == ConditionResult.Failed)
        {
            return new ProblemResult(
                Error.PreconditionFailed(Preconditions.FailedHeader(http.Request.Headers, tag, lastModified)!)
            );
        }

        Freshness.Describe(http.Response, tag, release, isNamed);
        LinkHeader.Describe(http, query, release);
        return answer;
    }

    /// <summary>Chooses the form of the answer.</summary>
    /// <returns>What is wrong with the request, or null.</returns>
    private static Error? Choose(HttpContext http, Query query)
    {
        var metadata = http.GetEndpoint()!.Metadata;
        return metadata.GetMetadata<AnswerShape>() is { } shape
            ? http.RequestServices.GetRequiredService<Representation>().Open(http.Request, shape, query)
            : metadata.GetMetadata<FixedFormat>()?.Check(http.Request);
    }

    private static Error? Select(HttpContext http, Query query)
    {
        var catalogue = http.RequestServices.GetRequiredService<ReleaseReader>();
        var named = query as ReleaseQuery;
        var number = named?.Release?.Value;
        if (http.GetRouteValue(RouteParameter) is string text)
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed))
            {
                return Error.NoRelease(
                    $"There is no release '{Quote.Of(text)}'; {Address.Of(Address.Releases)} lists those that exist."
                );
            }

            number = parsed;
        }

        if (catalogue.Select(number, named?.AsOf?.Value) is { } missing)
        {
            return missing;
        }

        http.Response.Headers[Header] = catalogue.Release.Number.ToString(CultureInfo.InvariantCulture);
        if (
            query is ICodedQuery { Code.Length: > 0 } coded
            && CodeSystems.Check(catalogue.Open, coded.Code) is { } unknown
        )
        {
            return unknown;
        }

        return query is IPagedQuery paged
            ? http.RequestServices.GetRequiredService<ListRequest>().Open(http.Request, paged)
            : null;
    }

    private sealed class NotModified(string tag, Release release, bool isNamed) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            Freshness.Describe(httpContext.Response, tag, release, isNamed);
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
    }
}
