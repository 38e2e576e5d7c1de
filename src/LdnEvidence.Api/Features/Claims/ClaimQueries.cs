using System.Globalization;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Contracts.Lists;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Lists;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain;
using LdnEvidence.Domain.Identifiers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LdnEvidence.Api.Features.Claims;

/// <summary>What every list of claims has in common.</summary>
internal static class ClaimQueries
{
    public static SortFields Sorts { get; } =
        new SortFields()
            .WithValues("evidenceLevel")
            .WithValues("id")
            .WithValues("kind")
            .WithValues("direction")
            .WithValues("fidelity")
            .WithValues("fidelityToDocument")
            .WithValues("levelIsMeaningful")
            .WithValues("impliedLevel")
            .WithValues("levelGap")
            .WithValues("interventionMatch")
            .WithValues("outcome");

    public static IReadOnlyList<string> Facets { get; } =
    [
        "evidenceLevel",
        "kind",
        "direction",
        "fidelity",
        "fidelityToDocument",
        "levelIsMeaningful",
        "difference",
        "impliedLevel",
        "levelGap",
        "interventionMatch",
        "condition",
        "mechanism",
        "outcome",
        "study",
    ];

    public static IReadOnlyList<LinkedRecords> Linked { get; } =
    [
        new(Address.Conditions, Collection.Conditions, "conditions.id"),
        new(Address.Mechanisms, Collection.Mechanisms, "mechanisms.id"),
        new(Address.Outcomes, Collection.Outcomes, "outcome.id"),
        new(Address.Studies, Collection.Studies, "citations.study.id"),
    ];

    /// <summary>The claims that a query asks for, of all claims or of those that name one record.</summary>
    /// <param name="catalogue">The release that is read.</param>
    /// <param name="query">What is asked for.</param>
    /// <param name="of">The collection and the id of the record whose claims are listed; by default, all claims are.</param>
    public static Results<ListResult<ClaimPage>, NotFoundProblem> List(
        this ReleaseReader catalogue,
        ClaimsQuery query,
        (Collection Collection, string Kind, string Id)? of = null
    )
    {
        if (of is var (collection, kind, id) && catalogue.Open.Position(collection, id) == 0)
        {
            return new NotFoundProblem(Error.NotFound(kind, Quote.Of(id), $"in release {catalogue.Release.Number}"));
        }

        if (FindMissing(catalogue, query) is { } missing)
        {
            return new NotFoundProblem(missing);
        }

        var about = About(catalogue, query, of is { } named ? (named.Kind, named.Id) : null);
        var records = about.Intersect(Strength(catalogue, query));
        var listing = Listing.Of(catalogue, Collection.Claims, records, query, Sorts) with
        {
            Facets = query.Facets?.Value.Split(',') ?? [],
            Include =
            [
                .. query.Include?.Value.Split(',').Select(name => Linked.First(linked => linked.Name == name)) ?? [],
            ],
        };
        string[] conditions =
        [
            .. of is { Kind: "condition" } asked ? [asked.Id] : Array.Empty<string>(),
            .. Ids(query.Condition).Union(listing.Conditions, StringComparer.Ordinal),
        ];
        return new ListResult<ClaimPage>(
            conditions.Length == 0
                ? listing
                : listing with
                {
                    Conditions = conditions,
                    Unfiltered = IsStrengthAsked(query)
                        ? Listing.Of(catalogue, Collection.Claims, about, query, Sorts).Records
                        : null,
                }
        );
    }

    /// <summary>What to answer where filters name records that this release does not have; null where it has all of them.</summary>
    private static Error? FindMissing(ReleaseReader catalogue, ClaimsQuery query)
    {
        // Nearly every request names what exists; only one that does not is worth a closer look.
        if (
            Exist(Collection.Conditions, query.Condition)
            && Exist(Collection.Mechanisms, query.Mechanism)
            && Exist(Collection.Outcomes, query.Outcome)
            && Exist(Collection.Studies, query.Study)
        )
        {
            return null;
        }

        var missing = new (string Filter, Collection Collection, Parameter<Slug>[] Named)[]
        {
            ("condition", Collection.Conditions, query.Condition),
            ("mechanism", Collection.Mechanisms, query.Mechanism),
            ("outcome", Collection.Outcomes, query.Outcome),
            ("study", Collection.Studies, query.Study),
        }
            .Select(filter =>
                (
                    filter.Filter,
                    Ids: Ids(filter.Named).Where(id => catalogue.Open.Position(filter.Collection, id) == 0).ToList()
                )
            )
            .Where(filter => filter.Ids.Count > 0)
            .ToList();
        return Error.NotFound(missing[0].Filter, missing[0].Ids[0], $"in release {catalogue.Release.Number}") with
        {
            Faults = missing.ToDictionary(
                filter => filter.Filter,
                filter => filter.Ids.Select(id => $"'{id}' does not exist.").ToArray(),
                StringComparer.Ordinal
            ),
        };

        bool Exist(Collection collection, Parameter<Slug>[] named) =>
            Array.TrueForAll(named, id => catalogue.Open.Position(collection, id.Value.Value) > 0);
    }

    /// <summary>The claims on what the query is about.</summary>
    private static PositionSet About(ReleaseReader catalogue, ClaimsQuery query, (string Column, string Id)? of)
    {
        var claims = new Narrowing(catalogue.Index(Collection.Claims));
        if (of is var (column, id))
        {
            claims.To(column, column == "condition" ? Conditions(catalogue, [id], query) : [id]);
        }

        if (query.NamesCondition is { Value: var namesOne })
        {
            claims.Having("condition", namesOne);
        }

        if (query.Domain.Length > 0)
        {
            var outcomes = catalogue.Index(Collection.Outcomes).Having("domain", query.Domain.Words());
            claims.Among("outcome", [.. catalogue.Open.Ids(Collection.Outcomes, outcomes)]);
        }

        return claims
            .To("condition", Conditions(catalogue, Ids(query.Condition), query))
            .To("mechanism", Ids(query.Mechanism))
            .To("outcome", Ids(query.Outcome))
            .To("study", Ids(query.Study))
            .To("kind", query.Kind.Words())
            .To("levelIsMeaningful", query.LevelIsMeaningful is { Raw: var isMeaningful } ? [isMeaningful] : [])
            .To("direction", query.Direction.Words())
            .Records;
    }

    /// <summary>The claims that are as strong, as true to their source and as near to the drug as the query wants.</summary>
    private static PositionSet Strength(ReleaseReader catalogue, ClaimsQuery query)
    {
        var claims = new Narrowing(catalogue.Index(Collection.Claims))
            .To("evidenceLevel", query.EvidenceLevel.Words())
            .To("fidelity", query.Fidelity.Words())
            .To("fidelityToDocument", query.FidelityToDocument.Words())
            .To("difference", query.Difference.Words())
            .To("impliedLevel", query.ImpliedLevel.Words())
            .To("levelGap", query.LevelGap.Words())
            .To("interventionMatch", query.InterventionMatch.Words());
        return query.CheckedSince is { Value: var day }
            ? claims.From("checked", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Records
            : claims.Records;
    }

    private static bool IsStrengthAsked(ClaimsQuery query) =>
        query.EvidenceLevel.Length
            + query.Fidelity.Length
            + query.FidelityToDocument.Length
            + query.Difference.Length
            + query.ImpliedLevel.Length
            + query.LevelGap.Length
            + query.InterventionMatch.Length
            > 0
        || query.CheckedSince is not null;

    /// <summary>The conditions meant by these ids: themselves, and the narrower ones where the query includes them.</summary>
    private static string[] Conditions(ReleaseReader catalogue, string[] ids, ClaimsQuery query)
    {
        if (query.IncludeNarrower is not { Value: true } || ids.Length == 0)
        {
            return ids;
        }

        var conditions = catalogue.Index(Collection.Conditions);
        var narrower = conditions.Having("broader", ids);
        return [.. ids.Union(catalogue.Open.Ids(Collection.Conditions, narrower), StringComparer.Ordinal)];
    }

    private static string[] Ids(Parameter<Slug>[] named) =>
        named.Length == 0 ? [] : [.. named.Select(parameter => parameter.Value.Value).Distinct(StringComparer.Ordinal)];
}
