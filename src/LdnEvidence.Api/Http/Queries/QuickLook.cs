using FluentValidation;
using FluentValidation.Internal;
using Microsoft.Extensions.Primitives;

namespace LdnEvidence.Api.Http.Queries;

/// <summary>
/// Sees that a query is right, as nearly all are, at a fraction of what the whole validator takes: it looks only at the parameters that are there and asks
/// only the rules on them, since a rule has nothing to say of a parameter that is absent. What is wrong with any other query, the validator tells.
/// </summary>
internal sealed class QuickLook(ValidatedQuery checks)
{
    private readonly Lazy<HashSet<string>> _ruled = new(() =>
        [.. ((IEnumerable<IValidationRule>)checks.Validator).Select(rule => rule.Member?.Name).OfType<string>()]
    );

    /// <summary>Whether the query is certain to be right.</summary>
    public bool IsSound(IQueryCollection sent, Query query)
    {
        if (!checks.NeedsNothing)
        {
            return false;
        }

        var shape = QueryShape.Of(checks.Type);
        var ruled = new List<string>();
        foreach (var (name, values) in sent)
        {
            if (
                shape.Find(name) is not { } parameter
                || (values.Count > 1 && !parameter.IsRepeatable)
                || HasControlCharacter(values)
                || !IsReadable(parameter.Property.GetValue(query))
            )
            {
                return false;
            }

            if (_ruled.Value.Contains(parameter.Property.Name))
            {
                ruled.Add(parameter.Property.Name);
            }
        }

        return ruled.Count == 0
            || checks
                .Validator.Validate(new ValidationContext<object>(query, new PropertyChain(), new RulesOn(ruled)))
                .IsValid;
    }

    public static bool HasControlCharacter(StringValues values)
    {
        foreach (var value in values)
        {
            foreach (var letter in value!)
            {
                if (char.IsControl(letter))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsReadable(object? value) =>
        value switch
        {
            IParameter one => one.IsReadable,
            Array several => several.Cast<IParameter>().All(one => one.IsReadable),
            _ => false,
        };

    private sealed class RulesOn(List<string> members) : IValidatorSelector
    {
        public bool CanExecute(IValidationRule rule, string propertyPath, IValidationContext context) =>
            rule.Member is { Name: var name } && members.Contains(name);
    }
}
