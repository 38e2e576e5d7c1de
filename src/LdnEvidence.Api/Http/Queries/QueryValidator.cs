using FluentValidation;

namespace LdnEvidence.Api.Http.Queries;

/// <summary>What every query is held to: each parameter can be read, and release and asOf do not stand together.</summary>
internal abstract class QueryValidator<TQuery> : AbstractValidator<TQuery>
    where TQuery : Query
{
    protected QueryValidator()
    {
        foreach (var property in QueryShape.Of(typeof(TQuery)).Parameters)
        {
            RuleFor(query => query)
                .Custom(
                    (query, context) =>
                    {
                        foreach (var parameter in property.Values(query).Where(parameter => !parameter.IsReadable))
                        {
                            context.AddFailure(
                                property.Name,
                                $"'{Quote.Of(parameter.Raw)}' is not {ParameterForms.Describe(property.ValueType)}."
                            );
                        }
                    }
                );
        }
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

internal abstract class ListQueryValidator<TQuery> : ReleaseQueryValidator<TQuery>
    where TQuery : ListQuery
{
    protected ListQueryValidator(IReadOnlyCollection<string> sortFields)
    {
        RuleFor(query => query.Limit).Number(PageRequest.SmallestLimit, PageRequest.LargestLimit);
        RuleFor(query => query.Sort).SortFields(sortFields);
    }
}
