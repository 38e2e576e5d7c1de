using FluentValidation;
using FluentValidation.Validators;

namespace LdnEvidence.Api.Http.Queries;

internal static class QueryRules
{
    /// <summary>A whole number within limits, which OpenAPI shows too.</summary>
    public static IRuleBuilderOptions<TQuery, Parameter<int>?> Number<TQuery>(
        this IRuleBuilder<TQuery, Parameter<int>?> rule,
        int from,
        int to
    ) => rule.SetValidator(new NumberValidator<TQuery>(from, to));

    /// <summary>Sortable fields separated by commas, each at most once, which OpenAPI shows too.</summary>
    public static IRuleBuilderOptions<TQuery, Parameter<string>?> SortFields<TQuery>(
        this IRuleBuilder<TQuery, Parameter<string>?> rule,
        IReadOnlyCollection<string> fields
    ) => rule.SetValidator(new SortFieldsValidator<TQuery>(fields));
}

/// <summary>Tells the OpenAPI filter the limits of a number.</summary>
internal interface INumberLimits
{
    int From { get; }

    int To { get; }
}

/// <summary>Tells the OpenAPI filter the fields of a sort.</summary>
internal interface ISortFields
{
    IReadOnlyCollection<string> Fields { get; }
}

internal sealed class NumberValidator<TQuery>(int from, int to)
    : PropertyValidator<TQuery, Parameter<int>?>,
        INumberLimits
{
    public override string Name => "Number";

    public int From => from;

    public int To => to;

    public override bool IsValid(ValidationContext<TQuery> context, Parameter<int>? value)
    {
        if (value is not { IsReadable: true } number || (number.Value >= from && number.Value <= to))
        {
            return true;
        }

        var range = to == int.MaxValue ? $"{from} or more" : $"from {from} to {to}";
        context.AddFailure(CamelCase.Of(context.PropertyPath), $"{number.Raw} is out of range; expected {range}.");
        return true;
    }
}

internal sealed class SortFieldsValidator<TQuery>(IReadOnlyCollection<string> fields)
    : PropertyValidator<TQuery, Parameter<string>?>,
        ISortFields
{
    public override string Name => "SortFields";

    public IReadOnlyCollection<string> Fields => fields;

    public override bool IsValid(ValidationContext<TQuery> context, Parameter<string>? value)
    {
        if (value is not { IsReadable: true } sort)
        {
            return true;
        }

        var named = sort.Value.Split(',').Select(part => part.StartsWith('-') ? part[1..] : part).ToList();
        foreach (var field in named.Where(field => !fields.Contains(field, StringComparer.Ordinal)))
        {
            Fail(
                $"'{Quote.Of(field)}' is not a field to sort by; allowed: {string.Join(", ", fields)}, each with - before it to turn it round."
            );
        }

        foreach (var field in named.Where(fields.Contains).GroupBy(field => field).Where(group => group.Skip(1).Any()))
        {
            Fail($"'{Quote.Of(field.Key)}' is named more than once.");
        }

        return true;

        void Fail(string message) => context.AddFailure(CamelCase.Of(context.PropertyPath), message);
    }
}
