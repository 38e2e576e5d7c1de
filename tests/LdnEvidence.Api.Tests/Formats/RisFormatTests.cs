using LdnEvidence.Api.Contracts;
using LdnEvidence.Domain;

namespace LdnEvidence.Api.Tests.Formats;

public sealed class RisFormatTests(StoredRecords stored) : IClassFixture<StoredRecords>
{
    [Fact]
    public void An_entry_has_the_whole_reference() =>
        Written
            .One("ris", ARecord.Study())
            .ShouldBe(
                """
                TY  - JOUR
                ID  - tester-2020
                AU  - Tester, Theodora
                TI  - A study
                JF  - Journal of Tests
                JA  - J Tests
                PY  - 2020
                VL  - 7
                IS  - 2
                SP  - 11
                EP  - 19
                DO  - 10.1000/test.1
                SN  - 1234-5679
                AN  - 12345678
                DB  - PubMed
                C2  - PMC7654321

                """.ReplaceLineEndings("\r\n") + "ER  - \r\n"
            );

    [Fact]
    public void Every_line_of_the_shipped_studies_is_a_tag_and_a_value()
    {
        var lines = Written.List("ris", typeof(StudyResponse), stored.Documents(typeof(StudyResponse))).Split("\r\n")[
            ..^1
        ];

        lines.Length.ShouldBeGreaterThan(100);
        lines.ShouldAllBe(line =>
            System.Text.RegularExpressions.Regex.IsMatch(line, "^([A-Z][A-Z0-9]  - [^\r\n]+|ER  - )$")
        );
        lines.Count(line => line == "TY  - JOUR").ShouldBe(stored.Documents(typeof(StudyResponse)).Count);
        lines.Count(line => line == "ER  - ").ShouldBe(stored.Documents(typeof(StudyResponse)).Count);
    }

    [Fact]
    public void A_line_break_in_a_value_cannot_begin_a_tag()
    {
        var text = Written.One("ris", ARecord.Study() with { Title = "A study\r\nER  - \r\nTY  - BOOK" });

        text.ShouldContain("TI  - A study ER - TY - BOOK\r\n");
        text.Split("\r\n").Count(line => line.StartsWith("TY", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void Unverified_parts_are_the_printed_ones_and_say_so()
    {
        var text = Written.One("ris", ARecord.Study() with { Title = null, Authors = [] });

        text.ShouldContain("TI  - A printed study\r\n");
        text.ShouldContain("AU  - Tester T et al.\r\n");
        text.ShouldContain("N1  - Title as printed in the source document, not verified.\r\n");
        text.ShouldContain("N1  - Authors as printed in the source document, not verified.\r\n");
    }

    [Fact]
    public void A_single_page_has_no_last_page()
    {
        var text = Written.One("ris", ARecord.Study() with { Pages = "e12" });

        text.ShouldContain("SP  - e12\r\n");
        text.ShouldNotContain("EP  - ");
    }

    [Fact]
    public void A_retracted_study_says_so() =>
        Written
            .One("ris", ARecord.Study() with { Standing = StudyStanding.Retracted })
            .ShouldContain("N1  - Retracted.\r\n");
}
