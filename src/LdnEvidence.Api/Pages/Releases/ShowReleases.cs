using System.Text.Json;
using FluentValidation;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Contracts.Changes;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Changes;
using LdnEvidence.Api.Features.Releases;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Api.Pages.Frame;
using LdnEvidence.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LdnEvidence.Api.Pages.Releases;

internal static class ShowReleases
{
    /// <summary>The most releases that the page lists, newest first.</summary>
    public const int Most = 200;

    /// <summary>Shows the releases and, where two are named, what changed from one to the other.</summary>
    public static Results<PageResult, NotFoundProblem> Handle(
        ShowReleasesQuery query,
        ReleaseReader catalogue,
        ReleaseDirectory directory
    )
    {
        var list = ListReleases.Handle(new ListReleasesQuery(), catalogue).Listing;
        var (from, to) = (query.From?.Value, query.To?.Value);
        foreach (var number in new[] { from, to }.OfType<int>())
        {
            if (number > catalogue.Release.Number)
            {
                return new NotFoundProblem(
                    Error.NoRelease(
                        $"Release {catalogue.Release.Number} knows of no release {number}; this page lists those that it knows."
                    )
                );
            }
        }

        return PageResult.Of<ReleasesPage>(
            (nameof(ReleasesPage.Items), ClaimsShown.Read<ReleaseResponse>(catalogue, list, after: null, Most)),
            (nameof(ReleasesPage.Total), list.Records.Count),
            (nameof(ReleasesPage.From), from),
            (nameof(ReleasesPage.To), to),
            (nameof(ReleasesPage.Changes), Changes(directory, from, to))
        );
    }

    private static List<ShownChange>? Changes(ReleaseDirectory directory, int? from, int? to) =>
        (from, to) is ({ } first, { } second)
            ?
            [
                .. ReleaseChanges
                    .Between(directory.Find(first)!, directory.Find(second)!)
                    .Take(ReleasesPage.MostChanges + 1)
                    .Select(change => new ShownChange(change, NameOf(change))),
            ]
            : null;

    /// <summary>What to call a record; its key where the second release has it no longer.</summary>
    private static string NameOf(ChangeResponse change)
    {
        if (change.Record is null)
        {
            return change.Id;
        }

        var record = JsonSerializer.SerializeToElement(change.Record, CatalogueJson.Options);
        foreach (var member in new[] { "statement", "name", "title", "label" })
        {
            if (record.TryGetProperty(member, out var name) && name.ValueKind == JsonValueKind.String)
            {
                return name.GetString()!;
            }
        }

        return change.Id;
    }
}

/// <summary>A change with the name of its record.</summary>
/// <param name="Change">The change.</param>
/// <param name="Name">What to call the record.</param>
public sealed record ShownChange(ChangeResponse Change, string Name);

/// <summary>Which two releases to compare, if any. A release that is named knows those before it, and itself.</summary>
public sealed record ShowReleasesQuery : ReleaseQuery, IQuery<ShowReleasesQuery>
{
    /// <summary>The release to begin with.</summary>
    public Parameter<int>? From { get; init; }

    /// <summary>The release to end with.</summary>
    public Parameter<int>? To { get; init; }
}

internal sealed class ShowReleasesQueryValidator : ReleaseQueryValidator<ShowReleasesQuery>
{
    private const string Both = "Name both releases, from and to, or none.";

    public ShowReleasesQueryValidator()
    {
        RuleFor(query => query.From).Number(1, int.MaxValue);
        RuleFor(query => query.To).Number(1, int.MaxValue);
        RuleFor(query => query.From).Must((query, from) => from is null || query.To is not null).WithMessage(Both);
        RuleFor(query => query.To).Must((query, to) => to is null || query.From is not null).WithMessage(Both);
    }
}
