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
/// A query parameter of type <typeparamref name="T"/>. Reading never fails: the text is kept for a validator to refuse in words.
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

    internal static Parameter<T> Read(string text)
    {
        var isReadable = ParameterForms.TryRead<T>(text, out var value);
        return new Parameter<T>(text, value, isReadable);
    }
}

internal static class ParameterWords
{
    /// <summary>The values of a closed list as they are written in JSON and in lists' columns.</summary>
    public static string[] Words<TEnum>(this Parameter<TEnum>[] named)
        where TEnum : struct, Enum => [.. named.Select(parameter => KebabCase<TEnum>.Of(parameter.Value))];
}
