using CsCheck;
using LdnEvidence.Api.Data.Search;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Data.Search;

/// <summary>What a search text means, and what is said about one that means nothing.</summary>
public sealed class SearchExpressionTests
{
    private static readonly string[] Pieces =
    [
        "a",
        "\"",
        "*",
        "OR",
        "AND",
        "NOT",
        "NEAR(",
        "name:",
        " ",
        "-",
        "'s",
        "tumour*",
        "^x",
        "{a b}:",
        "crohn's",
    ];

    /// <summary>Any text at all, and texts of the signs that mean something here.</summary>
    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String[Gen.Char, 0, 60],
        Gen.String[Gen.Char["ab1 \"*-'.:/+&@()^{}<>,;%_\\\0é\u0301œ\uD83D\uDE00\uE000\u0001“”"], 0, 60],
        Gen.Int[0, Pieces.Length - 1].Select(piece => Pieces[piece]).Array[0, 12].Select(string.Concat)
    );

    [Theory]
    [InlineData("Fibromyalgia", "fibromyalgia")]
    [InlineData("  pain   FATIGUE pain ", "pain fatigue pain")]
    [InlineData("\"low dose naltrexone\"", "\"low dose naltrexone\"")]
    [InlineData("“low dose” pain", "\"low dose\" pain")]
    [InlineData("K50.90", "k50.90")]
    [InlineData("PMID: 17222320", "17222320")]
    [InlineData("HTTPS://DOI.ORG/10.1002/ANA.22006, pain", "10.1002/ana.22006, pain")]
    [InlineData("CD4-count", "cd4-count")]
    [InlineData("fibro*", "fibro*")]
    [InlineData("\"low dos*\"", "\"low dos\"*")]
    [InlineData("\"low dos\"*", "\"low dos\"*")]
    [InlineData("on*off", "on* off")]
    [InlineData("Crohn's", "crohn")]
    [InlineData("Crohn’s disease", "crohn disease")]
    [InlineData("\"Crohn’s disease\"", "\"crohn disease\"")]
    [InlineData("œdème", "oedeme")]
    [InlineData("pain, fatigue; (sleep)", "pain, fatigue, sleep")]
    [InlineData("HIV/AIDS", "hiv aids")]
    [InlineData("β-endorphin", "beta-endorphin")]
    [InlineData("4.5mg", "4.5-mg")]
    [InlineData("\"pain fatigue", "pain fatigue")]
    [InlineData("pain OR fatigue AND NOT sleep", "pain or fatigue and not sleep")]
    [InlineData("NEAR(pain fatigue, 2)", "near, pain fatigue, 2")]
    [InlineData("^pain + fatigue - sleep", "pain, fatigue, sleep")]
    [InlineData("*pain", "pain")]
    [InlineData("pain *", "pain")]
    [InlineData("½ dose", "1-2 dose")]
    [InlineData("疼痛", "疼痛")]
    public void A_text_means_its_words(string text, string normal) =>
        SearchedCatalogue.Parse(text).Normal.ShouldBe(normal);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\"")]
    [InlineData("\"\" \"*\"")]
    [InlineData("*****")]
    [InlineData("'; -- /* */")]
    [InlineData("\0")]
    [InlineData("😀 \uD800")]
    [InlineData("\u0301")]
    public void A_text_without_a_word_is_told_so(string text) =>
        Problem(text).ShouldBe("There is no word to search for; expected letters or digits.");

    [Theory]
    [InlineData("a*", "'a*' would match too much; expected at least 2 letters before the star.")]
    [InlineData("pain é*", "'e*' would match too much; expected at least 2 letters before the star.")]
    [InlineData("\"low d*\"", "'d*' would match too much; expected at least 2 letters before the star.")]
    public void A_beginning_has_two_letters(string text, string problem) => Problem(text).ShouldBe(problem);

    [Fact]
    public void A_text_is_bounded()
    {
        Problem(new string('a', 301)).ShouldBe("301 characters are too many; expected at most 300.");
        Problem(new string('*', 10_000)).ShouldBe("10000 characters are too many; expected at most 300.");
        Problem(string.Join(' ', Enumerable.Range(10, 25))).ShouldBe("25 words are too many; expected at most 24.");
        Problem(string.Join('.', Enumerable.Range(10, 25).Select(number => $"a{number}")))
            .ShouldBe("25 words are too many; expected at most 24.");
        Problem("aa* bb* cc* dd* ee*").ShouldBe("5 words with a star are too many; expected at most 4.");
    }

    [Fact]
    public void A_term_is_tried_in_a_bounded_number_of_forms() =>
        SearchedCatalogue
            .Parse("\"anaemia-oedema tumour's leukaemia fibre-centre haemorrhage colour behaviour randomisation\"")
            .Terms.ShouldHaveSingleItem()
            .Forms.Count.ShouldBe(64);

    [Fact]
    public void The_one_spelling_of_a_search_reads_back_as_the_same_search() =>
        AnyText.Sample(text =>
        {
            if (SearchExpression.TryParse(text, out var expression, out _))
            {
                // Signs that were dropped may have made room for the ones that are written.
                expression.Normal.Length.ShouldBeLessThan(4 * SearchExpression.MaximumLength);
                SearchExpression.TryParse(expression.Normal, out var again, out var problem).ShouldBeTrue(problem);
                again!.Normal.ShouldBe(expression.Normal);
                Forms(again).ShouldBe(Forms(expression));
            }
        });

    [Fact]
    public async Task Whatever_is_sent_is_a_search_or_a_problem_in_words_and_never_an_error_of_the_engine()
    {
        using var seed = SeedFiles.Minimal();
        using var catalogue = await SearchedCatalogue.On(seed);

        AnyText.Sample(text =>
        {
            var positions = new List<int>();
            if (SearchExpression.TryParse(text, out var expression, out var problem))
            {
                problem.ShouldBeNull();
                catalogue.Search.Find(1, LdnEvidence.Api.Data.Collection.Claims, expression, positions);
                catalogue.Search.Rank(1, LdnEvidence.Api.Data.Collection.Claims, expression, positions);
                catalogue.Search.Snippets(1, LdnEvidence.Api.Data.Collection.Claims, expression, [1]);
                positions.ShouldBeSubsetOf([1]);
            }
            else
            {
                problem.ShouldNotBeNullOrWhiteSpace();
            }
        });
    }

    private static IEnumerable<string> Forms(SearchExpression expression) =>
        expression
            .Terms.SelectMany(term => term.Forms)
            .Select(form => string.Join(' ', form.Words) + (form.IsPrefix ? "*" : string.Empty));

    private static string? Problem(string text)
    {
        SearchExpression.TryParse(text, out var expression, out var problem).ShouldBeFalse();
        expression.ShouldBeNull();
        return problem;
    }
}
