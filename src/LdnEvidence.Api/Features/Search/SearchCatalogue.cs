using System.Buffers;
using System.Text;
using FluentValidation;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Contracts.Lists;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Search;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Queries;

namespace LdnEvidence.Api.Features.Search;

internal static class SearchCatalogue
{
    public const int DefaultLimit = 5;

    private static readonly (string Name, Collection Collection)[] Groups =
    [
        (Address.Conditions, Collection.Conditions),
        (Address.Mechanisms, Collection.Mechanisms),
        (Address.Outcomes, Collection.Outcomes),
        (Address.Studies, Collection.Studies),
        (Address.Claims, Collection.Claims),
    ];

    /// <summary>Searches all collections at once.</summary>
    /// <remarks>The first records of each kind that match, with the address of the list of all of them. Claims come strongest evidence first, the others in the order of their ids.</remarks>
    /// <response code="200">What was found, by kind.</response>
    public static RecordResult<SearchResponse> Handle(SearchCatalogueQuery query, ReleaseReader catalogue)
    {
        var (open, q) = (catalogue.Open, query.Q!.Value.Value);
        if (!SearchExpression.TryParse(q, out var expression, out var problem))
        {
            throw new InvalidOperationException($"The search was not validated: {problem}");
        }

        var hits = Groups
            .Select(group => (group.Name, group.Collection, Found: open.Matching(group.Collection, expression)))
            .ToList();

        var body = new ArrayBufferWriter<byte>();
        Write(
            $"{{\"query\":{Text(expression.Normal)},\"total\":{hits.Sum(group => group.Found.Count)},\"release\":{open.Release.Number}"
        );
        foreach (var (name, collection, found) in hits)
        {
            var positions = found.After(0).Take(query.Limit?.Value ?? DefaultLimit).ToList();
            using var documents = open.Documents(collection, positions);
            Write($",\"{name}\":{{\"total\":{found.Count},\"items\":[");
            body.Write(documents.Joined((byte)',').Span);
            var all = $"{Address.Of(name)}?q={Uri.EscapeDataString(q)}&release={open.Release.Number}";
            Write($"],\"all\":{Text(all)}");
            if (query.Highlight is { Value: true })
            {
                Write(",\"highlights\":");
                body.Write(CatalogueJson.Write(Excerpts.Of(open, collection, expression, positions, documents)));
            }

            Write("}");
        }

        Write("}");
        return new(body.WrittenSpan.ToArray());

        void Write(string text) => body.Write(Encoding.UTF8.GetBytes(text));
    }

    private static string Text(string text) => Encoding.UTF8.GetString(CatalogueJson.Write(text));
}

/// <summary>What to search for.</summary>
public sealed record SearchCatalogueQuery : ReleaseQuery, IDemandingQuery, IQuery<SearchCatalogueQuery>
{
    /// <summary>The words to find; all of them must occur. "A phrase" in quotes, a prefix with * after it; case, accents and US or UK spelling make no difference. Required.</summary>
    /// <example>crohn</example>
    public Parameter<string>? Q { get; init; }

    /// <summary>How many records of each kind are shown.</summary>
    /// <example>5</example>
    public Parameter<int>? Limit { get; init; }

    /// <summary>Whether to add an excerpt of each item with the found words marked. False when absent.</summary>
    /// <example>false</example>
    public Parameter<bool>? Highlight { get; init; }
}

internal sealed class SearchCatalogueQueryValidator : ReleaseQueryValidator<SearchCatalogueQuery>
{
    public SearchCatalogueQueryValidator()
    {
        RuleFor(query => query.Q).Search();
        RuleFor(query => query.Q).NotNull().WithMessage("Send what to search for: q=crohn.");
        RuleFor(query => query.Limit).Number(ListRequest.SmallestLimit, ListRequest.LargestLimit);
    }
}
