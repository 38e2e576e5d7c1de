using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Domain.Codes;

/// <summary>
/// One part of a rule about ICD-10-CM codes, as a text that is stored and read back: a sign, then a code without its dot or a block of categories.
/// </summary>
public static class Icd10cmTerm
{
    internal const char BelowSign = '+';
    internal const char BlockSign = '#';
    internal const char ExcludedSign = '-';
    internal const char RelatedSign = '=';

    /// <summary>The separator between the categories of a block.</summary>
    internal const char To = '-';

    /// <summary>The code itself and every code below it match.</summary>
    public static string Below(string code) => BelowSign + Icd10cmCode.WithoutDot(code);

    /// <summary>Every code matches whose category lies in the block, such as C00-C96.</summary>
    public static string Block(string block) => BlockSign + block;

    /// <summary>Neither the code nor any code below it matches.</summary>
    public static string Excluded(string code) => ExcludedSign + Icd10cmCode.WithoutDot(code);

    /// <summary>The code itself, every code below it and every category above it match: where a record carries a code and states no rule.</summary>
    public static string Related(string code) => RelatedSign + Icd10cmCode.WithoutDot(code);
}

/// <summary>A record that a code means, and how closely.</summary>
/// <param name="Key">The record.</param>
/// <param name="Length">How many characters of the code the rule names; 0 where it names a block.</param>
public readonly record struct Icd10cmMatch<TKey>(TKey Key, int Length);

/// <summary>Finds the records that an ICD-10-CM code means, by the rules of the records.</summary>
/// <typeparam name="TKey">What identifies a record.</typeparam>
public sealed class Icd10cmIndex<TKey>
    where TKey : notnull
{
    private readonly Dictionary<string, List<TKey>> _below = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<TKey>> _above = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<TKey>> _excluded = new(StringComparer.Ordinal);
    private readonly List<(string First, string Last, TKey Key)> _blocks = [];

    /// <summary>Adds a term of a record's rule.</summary>
    /// <param name="term">A term as <see cref="Icd10cmTerm"/> writes it.</param>
    /// <param name="key">The record.</param>
    public void Add(string term, TKey key)
    {
        var rest = term[1..];
        switch (term[0])
        {
            case Icd10cmTerm.BlockSign:
                var to = rest.IndexOf(Icd10cmTerm.To, StringComparison.Ordinal);
                _blocks.Add((rest[..to], rest[(to + 1)..], key));
                break;
            case Icd10cmTerm.ExcludedSign:
                Append(_excluded, rest, key);
                break;
            default:
                Append(_below, rest, key);
                if (term[0] == Icd10cmTerm.RelatedSign)
                {
                    foreach (var category in Icd10cmCode.SelfAndAbove(rest).Skip(1))
                    {
                        Append(_above, category, key);
                    }
                }
                break;
        }
    }

    /// <summary>The records that a code means, each once with its closest match.</summary>
    public IReadOnlyList<Icd10cmMatch<TKey>> Find(string code)
    {
        var plain = Icd10cmCode.WithoutDot(code);
        var category = plain[..Icd10cmCode.CategoryLength];
        var found = new Dictionary<TKey, int>();
        foreach (var key in _above.GetValueOrDefault(plain) ?? [])
        {
            found.TryAdd(key, plain.Length);
        }

        foreach (var prefix in Icd10cmCode.SelfAndAbove(plain))
        {
            foreach (var key in _below.GetValueOrDefault(prefix) ?? [])
            {
                found.TryAdd(key, prefix.Length);
            }
        }

        foreach (var (first, last, key) in _blocks)
        {
            if (string.CompareOrdinal(first, category) <= 0 && string.CompareOrdinal(category, last) <= 0)
            {
                found.TryAdd(key, 0);
            }
        }

        foreach (var prefix in Icd10cmCode.SelfAndAbove(plain))
        {
            foreach (var key in _excluded.GetValueOrDefault(prefix) ?? [])
            {
                found.Remove(key);
            }
        }

        return [.. found.Select(pair => new Icd10cmMatch<TKey>(pair.Key, pair.Value))];
    }

    /// <summary>The records whose own codes lie below a category that does not mean them.</summary>
    public IEnumerable<TKey> Below(string category)
    {
        var plain = Icd10cmCode.WithoutDot(category);
        return _below
            .Where(pair => pair.Key.Length > plain.Length && pair.Key.StartsWith(plain, StringComparison.Ordinal))
            .SelectMany(pair => pair.Value)
            .Distinct();
    }

    private static void Append(Dictionary<string, List<TKey>> lists, string text, TKey key)
    {
        if (!lists.TryGetValue(text, out var keys))
        {
            lists[text] = keys = [];
        }

        keys.Add(key);
    }
}
