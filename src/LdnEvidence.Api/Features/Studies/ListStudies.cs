using FluentValidation;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Rows;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Features.Studies;

internal static class ListStudies
{
    public static SortFields<StudyRow> Sorts { get; } =
        new SortFields<StudyRow>()
            .With("id", row => row.Id)
            .With("year", row => row.Year)
            .With("journal", row => row.Journal)
            .With("design", row => (string)(object)row.Design)
            .With("standing", row => (string)(object)row.Standing);

    /// <summary>Lists the studies that the source document cites.</summary>
    /// <remarks>In the order of their ids unless sort says otherwise. Sort by id, year, journal, design or standing.</remarks>
    /// <response code="200">A page of studies.</response>
    public static Task<Page<StudyResponse>> Handle(
        [AsParameters] ListStudiesQuery query,
        ReleaseReader catalogue,
        PageRequest page,
        CancellationToken cancellationToken
    )
    {
        var rows = catalogue.Studies;
        if (query.Design.Length > 0)
        {
            var designs = query.Design.Select(design => design.Value).ToArray();
            rows = rows.Where(study => designs.Contains(study.Design));
        }

        if (query.Standing.Length > 0)
        {
            var standings = query.Standing.Select(standing => standing.Value).ToArray();
            rows = rows.Where(study => standings.Contains(study.Standing));
        }

        if (query.Doi.Length > 0)
        {
            var dois = query.Doi.Select(doi => doi.Value.Key).ToArray();
            rows = rows.Where(study => study.Doi != null && dois.Contains(study.Doi));
        }

        if (query.Pmid.Length > 0)
        {
            var pmids = query.Pmid.Select(pmid => pmid.Value.Value).ToArray();
            rows = rows.Where(study => study.Pmid != null && pmids.Contains(study.Pmid));
        }

        if (query.FromYear is { Value: var from })
        {
            rows = rows.Where(study => study.Year >= from);
        }

        if (query.ToYear is { Value: var to })
        {
            rows = rows.Where(study => study.Year <= to);
        }

        return page.Of<StudyRow, StudyResponse>(rows, Sorts, cancellationToken);
    }
}

/// <summary>Which studies to list. Values of one parameter: any of them; different parameters: all of them.</summary>
public sealed record ListStudiesQuery : ListQuery
{
    /// <summary>Only studies of this design. May be given more than once.</summary>
    /// <example>open-label-trial</example>
    public Parameter<StudyDesign>[] Design { get; init; } = [];

    /// <summary>Only studies of this standing. May be given more than once.</summary>
    /// <example>current</example>
    public Parameter<StudyStanding>[] Standing { get; init; } = [];

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
}

internal sealed class ListStudiesQueryValidator : ListQueryValidator<ListStudiesQuery>
{
    private const int EarliestYear = 1800;
    private const int LatestYear = 2100;

    public ListStudiesQueryValidator()
        : base(ListStudies.Sorts.Names)
    {
        RuleFor(query => query.FromYear).Number(EarliestYear, LatestYear);
        RuleFor(query => query.ToYear).Number(EarliestYear, LatestYear);
        RuleFor(query => query.ToYear)
            .Must((query, to) => to!.Value.Value >= query.FromYear!.Value.Value)
            .When(query => query is { FromYear.IsReadable: true, ToYear.IsReadable: true })
            .WithMessage("toYear is before fromYear; no study can match.");
    }
}
