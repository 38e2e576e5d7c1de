using FluentValidation;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Contracts.Lists;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Search;
using LdnEvidence.Api.Features.Claims;
using LdnEvidence.Api.Formats;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LdnEvidence.Api.Pages.Search;

internal static class ShowSearch
{
    /// <summary>How many records of the other kinds are shown.</summary>
    public const int MostOthers = 6;

    /// <summary>The fields by which claims can be narrowed down with one click.</summary>
    private static readonly string[] Facets =
    [
        "evidenceLevel",
        "fidelity",
        "kind",
        "levelGap",
        "interventionMatch",
        "condition",
        "outcome",
    ];

    /// <summary>Shows the claims that fit a search and filters, strongest evidence first, and what else the search finds.</summary>
    public static Results<PageResult, NotFoundProblem> Handle(
        ShowSearchQuery query,
        ReleaseReader catalogue,
        ListRequest list
    )
    {
        var claims = catalogue.List(query);
        if (claims.Result is not ListResult<ClaimPage> { Listing: var listing })
        {
            return (NotFoundProblem)claims.Result;
        }

        var page = listing.Page(list);
        var shown = page.Positions;
        using var documents = catalogue.Open.Documents(Collection.Claims, shown);
        var expression = Expression(query);
        var facets = FacetCounter.Count(listing with { Facets = Facets }, catalogue.Open);
        facets["evidenceLevel"] = FacetCounter.Count(
            listing with
            {
                Facets = ["evidenceLevel"],
                Records = listing.Records.Intersect(
                    catalogue.Index(Collection.Claims).Having("levelIsMeaningful", ["true"])
                ),
            },
            catalogue.Open
        )["evidenceLevel"];
        return PageResult.Of<SearchPage>(
            (
                nameof(SearchPage.Claims),
                Enumerable
                    .Range(0, documents.Count)
                    .Select(index => RecordBody.Read<ClaimResponse>(documents[index]))
                    .ToList()
            ),
            (nameof(SearchPage.Total), listing.Records.Count),
            (nameof(SearchPage.Previous), page.Previous),
            (nameof(SearchPage.Next), page.Next),
            (nameof(SearchPage.Text), query.Q?.Value),
            (nameof(SearchPage.Facets), facets),
            (nameof(SearchPage.Names), RecordNames.Of(catalogue, query, facets)),
            (
                nameof(SearchPage.Excerpts),
                expression is null
                    ? new Highlights()
                    : Excerpts.Of(catalogue.Open, Collection.Claims, expression, shown, documents)
            ),
            (
                nameof(SearchPage.Others),
                expression is null || page.Previous is not null ? [] : OtherHits.Of(catalogue, expression)
            ),
            (nameof(SearchPage.Hidden), listing.Unfiltered is { } all ? all.Count - listing.Records.Count : 0),
            (nameof(SearchPage.Absences), KnownAbsences.Of(listing, catalogue.Open))
        );
    }

    private static SearchExpression? Expression(ShowSearchQuery query) =>
        query.Q is { Value: var q } && SearchExpression.TryParse(q, out var expression, out _) ? expression : null;
}

/// <summary>Which claims to show: what the list of claims takes, but for what shapes JSON.</summary>
public sealed record ShowSearchQuery : ClaimsQuery, IQuery<ShowSearchQuery>;

internal sealed class ShowSearchQueryValidator : ClaimsQueryValidator<ShowSearchQuery>
{
    private const string OfTheApi = "It shapes the API's answers; send it to /api/v1/claims.";

    public ShowSearchQueryValidator()
    {
        RuleFor(query => query.Format).Null().WithMessage(OfTheApi);
        RuleFor(query => query.Fields).Null().WithMessage(OfTheApi);
        RuleFor(query => query.Facets).Null().WithMessage(OfTheApi);
        RuleFor(query => query.Include).Null().WithMessage(OfTheApi);
        RuleFor(query => query.Highlight).Null().WithMessage(OfTheApi);
    }
}
