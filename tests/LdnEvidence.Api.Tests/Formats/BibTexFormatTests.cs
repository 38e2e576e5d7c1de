using CsCheck;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Formats.References;
using LdnEvidence.Domain;

namespace LdnEvidence.Api.Tests.Formats;

public sealed class BibTexFormatTests(StoredRecords stored) : IClassFixture<StoredRecords>
{
    [Fact]
    public void An_entry_has_the_whole_reference() =>
        Written
            .One("bibtex", ARecord.Study())
            .ShouldBe(
                """
                @article{tester-2020,
                  author = {Tester, Theodora},
                  title = {A study},
                  journal = {Journal of Tests},
                  shortjournal = {J Tests},
                  year = {2020},
                  volume = {7},
                  number = {2},
                  pages = {11--19},
                  doi = {10.1000/test.1},
                  pmid = {12345678},
                  pmcid = {PMC7654321},
                  issn = {1234-5679}
                }

                """
            );

    [Fact]
    public void Every_shipped_study_has_an_entry_of_its_own()
    {
        var studies = stored.Of<StudyResponse>();

        var text = Written.List("bibtex", typeof(StudyResponse), stored.Documents(typeof(StudyResponse)));

        text.Split("\n@article{").Length.ShouldBe(studies.Count);
        studies.ShouldAllBe(study => text.Contains($"@article{{{study.Id},\n", StringComparison.Ordinal));
        studies
            .Where(study => study.Pmid is not null)
            .ShouldAllBe(study => text.Contains($"pmid = {{{study.Pmid}}}", StringComparison.Ordinal));
    }

    [Fact]
    public void An_unverified_title_is_the_printed_one_and_says_so()
    {
        var text = Written.One("bibtex", ARecord.Study() with { Title = null });

        text.ShouldContain("title = {A printed study}");
        text.ShouldContain("note = {Title as printed in the source document, not verified.}");
    }

    [Fact]
    public void Unverified_authors_are_the_printed_ones_not_taken_apart()
    {
        var text = Written.One("bibtex", ARecord.Study() with { Authors = [] });

        text.ShouldContain("author = {{Tester T} and others}");
        text.ShouldContain("note = {Authors as printed in the source document, not verified.}");
    }

    [Fact]
    public void Where_no_authors_are_printed_there_is_no_author()
    {
        var study = ARecord.Study();

        var text = Written.One(
            "bibtex",
            study with
            {
                Authors = [],
                PrintedCitation = study.PrintedCitation with { Authors = null },
            }
        );

        text.ShouldNotContain("author");
        text.ShouldNotContain("note");
    }

    [Theory]
    [InlineData(StudyStanding.Retracted, "Retracted.")]
    [InlineData(StudyStanding.Concern, "An expression of concern was published.")]
    [InlineData(StudyStanding.Corrected, "A correction was published.")]
    public void A_study_that_no_longer_stands_says_so(StudyStanding standing, string note) =>
        Written.One("bibtex", ARecord.Study() with { Standing = standing }).ShouldContain($"note = {{{note}}}");

    [Theory]
    [InlineData("50% & #1 $x_y$", @"50\% \& \#1 \$x\_y\$")]
    [InlineData("~ ^ \\", @"\textasciitilde{} \textasciicircum{} \textbackslash{}")]
    [InlineData("a {b} c", @"a \{b\} c")]
    [InlineData("a } b {", @"a \textbraceright{} b \textbraceleft{}")]
    [InlineData("a--b ''c``", "a-{}-b '{}'c`{}`")]
    [InlineData("é ß 漢字", "é ß 漢字")]
    [InlineData("two\r\nlines\tand\u2028more", "two lines and more")]
    public void Signs_of_tex_are_escaped(string text, string escaped) => BibTexText.Escape(text).ShouldBe(escaped);

    [Theory]
    [InlineData("A trial in Mali", "A trial in {Mali}")]
    [InlineData("LDN in children", "{LDN} in children")]
    [InlineData("On (LDN), pH and HIV+ adults", "On ({LDN}), {pH} and {HIV+} adults")]
    [InlineData("Crohn's disease: The end", "Crohn's disease: {The} end")]
    [InlineData("a “Great” R&D", @"a “{Great}” {R\&D}")]
    [InlineData("... ?", "... ?")]
    public void Capitals_of_a_title_are_kept(string title, string kept) => BibTexText.Title(title).ShouldBe(kept);

    [Theory]
    [InlineData("Cree", "Bruce A. C.", "Cree, Bruce A. C.")]
    [InlineData("Ace, Inc", "A", "{Ace, Inc}, A")]
    [InlineData("Sons and Daughters", "A", "{Sons and Daughters}, A")]
    [InlineData("Anderson", "Andy", "Anderson, Andy")]
    [InlineData("Mathews PM", null, "{Mathews PM}")]
    public void A_name_stays_one_name(string family, string? given, string name) =>
        BibTexText.Name(new ReferenceName(family, given)).ShouldBe(name);

    [Theory]
    [InlineData("JP", "Tester, J. P.")]
    [InlineData("J", "Tester, J.")]
    [InlineData("J-M", "Tester, J.-M.")]
    public void Initials_get_points_so_that_they_stay_initials(string initials, string name) =>
        Written
            .One("bibtex", ARecord.Study() with { Authors = [new Author("Tester", initials, null)] })
            .ShouldContain($"author = {{{name}}}");

    [Fact]
    public void A_doi_is_not_escaped() =>
        Written
            .One("bibtex", ARecord.Study() with { Doi = "10.1002/a_b%c#d<1::aid>3.0.co;2-#" })
            .ShouldContain("doi = {10.1002/a_b%c#d<1::aid>3.0.co;2-#}");

    [Fact]
    public void Braces_are_always_balanced() =>
        Gen.OneOf("ab {}\\&-'`A".ToCharArray())
            .Array[0, 12]
            .Select(letters => new string(letters))
            .Sample(text =>
            {
                var entry = Written.One(
                    "bibtex",
                    ARecord.Study() with
                    {
                        Title = $"x{text}",
                        Doi = $"10.1000/{text}",
                        Journal = $"x{text}",
                    }
                );
                entry.Count(letter => letter == '{').ShouldBe(entry.Count(letter => letter == '}'));
                BibTexText.Escape(text).ShouldSatisfyAllConditions(escaped => Depth(escaped).ShouldBe(0));
            });

    /// <summary>Counts as BibTeX does, braces behind a backslash included; below zero is a failure.</summary>
    private static int Depth(string text) =>
        text.Aggregate(
            0,
            (depth, letter) =>
            {
                depth += letter switch
                {
                    '{' => 1,
                    '}' => -1,
                    _ => 0,
                };
                depth.ShouldBeGreaterThanOrEqualTo(0);
                return depth;
            }
        );
}
