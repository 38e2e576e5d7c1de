using System.Collections.Frozen;

namespace LdnEvidence.Api.Data.Search.Tokens;

/// <summary>
/// The singular of plain English plurals. It is careful: a word that only looks like a plural, such as "virus", "analysis" or "diabetes", stays as it is, since
/// two words that are taken for one would find what nobody asked for.
/// </summary>
internal static class Plurals
{
    /// <summary>Shorter words, such as "gas" and "its", are no plurals or say nothing.</summary>
    private const int MinLength = 4;

    private static readonly FrozenSet<string> NoPlurals = new[]
    {
        "aids",
        "always",
        "ards",
        "ascites",
        "atlas",
        "besides",
        "bias",
        "biceps",
        "canvas",
        "caries",
        "christmas",
        "diabetes",
        "does",
        "faeces",
        "feces",
        "forceps",
        "goods",
        "graves",
        "hers",
        "herpes",
        "hives",
        "lens",
        "measles",
        "menses",
        "mers",
        "molasses",
        "mumps",
        "nares",
        "news",
        "ours",
        "pancreas",
        "pcos",
        "perhaps",
        "pots",
        "quadriceps",
        "rabies",
        "rickets",
        "sars",
        "scabies",
        "series",
        "shingles",
        "sirs",
        "species",
        "tabes",
        "theirs",
        "towards",
        "triceps",
        "whereas",
        "yours",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Irregular = new Dictionary<string, string>
    {
        ["abuses"] = "abuse",
        ["aches"] = "ache",
        ["analyses"] = "analysis",
        ["backaches"] = "backache",
        ["bacteria"] = "bacterium",
        ["biases"] = "bias",
        ["calories"] = "calorie",
        ["children"] = "child",
        ["crises"] = "crisis",
        ["criteria"] = "criterion",
        ["diagnoses"] = "diagnosis",
        ["earaches"] = "earache",
        ["feet"] = "foot",
        ["fibroses"] = "fibrosis",
        ["gases"] = "gas",
        ["headaches"] = "headache",
        ["hypotheses"] = "hypothesis",
        ["kilocalories"] = "kilocalorie",
        ["lenses"] = "lens",
        ["men"] = "man",
        ["metastases"] = "metastasis",
        ["mice"] = "mouse",
        ["neuroses"] = "neurosis",
        ["pancreases"] = "pancreas",
        ["prognoses"] = "prognosis",
        ["prostheses"] = "prosthesis",
        ["psychoses"] = "psychosis",
        ["scleroses"] = "sclerosis",
        ["stenoses"] = "stenosis",
        ["stomachaches"] = "stomachache",
        ["syntheses"] = "synthesis",
        ["teeth"] = "tooth",
        ["thromboses"] = "thrombosis",
        ["toothaches"] = "toothache",
        ["women"] = "woman",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Endings of plurals whose last e belongs to the word: "causes", "houses", "infuses".</summary>
    private static readonly string[] KeepingE = ["auses", "ouses", "ccuses", "xcuses", "fuses"];

    /// <summary>The singulars of the plurals that follow no rule and begin so.</summary>
    public static IEnumerable<string> SingularsOf(string start) =>
        Irregular.Where(pair => pair.Key.StartsWith(start, StringComparison.Ordinal)).Select(pair => pair.Value);

    /// <summary>The word itself where it is no plain plural.</summary>
    public static string Singular(string word)
    {
        if (Irregular.TryGetValue(word, out var singular))
        {
            return singular;
        }

        if (word.Length < MinLength || word[^1] != 's' || EndsIn(word, "ss", "us", "is") || NoPlurals.Contains(word))
        {
            return word;
        }

        if (EndsIn(word, "ies") && word.Length > MinLength)
        {
            return word[..^3] + "y";
        }

        var hasLongEnding =
            (EndsIn(word, "sses", "shes", "ches", "xes", "zzes") && word.Length > MinLength)
            || (EndsIn(word, "oes", "uses") && word.Length > MinLength + 1);
        return hasLongEnding && !EndsIn(word, KeepingE) ? word[..^2] : word[..^1];
    }

    private static bool EndsIn(string word, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
