using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Http.Queries;

/// <summary>A query parameter as it arrived, readable or not; the validator says what is wrong with one that is not.</summary>
public interface IParameter
{
    /// <summary>The text that the caller sent.</summary>
    string Raw { get; }

    /// <summary>Whether the text could be read.</summary>
    bool IsReadable { get; }
}

/// <summary>
/// A query parameter of type <typeparamref name="T"/>. Binding never fails: the framework would answer an unreadable value with an empty 400, so the
/// text is kept for a validator to refuse in words.
/// </summary>
public readonly record struct Parameter<T> : IParameter
{
    private readonly T? _value;

    private Parameter(string raw, T? value, bool isReadable)
    {
        Raw = raw;
        _value = value;
        IsReadable = isReadable;
    }

    /// <inheritdoc/>
    public string Raw { get; }

    /// <inheritdoc/>
    public bool IsReadable { get; }

    /// <summary>The value; asking for that of an unreadable parameter is a defect, since the validator has refused it before.</summary>
    public T Value => IsReadable ? _value! : throw new InvalidOperationException($"'{Raw}' was not validated.");

    /// <summary>Called by the framework for each value in the query string.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out Parameter<T> parameter)
    {
        var isReadable = ParameterForms.TryRead<T>(text ?? string.Empty, out var value);
        parameter = new Parameter<T>(text ?? string.Empty, value, isReadable);
        return true;
    }
}

internal static class ParameterWords
{
    /// <summary>The values of a closed list as they are written in JSON and in lists' columns.</summary>
    public static string[] Words<TEnum>(this Parameter<TEnum>[] named)
        where TEnum : struct, Enum => [.. named.Select(parameter => KebabCase<TEnum>.Of(parameter.Value))];
}
