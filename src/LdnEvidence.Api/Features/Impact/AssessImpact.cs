using System.Reflection;
using FluentValidation.Results;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Contracts.Changes;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Changes;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Links;
using LdnEvidence.Api.Http.Queries;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;

namespace LdnEvidence.Api.Features.Impact;

internal static class AssessImpact
{
    /// <summary>The body that the documents show.</summary>
    public static DisplayedClaim[] Example { get; } = [new("eff-hiv-cd4", 1), new("no-such-claim", 1)];

    /// <summary>Says what became of the claims that an app displays.</summary>
    /// <remarks>
    /// Send each claim with the release that it was taken from, at most 1,000 of them. The answer says of each whether it is unchanged, reworded, lowered,
    /// raised, contradicted, retracted or gone, against the latest release or the one that is named. Nothing of it is stored.
    /// </remarks>
    /// <response code="200">What became of each, in the order of the body.</response>
    /// <response code="400">The body or a query parameter is not valid; errors names each fault, of the body by JSON pointers such as /0/claim.</response>
    public static async Task<Results<ImpactResult, ImpactProblem>> Handle(
        AssessImpactQuery query,
        HttpRequest request,
        ReleaseReader catalogue,
        ReleaseDirectory releases,
        CatalogueReads reads
    )
    {
        var (json, error) = await JsonBody.Read(request);
        using var _ = json;
        if (error is not null)
        {
            return new ImpactProblem(error);
        }

        var body = new ImpactBody(json!.RootElement);
        var result = new ImpactBodyValidator(releases.Has).Validate(body);
        if (!result.IsValid)
        {
            return new ImpactProblem(
                JsonBody.Refuse(
                    result.Errors.Select(fault => new ValidationFailure(
                        ImpactBodyValidator.PointerOf(fault.PropertyName),
                        fault.ErrorMessage
                    ))
                )
            );
        }

        var number = catalogue.Release.Number;
        var claims = new DisplayedClaims(reads, number);
        var items = body.Entries.Select(entry => claims.Of(entry.Read())).ToList();
        return new ImpactResult(
            new ImpactResponse
            {
                Release = number,
                Total = items.Count,
                Items = items,
            }
        );
    }
}

/// <summary>Which release to compare with.</summary>
public sealed record AssessImpactQuery : ReleaseQuery, IQuery<AssessImpactQuery>;

internal sealed class AssessImpactQueryValidator : ReleaseQueryValidator<AssessImpactQuery>;

/// <summary>An answer that is the caller's own: nobody is to keep it.</summary>
internal sealed class ImpactResult(ImpactResponse body) : IResult, IStatusCodeHttpResult, IEndpointMetadataProvider
{
    public int? StatusCode => StatusCodes.Status200OK;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new FixedFormat(JsonBody.ContentType));
        builder.Metadata.Add(
            new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(ImpactResponse), [JsonBody.ContentType])
        );
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.CacheControl = "no-store";
        response.ContentType = $"{JsonBody.ContentType}; charset=utf-8";
        var json = BodyLinks.Below(CatalogueJson.Write(body), httpContext.Request.PathBase);
        response.ContentLength = json.Length;
        await response.BodyWriter.WriteAsync(json, httpContext.RequestAborted);
    }
}

/// <summary>The body is not what it should be; tells OpenAPI in which ways.</summary>
internal sealed class ImpactProblem(Domain.Error error) : IResult, IStatusCodeHttpResult, IEndpointMetadataProvider
{
    public int? StatusCode => ProblemResult.StatusOf(error.Kind);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        foreach (
            var status in new[] { StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType }
        )
        {
            builder.Metadata.Add(
                new ProducesResponseTypeMetadata(status, typeof(ProblemResponse), [ProblemResult.ContentType])
            );
        }
    }

    public Task ExecuteAsync(HttpContext httpContext) => new ProblemResult(error).ExecuteAsync(httpContext);
}
