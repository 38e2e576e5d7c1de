using System.Reflection;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Links;
using LdnEvidence.Api.Pages.Frame;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Metadata;

namespace LdnEvidence.Api.Pages;

/// <summary>A page for people, rendered once and whole from what was read of one release.</summary>
internal sealed class PageResult : IResult, IStatusCodeHttpResult, IReleaseAnswer, IEndpointMetadataProvider
{
    private readonly Type _page;
    private readonly IReadOnlyList<(string Name, object? Value)> _parameters;

    private PageResult(Type page, IReadOnlyList<(string Name, object? Value)> parameters) =>
        (_page, _parameters) = (page, parameters);

    public int? StatusCode => StatusCodes.Status200OK;

    /// <param name="parameters">What the component shows, by the names of its parameters.</param>
    /// <typeparam name="TPage">The component that is the page. No signature of a use case names it: the generators of components and of endpoints do not see each other's code.</typeparam>
    public static PageResult Of<TPage>(params (string Name, object? Value)[] parameters)
        where TPage : IComponent => new(typeof(TPage), parameters);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new FixedFormat(PageRenderer.MediaType));
        builder.Metadata.Add(
            new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(string), [PageRenderer.MediaType])
        );
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var reading = Reading.Of(httpContext);
        if (reading.Api is { } api)
        {
            LinkHeader.Append(
                httpContext.Response,
                LinkHeader.Entry(httpContext.Request, api, "alternate", LinkHeader.Json)
            );
        }

        await PageRenderer.Write(httpContext, reading, _page, _parameters);
    }
}
