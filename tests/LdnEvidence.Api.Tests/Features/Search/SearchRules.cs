using CsCheck;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Features.Search;

/// <summary>Generators of texts that the search takes for one, by the rule of API-DESIGN.md that says so.</summary>
internal static class SearchRules
{
    private static readonly Gen<string> Syllable = Gen.Select(
        Laws.OneOf("b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "t", "v", "br", "dr", "gl", "pl", "st", "tr"),
        Laws.OneOf("a", "e", "i", "o", "u"),
        (consonants, vowel) => consonants + vowel
    );

    /// <summary>A word that nobody listed and that is no plural: it ends in a consonant that begins no ending.</summary>
    private static readonly Gen<string> Word = Gen.Select(
        Syllable.Array[2, 3].Select(string.Concat),
        Laws.OneOf("b", "k", "m", "p", "t"),
        (syllables, end) => syllables + end
    );

    private static readonly (string Letter, string Name)[] Greek =
    [
        ("α", "alpha"),
        ("β", "beta"),
        ("γ", "gamma"),
        ("δ", "delta"),
        ("Δ", "delta"),
        ("κ", "kappa"),
        ("µ", "mu"),
        ("μ", "mu"),
        ("ω", "omega"),
        ("𝛽", "beta"),
    ];

    private static readonly (string Composed, string Decomposed, string Plain)[] Accents =
    [
        ("é", "e\u0301", "e"),
        ("ö", "o\u0308", "o"),
        ("ñ", "n\u0303", "n"),
        ("ç", "c\u0327", "c"),
        ("Å", "A\u030A", "a"),
        ("ễ", "e\u0302\u0303", "e"),
        ("ø", "ø", "o"),
        ("ł", "Ł", "l"),
    ];

    /// <summary>British and American letters in the middle of a word.</summary>
    private static readonly (string British, string American)[] Spellings =
    [
        ("{0}aemia", "{0}emia"),
        ("haem{0}", "hem{0}"),
        ("{0}oedema", "{0}edema"),
        ("oestr{0}", "estr{0}"),
        ("{0}tumour", "{0}tumor"),
        ("{0}ise", "{0}ize"),
        ("{0}ised", "{0}ized"),
        ("{0}ising", "{0}izing"),
        ("{0}isation", "{0}ization"),
        ("{0}yse", "{0}yze"),
        ("{0}centre", "{0}center"),
        ("{0}fibre", "{0}fiber"),
        ("{0}logue", "{0}log"),
        ("sulph{0}", "sulf{0}"),
        ("paed{0}", "ped{0}"),
        ("{0}litre", "{0}liter"),
    ];

    private static readonly (string One, string Many)[] Plurals =
    [
        ("", "s"),
        ("y", "ies"),
        ("ash", "ashes"),
        ("ox", "oxes"),
        ("ess", "esses"),
        ("ach", "aches"),
        ("ide", "ides"),
        ("ase", "ases"),
        ("us", "uses"),
        ("ea", "eas"),
    ];

    /// <summary>Spellings of one thing, by rule. Each must find what any of them wrote.</summary>
    public static IReadOnlyDictionary<string, Gen<string[]>> All { get; } =
        new Dictionary<string, Gen<string[]>>(StringComparer.Ordinal)
        {
            ["case"] = Word.Select(word => new[] { word, word.ToUpperInvariant(), Capital(word) }),
            ["accents"] = Gen.Select(
                Word,
                Laws.OneOf(Accents),
                (word, accent) =>
                    new[] { word + accent.Composed + "m", word + accent.Decomposed + "m", word + accent.Plain + "m" }
            ),
            ["compatibility forms"] = Word.Select(word =>
                new[]
                {
                    "fi" + word + "oe",
                    "ﬁ" + word + "œ",
                    string.Concat(("fi" + word + "oe").Select(letter => (char)(letter + 0xFEE0))),
                    "fi" + word.Insert(2, "\u00AD") + "oe",
                    "fi" + word.Insert(1, "\u200B") + "o\u2060e",
                }
            ),
            ["Greek letters"] = Gen.Select(
                Word,
                Laws.OneOf(Greek),
                Gen.Bool,
                (word, greek, isLast) =>
                    isLast
                        ? new[]
                        {
                            $"{word}-{greek.Letter}",
                            $"{word}{greek.Letter}",
                            $"{word}-{greek.Name}",
                            $"{word} {greek.Name}",
                        }
                        :
                        [
                            $"{greek.Letter}-{word}",
                            $"{greek.Letter}{word}",
                            $"{greek.Name}-{word}",
                            $"{greek.Name} {word}",
                            $"{greek.Letter} {word}",
                        ]
            ),
            ["compounds"] = Gen.Select(
                Word,
                Gen.OneOf(Word, Gen.Int[1, 999].Select(number => $"{number}")),
                (first, second) =>
                    new[] { $"{first}-{second}", $"{first} {second}", $"{first}{second}", $"{first}\u2011{second}" }
            ),
            ["spelling"] = Gen.Select(
                Word,
                Laws.OneOf(Spellings),
                (word, row) => new[] { row.British.Replace("{0}", word), row.American.Replace("{0}", word) }
            ),
            ["plurals"] = Gen.Select(
                Word,
                Laws.OneOf(Plurals),
                (word, ending) => new[] { word + ending.One, word + ending.Many }
            ),
            ["number and unit"] = Gen.Select(
                Gen.Int[1, 99],
                Gen.Int[1, 9],
                Laws.OneOf("mg", "ml", "kg", "mmol", "IU", "µg", "mcg"),
                (whole, part, unit) =>
                    new[]
                    {
                        $"{whole}.{part} {unit}",
                        $"{whole}.{part}{unit}",
                        $"{whole}.{part}-{unit}",
                        $"{whole},{part} {unit}",
                        $"{whole}.{part}\u00A0{unit.ToUpperInvariant()}",
                    }
            ),
            ["slashes"] = Gen.Select(Word, Word, (first, second) => new[] { $"{first}/{second}", $"{first} {second}" }),
            ["apostrophes"] = Word.Select(word =>
                new[] { $"{word}'s", $"{word}’s", $"{word}ʼs", $"{word}‘s", $"{word}`s", $"{word}s", word }
            ),
            ["identifiers"] = Gen.Select(
                Gen.Int[1000, 99999],
                Word,
                Gen.Int[1, 9999],
                (registrant, word, number) =>
                    new[]
                    {
                        $"10.{registrant}/{word}.{number}",
                        $"doi:10.{registrant}/{word}.{number}",
                        $"DOI: 10.{registrant}/{word.ToUpperInvariant()}.{number}",
                        $"doi.org/10.{registrant}/{word}.{number}",
                        $"HTTPS://DX.DOI.ORG/10.{registrant}/{word}.{number}",
                        $"(10.{registrant}/{word}.{number}).",
                    }
            ),
        };

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
