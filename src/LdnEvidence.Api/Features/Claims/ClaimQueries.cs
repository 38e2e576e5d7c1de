using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Lists;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain;
using LdnEvidence.Domain.Identifiers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LdnEvidence.Api.Features.Claims;

/// <summary>Which claims to list. Values of one parameter: any of them; different parameters: all of them.</summary>
public record ClaimsQuery : SearchableQuery
{
    /// <summary>Only claims on this condition itself; see includeNarrower. May be given more than once. An id that does not exist is a 404.</summary>
    /// <example>crohns-disease</example>
    public Parameter<Slug>[] Condition { get; init; } = [];

    /// <summary>Whether condition also means the conditions narrower than it: pancreatic cancer for cancer, say. False when absent.</summary>
    /// <example>true</example>
    public Parameter<bool>? IncludeNarrower { get; init; }

    /// <summary>Only claims on this mechanism. May be given more than once. An id that does not exist is a 404.</summary>
    /// <example>natural-killer-cell-activation</example>
    public Parameter<Slug>[] Mechanism { get; init; } = [];

    /// <summary>Only claims on this outcome. May be given more than once. An id that does not exist is a 404.</summary>
    /// <example>cd4-count</example>
    public Parameter<Slug>[] Outcome { get; init; } = [];

    /// <summary>Only claims that cite this study. May be given more than once. A citation key that does not exist is a 404.</summary>
    /// <example>smith-2007</example>
    public Parameter<Slug>[] Study { get; init; } = [];

    /// <summary>Only claims of this evidence level. May be given more than once.</summary>
    /// <example>pilot-trial</example>
    public Parameter<EvidenceLevel>[] EvidenceLevel { get; init; } = [];

    /// <summary>Only claims of this kind. May be given more than once.</summary>
    /// <example>efficacy</example>
    public Parameter<ClaimKind>[] Kind { get; init; } = [];

    /// <summary>Only claims of this direction. May be given more than once.</summary>
    /// <example>increases</example>
    public Parameter<ClaimDirection>[] Direction { get; init; } = [];

    /// <summary>Only claims whose cited source bears them out to this degree (fidelity.toSource.label). May be given more than once.</summary>
    /// <example>contradicted</example>
    public Parameter<SourceFidelity>[] Fidelity { get; init; } = [];

    /// <summary>Fields, separated by commas, for which to count how many claims of the list have each value.</summary>
    public Parameter<string>? Facets { get; init; }

    /// <summary>Collections, separated by commas, whose records that the page's claims link to are added in full, each once.</summary>
    public Parameter<string>? Include { get; init; }
}

internal abstract class ClaimsQueryValidator<TQuery> : SearchableQueryValidator<TQuery>
    where TQuery : ClaimsQuery
{
    protected ClaimsQueryValidator()
        : base(typeof(ClaimResponse), ClaimQueries.Sorts.Names)
    {
        RuleFor(query => query.Facets).SeveralOf("a field with counts", ClaimQueries.Facets);
        RuleFor(query => query.Include)
            .SeveralOf("a collection that claims link to", [.. ClaimQueries.Linked.Select(linked => linked.Name)]);
    }
}

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
            .WithValues("outcome");

    public static IReadOnlyList<string> Facets { get; } =
    [
        "evidenceLevel",
        "kind",
        "direction",
        "fidelity",
        "fidelityToDocument",
        "levelIsMeaningful",
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
    public static Results<ListResult<ClaimResponse>, NotFoundProblem> List(
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

        var records = Matching(catalogue, query, of is { } named ? (named.Kind, named.Id) : null);
        return new ListResult<ClaimResponse>(
            Listing.Of(catalogue, Collection.Claims, records, query, Sorts) with
            {
                Facets = query.Facets?.Value.Split(',') ?? [],
                Include =
                [
                    .. query.Include?.Value.Split(',').Select(name => Linked.First(linked => linked.Name == name))
                        ?? [],
                ],
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

    /// <summary>Narrows claims down to what the query asks for.</summary>
    private static PositionSet Matching(ReleaseReader catalogue, ClaimsQuery query, (string Column, string Id)? of)
    {
        var index = catalogue.Index(Collection.Claims);
        var claims = index.All;
        if (of is var (column, id))
        {
            Narrow(column, column == "condition" ? Conditions(catalogue, [id], query) : [id]);
        }

        Narrow("condition", Conditions(catalogue, Ids(query.Condition), query));
        Narrow("mechanism", Ids(query.Mechanism));
        Narrow("outcome", Ids(query.Outcome));
        Narrow("study", Ids(query.Study));
        Narrow("evidenceLevel", Words(query.EvidenceLevel));
        Narrow("kind", Words(query.Kind));
        Narrow("direction", Words(query.Direction));
        Narrow("fidelity", Words(query.Fidelity));
        return claims;

        void Narrow(string column, IReadOnlyCollection<string> values)
        {
            if (values.Count > 0)
            {
                claims = claims.Intersect(index.Having(column, values));
            }
        }
    }

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

    private static string[] Words<TEnum>(Parameter<TEnum>[] named)
        where TEnum : struct, Enum => [.. named.Select(parameter => KebabCase<TEnum>.Of(parameter.Value))];
}
