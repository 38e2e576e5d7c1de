using FluentValidation;
using FluentValidation.Validators;
using LdnEvidence.Api.Data.Search;
using LdnEvidence.Domain.Identifiers;

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
    /// <param name="rule">The rule of the parameter.</param>
    /// <param name="fields">The fields, each of which may have - before it.</param>
    /// <param name="orders">Orders that cannot be turned round.</param>
    public static IRuleBuilderOptions<TQuery, Parameter<string>?> SortFields<TQuery>(
        this IRuleBuilder<TQuery, Parameter<string>?> rule,
        IReadOnlyCollection<string> fields,
        params IEnumerable<string> orders
    ) => rule.SetValidator(new NamesValidator<TQuery>("a field to sort by", [.. fields, .. orders], fields));

    /// <summary>Not more codes than one request may name.</summary>
    public static IRuleBuilderOptions<TQuery, Parameter<Code>[]> Codes<TQuery>(
        this IRuleBuilder<TQuery, Parameter<Code>[]> rule
    ) =>
        rule.Must(codes => codes.Length <= SearchableQuery.MaxCodes)
            .WithMessage(
                $"There are more codes than one request may name; at most {SearchableQuery.MaxCodes} are allowed."
            );

    /// <summary>Words to search for.</summary>
    public static IRuleBuilderOptionsConditions<TQuery, Parameter<string>?> Search<TQuery>(
        this IRuleBuilderInitial<TQuery, Parameter<string>?> rule
    ) =>
        rule.Custom(
            (q, context) =>
            {
                if (q is { IsReadable: true } && !SearchExpression.TryParse(q.Value.Value, out _, out var problem))
                {
                    context.AddFailure(CamelCase.Of(context.PropertyPath), problem);
                }
            }
        );

    /// <summary>One of these names, which OpenAPI shows too.</summary>
    public static IRuleBuilderOptions<TQuery, Parameter<string>?> OneOf<TQuery>(
        this IRuleBuilder<TQuery, Parameter<string>?> rule,
        string what,
        IReadOnlyCollection<string> names
    ) => rule.SetValidator(new NamesValidator<TQuery>(what, names) { IsList = false });

    /// <summary>Some of these names separated by commas, each at most once, which OpenAPI shows too.</summary>
    public static IRuleBuilderOptions<TQuery, Parameter<string>?> SeveralOf<TQuery>(
        this IRuleBuilder<TQuery, Parameter<string>?> rule,
        string what,
        IReadOnlyCollection<string> names
    ) => rule.SetValidator(new NamesValidator<TQuery>(what, names));
}

/// <summary>Tells the OpenAPI filter the limits of a number.</summary>
internal interface INumberLimits
{
    int From { get; }

    int To { get; }
}

/// <summary>Tells the OpenAPI filter the names that a parameter takes.</summary>
internal interface IAllowedNames
{
    IReadOnlyCollection<string> Names { get; }

    /// <summary>The names in every way in which they may be sent.</summary>
    IReadOnlyCollection<string> Values { get; }

    /// <summary>Whether several may be given, separated by commas.</summary>
    bool IsList { get; }
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

internal sealed class NamesValidator<TQuery>(
    string what,
    IReadOnlyCollection<string> names,
    params IReadOnlyCollection<string> turnable
) : PropertyValidator<TQuery, Parameter<string>?>, IAllowedNames
{
    /// <summary>The most names that an error message lists.</summary>
    private const int MostNames = 60;

    private readonly HashSet<string> _values = new(
        [.. names, .. turnable.Select(name => $"-{name}")],
        StringComparer.Ordinal
    );

    public override string Name => "Names";

    public IReadOnlyCollection<string> Names => names;

    public IReadOnlyCollection<string> Values => _values;

    public bool IsList { get; init; } = true;

    public override bool IsValid(ValidationContext<TQuery> context, Parameter<string>? value)
    {
        if (value is not { IsReadable: true } parameter)
        {
            return true;
        }

        string[] sent = IsList ? parameter.Value.Split(',') : [parameter.Value];
        foreach (var name in sent.Where(name => !_values.Contains(name)))
        {
            Fail($"'{Quote.Of(Plain(name))}' is not {what}; allowed: {Allowed(Plain(name))}.");
        }

        foreach (var name in sent.Where(_values.Contains).GroupBy(Plain).Where(group => group.Skip(1).Any()))
        {
            Fail($"'{Quote.Of(name.Key)}' is named more than once.");
        }

        return true;

        void Fail(string message) => context.AddFailure(CamelCase.Of(context.PropertyPath), message);
    }

    private string Plain(string name) => turnable.Count > 0 && name.StartsWith('-') ? name[1..] : name;

    /// <summary>The names to choose from; of very many, those beside the one that was sent.</summary>
    private string Allowed(string name)
    {
        var parent = name.Contains('.', StringComparison.Ordinal) ? name[..name.LastIndexOf('.')] : string.Empty;
        var near =
            names.Count <= MostNames
                ? names
                :
                [
                    .. names.Where(known =>
                        known.LastIndexOf('.') is var dot && (dot < 0 ? "" : known[..dot]) == parent
                    ),
                ];
        return string.Join(
                ", ",
                near.Count > 0 ? near : names.Where(known => !known.Contains('.', StringComparison.Ordinal))
            ) + (turnable.Count > 0 ? ", each with - before it to turn it round" : string.Empty);
    }
}
