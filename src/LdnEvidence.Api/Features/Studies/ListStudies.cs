using System.Globalization;
using FluentValidation;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Contracts.Lists;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Lists;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Features.Studies;

internal static class ListStudies
{
    public static SortFields Sorts { get; } =
        new SortFields()
            .WithPositions("id")
            .WithValues("year")
            .WithValues("journal")
            .WithValues("design")
            .WithValues("standing")
            .WithRanks("title")
            .WithRanks("sampleSize")
            .WithRanks("claims");

    public static IReadOnlyList<string> Facets { get; } =
    ["design", "standing", "interventionMatch", "year", "journal"];

    /// <summary>Lists the studies that the source document cites.</summary>
    /// <remarks>In the order of their ids unless sort says otherwise. Sort by id, year, journal, design, standing, title, sampleSize, claims (how many cite it) or, with q, relevance.</remarks>
    /// <response code="200">A page of studies.</response>
    public static ListResult<StudyPage> Handle(ListStudiesQuery query, ReleaseReader catalogue) =>
        new(
            Listing.Of(
                catalogue,
                Collection.Studies,
                Matching(query, catalogue.Index(Collection.Studies)),
                query,
                Sorts
            ) with
            {
                Facets = query.Facets?.Value.Split(',') ?? [],
            }
        );

    private static PositionSet Matching(ListStudiesQuery query, CollectionIndex index)
    {
        var narrowed = new Narrowing(index)
            .To("design", query.Design.Words())
            .To("standing", query.Standing.Words())
            .To("interventionMatch", query.InterventionMatch.Words())
            .To("cohort", [.. query.Cohort.Select(cohort => cohort.Value.Value)])
            .To("doi", [.. query.Doi.Select(doi => doi.Value.Key)])
            .To("pmid", [.. query.Pmid.Select(pmid => pmid.Value.Value)]);
        var studies = narrowed.Records;
        if (query.FromYear is not null || query.ToYear is not null)
        {
            var (from, to) = (query.FromYear?.Value ?? int.MinValue, query.ToYear?.Value ?? int.MaxValue);
            var years = index.Column("year");
            studies = studies.Intersect(
                index.Having(
                    years,
                    Enumerable
                        .Range(0, years.Values)
                        .Where(number =>
                            int.Parse(years.Value(number), CultureInfo.InvariantCulture) is var year
                            && year >= from
                            && year <= to
                        )
                )
            );
        }

        return studies;
    }
}

/// <summary>Which studies to list. Values of one parameter: any of them; different parameters: all of them.</summary>
public sealed record ListStudiesQuery : SearchableQuery, IQuery<ListStudiesQuery>
{
    /// <summary>Only studies of this design. May be given more than once.</summary>
    /// <example>open-label-trial</example>
    public Parameter<StudyDesign>[] Design { get; init; } = [];

    /// <summary>Only studies of this standing. May be given more than once.</summary>
    /// <example>current</example>
    public Parameter<StudyStanding>[] Standing { get; init; } = [];

    /// <summary>Only studies that gave this; exact is naltrexone up to 5 mg a day by mouth and nothing besides. May be given more than once.</summary>
    /// <example>exact</example>
    public Parameter<InterventionMatch>[] InterventionMatch { get; init; } = [];

    /// <summary>Only studies of these people, by the key that studies carry. May be given more than once.</summary>
    /// <example>smith-2007</example>
    public Parameter<Slug>[] Cohort { get; init; } = [];

    /// <summary>Only the study with this DOI, in upper or lower case, with or without resolver. May be given more than once.</summary>
    /// <example>10.1111/j.1572-0241.2007.01045.x</example>
    public Parameter<Doi>[] Doi { get; init; } = [];

    /// <summary>Only the study with this PubMed identifier. May be given more than once.</summary>
    /// <example>17222320</example>
    public Parameter<PubMedId>[] Pmid { get; init; } = [];

    /// <summary>Only studies published in this year or later.</summary>
    /// <example>2007</example>
    public Parameter<int>? FromYear { get; init; }

    /// <summary>Only studies published in this year or earlier.</summary>
    /// <example>2014</example>
    public Parameter<int>? ToYear { get; init; }

    /// <summary>Fields, separated by commas, for which to count how many studies of the list have each value.</summary>
    public Parameter<string>? Facets { get; init; }
}

internal sealed class ListStudiesQueryValidator : SearchableQueryValidator<ListStudiesQuery>
{
    private const int EarliestYear = 1800;
    private const int LatestYear = 2100;

    public ListStudiesQueryValidator()
        : base(typeof(StudyResponse), ListStudies.Sorts.Names)
    {
        RuleFor(query => query.Facets).SeveralOf("a field with counts", ListStudies.Facets);
        RuleFor(query => query.FromYear).Number(EarliestYear, LatestYear);
        RuleFor(query => query.ToYear).Number(EarliestYear, LatestYear);
        RuleFor(query => query.ToYear)
            .Must((query, to) => to!.Value.Value >= query.FromYear!.Value.Value)
            .When(query => query is { FromYear.IsReadable: true, ToYear.IsReadable: true })
            .WithMessage("toYear is before fromYear; no study can match.");
    }
}
