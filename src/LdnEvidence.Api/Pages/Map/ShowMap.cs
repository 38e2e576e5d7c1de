using System.Text.Json;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Features.Coverage;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Api.Pages.Frame;
using LdnEvidence.Domain;

namespace LdnEvidence.Api.Pages.Map;

internal static class ShowMap
{
    /// <summary>Shows the evidence map: conditions down, outcome domains across.</summary>
    public static PageResult Handle(ShowMapQuery query, ReleaseReader catalogue)
    {
        var all = new GetCoverageQuery
        {
            EvidenceLevel = query.EvidenceLevel,
            Kind = query.Kind,
            Fidelity = query.Fidelity,
            Q = query.Q,
        };
        var onEffects = all with { LevelIsMeaningful = Parameter<bool>.Read("true") };
        var ofLdnAlone = onEffects with { InterventionMatch = [Parameter<InterventionMatch>.Read("exact")] };
        var map = EvidenceMap.Of(
            CoverageMatrix.Of(catalogue, all),
            CoverageMatrix.Of(catalogue, onEffects),
            CoverageMatrix.Of(catalogue, ofLdnAlone)
        );
        var release = JsonSerializer.Deserialize<ReleaseResponse>(catalogue.Open.Body(), CatalogueJson.Options)!;
        return PageResult.Of<MapPage>(
            (nameof(MapPage.Map), map),
            (nameof(MapPage.Filters), MapFilters.Of(query)),
            (nameof(MapPage.Facts), release),
            (nameof(MapPage.Levels), LevelTally.Of(catalogue, catalogue.Index(Collection.Claims).All)),
            (nameof(MapPage.Faults), ClaimsShown.FidelityOf(catalogue, catalogue.Index(Collection.Claims).All)),
            (nameof(MapPage.Example), Example(catalogue))
        );
    }

    /// <summary>The key of the claim that comes first, to ask for.</summary>
    private static string? Example(ReleaseReader catalogue)
    {
        var claims = catalogue.Index(Collection.Claims);
        return claims.Size > 0 ? claims.IdAt(1) : null;
    }
}

/// <summary>Which claims the map counts. Values of one parameter: any of them; different parameters: all of them.</summary>
public sealed record ShowMapQuery : ReleaseQuery, IQuery<ShowMapQuery>
{
    /// <summary>Only claims of this evidence level. May be given more than once.</summary>
    public Parameter<EvidenceLevel>[] EvidenceLevel { get; init; } = [];

    /// <summary>Only claims of this kind. May be given more than once.</summary>
    public Parameter<ClaimKind>[] Kind { get; init; } = [];

    /// <summary>Only claims whose cited source bears them out to this degree. May be given more than once.</summary>
    public Parameter<SourceFidelity>[] Fidelity { get; init; } = [];

    /// <summary>Only claims in which all these words occur.</summary>
    public Parameter<string>? Q { get; init; }
}

internal sealed class ShowMapQueryValidator : ReleaseQueryValidator<ShowMapQuery>
{
    public ShowMapQueryValidator() => RuleFor(query => query.Q).Search();
}
