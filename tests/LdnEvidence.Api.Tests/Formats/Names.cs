using CsCheck;
using LdnEvidence.Domain;

namespace LdnEvidence.Api.Tests.Formats;

/// <summary>Authors of generated names, in many scripts and in every form that the seed allows.</summary>
internal static class Names
{
    private static readonly string[] Letters =
    [
        "Łódź",
        "Öztürk",
        "O’Neil",
        "D'Arcy",
        "McCandless",
        "and",
        "others",
        "y",
        "de",
        "la",
        "van",
        "'t",
        "ван",
        "Иванова",
        "Παπά",
        "王",
        "小明",
        "김",
        "الخوري",
        "כהן",
        "श्री",
        "𐐔𐐯𐑅",
        "ʻOkina",
        "R&D",
        "{x}",
        "50%",
        "a_b",
        "x--y",
        "Jean-Luc",
    ];

    private static readonly Gen<string> Word = Gen.OneOf(Letters);

    private static readonly Gen<string> Words = Word.Array[1, 4].Select(words => string.Join(' ', words));

    private static readonly Gen<string> Initials = Gen.OneOf(
        "J",
        "JP",
        "J-M",
        "Ł",
        "Ç-É",
        "Yu",
        "ЙИ",
        "小明",
        "م",
        "𐐀"
    );

    private static readonly Gen<string?> Suffix = Gen.OneOf<string?>(null, null, "Jr", "Sr", "III", "2nd");

    private static readonly Gen<Author> Person = Gen.Select(
        Words,
        Initials,
        Words.Null(),
        Suffix,
        (family, initials, given, suffix) => new Author(family, initials, given, suffix)
    );

    private static readonly Gen<Author> SingleName = Words.Select(name => new Author(name, null));

    private static readonly Gen<Author> Organisation = Word.Array[1, 4]
        .SelectMany(words => Gen.OneOf(" ", ", ", "; ").Select(between => string.Join(between, words)))
        .Select(name => new Author(null, null, Literal: name));

    public static Gen<Author> Author { get; } = Gen.Frequency((4, Person), (1, SingleName), (1, Organisation));

    public static Gen<Author[]> List { get; } = Author.Array[1, 5];
}
