using FluentValidation;
using LdnEvidence.Api.Formats;
using LdnEvidence.Api.Http.Answers;

namespace LdnEvidence.Api.Http.Queries;

/// <summary>What every query is held to: each parameter can be read, and release and asOf do not stand together.</summary>
internal abstract class QueryValidator<TQuery> : AbstractValidator<TQuery>
    where TQuery : Query
{
    protected QueryValidator()
    {
        var shape = QueryShape.Of(typeof(TQuery));
        RuleFor(query => query)
            .Custom(
                (query, context) =>
                {
                    foreach (var property in shape.Parameters)
                    {
                        foreach (var parameter in property.Values(query).Where(parameter => !parameter.IsReadable))
                        {
                            context.AddFailure(
                                property.Name,
                                $"'{Quote.Of(parameter.Raw)}' is not {ParameterForms.Describe(property.ValueType)}."
                            );
                        }
                    }
                }
            );
    }
}

internal abstract class ReleaseQueryValidator<TQuery> : QueryValidator<TQuery>
    where TQuery : ReleaseQuery
{
    protected ReleaseQueryValidator()
    {
        RuleFor(query => query.Release).Number(1, int.MaxValue);
        RuleFor(query => query.AsOf)
            .Must((query, _) => query.Release is null || query.AsOf is null)
            .OverridePropertyName("asOf")
            .WithMessage("release and asOf both select a release; send one of them.");
    }
}

internal abstract class RecordQueryValidator<TQuery> : ReleaseQueryValidator<TQuery>
    where TQuery : RecordQuery
{
    protected RecordQueryValidator(Type record)
    {
        RuleFor(query => query.Format)
            .OneOf("a format of this answer", [.. FormatRegistry.For(record, Arity.One).Select(format => format.Name)]);
        RuleFor(query => query.Fields).SeveralOf("a member of the record", MemberPaths.Of(record));
    }
}

internal abstract class ListQueryValidator<TQuery> : ReleaseQueryValidator<TQuery>
    where TQuery : ListQuery
{
    protected ListQueryValidator(Type record, IReadOnlyCollection<string> sortFields, params IEnumerable<string> orders)
    {
        RuleFor(query => query.Limit).Number(ListRequest.SmallestLimit, ListRequest.LargestLimit);
        RuleFor(query => query.Sort).SortFields(sortFields, orders);
        RuleFor(query => query.Format)
            .OneOf("a format of this list", [.. FormatRegistry.For(record, Arity.Many).Select(format => format.Name)]);
        RuleFor(query => query.Fields).SeveralOf("a member of the records", MemberPaths.Of(record));
    }
}

internal abstract class SearchableQueryValidator<TQuery> : ListQueryValidator<TQuery>
    where TQuery : SearchableQuery
{
    protected SearchableQueryValidator(Type record, IReadOnlyCollection<string> sortFields)
        : base(record, sortFields, SearchableQuery.Relevance)
    {
        RuleFor(query => query.Q).Search();
        RuleFor(query => query.Code).Codes();
        RuleFor(query => query.Sort)
            .Must(
                (query, sort) =>
                    sort?.Value.Split(',').Any(field => field.TrimStart('-') == SearchableQuery.Relevance) != true
                    || (query.Q is not null && sort.Value.Value == SearchableQuery.Relevance)
            )
            .WithMessage($"{SearchableQuery.Relevance} needs q, and stands alone: sort={SearchableQuery.Relevance}.");
        RuleFor(query => query.Highlight)
            .Must((query, highlight) => highlight is not { IsReadable: true, Value: true } || query.Q is not null)
            .WithMessage("highlight needs q: there is nothing to mark without a search.");
    }
}
