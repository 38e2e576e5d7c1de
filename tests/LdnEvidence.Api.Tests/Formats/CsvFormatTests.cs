using System.Globalization;
using CsCheck;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Formats;
using LdnEvidence.Api.Formats.Tables;
using LdnEvidence.Api.Tests.Support;
using LdnEvidence.Domain;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Tests.Formats;

public sealed class CsvFormatTests(StoredRecords stored) : IClassFixture<StoredRecords>
{
    /// <summary>Every character of the basic plane but lone surrogates, with those that mean something to CSV or a spreadsheet more often.</summary>
    private static readonly Gen<string> AnyText = Gen.Frequency(
            (3, Gen.OneOf("=+-@'\t\r\n\",;\\ ＝".ToCharArray())),
            (2, Gen.Char.Where(letter => !char.IsSurrogate(letter)))
        )
        .Array[0, 12]
        .Select(letters => new string(letters));

    public static TheoryData<Type> Kinds => [.. StoredRecords.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_shipped_records_have_a_row_each_below_the_documented_columns(Type kind)
    {
        var rows = StrictCsv.Read(Written.List("csv", kind, stored.Documents(kind)));

        rows[0].ShouldBe(CsvFormat.ColumnsOf(kind));
        rows[0].ShouldBeUnique();
        rows.Count.ShouldBe(stored.Documents(kind).Count + 1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void For_spreadsheets_a_byte_order_mark_comes_first(Type kind)
    {
        var plain = Written.Bytes("csv", kind, Arity.Many, stored.Documents(kind));

        Written.Bytes("csv-excel", kind, Arity.Many, stored.Documents(kind)).ShouldBe([0xEF, 0xBB, 0xBF, .. plain]);
    }

    [Fact]
    public void An_empty_list_is_the_header_alone() =>
        StrictCsv.Read(Written.List<ClaimResponse>("csv")).Count.ShouldBe(1);

    [Fact]
    public void A_claim_is_read_back_member_by_member()
    {
        var claims = stored.Of<ClaimResponse>();

        var rows = StrictCsv.Records(
            Written.List("csv", typeof(ClaimResponse), stored.Documents(typeof(ClaimResponse)))
        );

        foreach (var (row, claim) in rows.Zip(claims))
        {
            row["id"].ShouldBe(claim.Id);
            StrictCsv.Value(row["statement"]).ShouldBe(claim.Statement);
            row["evidenceLevel"].ShouldBe(KebabCase<EvidenceLevel>.Of(claim.EvidenceLevel));
            row["levelIsMeaningful"].ShouldBe(claim.LevelIsMeaningful ? "true" : "false");
            row["fidelityToSource"].ShouldBe(KebabCase<SourceFidelity>.Of(claim.Fidelity.ToSource.Label));
            row["fidelityToDocument"].ShouldBe(KebabCase<DocumentFidelity>.Of(claim.Fidelity.ToDocument.Label));
            StrictCsv.Value(row["fidelityToSourceReason"]).ShouldBe(claim.Fidelity.ToSource.Reason);
            StrictCsv.Value(row["correction"]).ShouldBe(claim.Correction ?? string.Empty);
            List(row["conditions"]).ShouldBe(claim.Conditions.Select(condition => condition.Id));
            List(row["mechanismNames"]).ShouldBe(claim.Mechanisms.Select(mechanism => mechanism.Name));
            List(row["citations"]).ShouldBe(claim.Citations.Select(citation => citation.Study.Id));
            List(row["citationNotes"])
                .ShouldBe(claim.Citations.Select(citation => $"{citation.Study.Id}: {citation.Note}"));
            row["position"].ShouldBe(claim.Locator.Position);
        }
    }

    [Fact]
    public void A_study_is_read_back_member_by_member()
    {
        var studies = stored.Of<StudyResponse>();

        var rows = StrictCsv.Records(
            Written.List("csv", typeof(StudyResponse), stored.Documents(typeof(StudyResponse)))
        );

        foreach (var (row, study) in rows.Zip(studies))
        {
            row["title"].ShouldBe(study.Title ?? string.Empty);
            row["year"].ShouldBe(study.Year.ToString(CultureInfo.InvariantCulture));
            row["pmid"].ShouldBe(study.Pmid ?? string.Empty);
            row["doseMgPerDay"].ShouldBe(study.DoseMgPerDay?.ToString(CultureInfo.InvariantCulture) ?? string.Empty);
            List(row["authors"]).ShouldBe(study.Authors.Select(author => $"{author.Family} {author.Initials}"));
            List(row["primaryOutcomes"]).ShouldBe(study.PrimaryOutcomes);
            List(row["notVerified"]).ShouldBe(study.NotVerified);
            StrictCsv.Value(row["result"]).ShouldBe(study.Result);
        }
    }

    [Fact]
    public void A_release_tells_the_time_as_its_body_does()
    {
        var row = StrictCsv
            .Records(Written.List("csv", typeof(ReleaseResponse), stored.Documents(typeof(ReleaseResponse))))
            .Single();

        System
            .Text.Encoding.UTF8.GetString(stored.Documents(typeof(ReleaseResponse))[0])
            .ShouldContain($"\"publishedAt\":\"{row["publishedAt"]}\"");
    }

    [Fact]
    public void Level_meaning_and_fidelity_stand_side_by_side()
    {
        var columns = CsvFormat.ColumnsOf(typeof(ClaimResponse)).ToList();

        columns[columns.IndexOf("evidenceLevel")..]
            .Take(4)
            .ShouldBe(["evidenceLevel", "levelIsMeaningful", "fidelityToSource", "fidelityToDocument"]);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    [InlineData("＝1")]
    public void A_text_that_a_spreadsheet_would_run_is_guarded(string formula)
    {
        var row = StrictCsv
            .Records(Written.List("csv", ARecord.Claim() with { Statement = formula, Correction = $" {formula}" }))
            .Single();

        row["statement"].ShouldBe($"'{formula}");
        row["correction"].ShouldBe($" {formula}", "only the first character counts");
    }

    [Fact]
    public void A_list_that_begins_like_a_formula_is_guarded_too() =>
        StrictCsv
            .Records(Written.List("csv", ARecord.Study() with { CoInterventions = ["=1", "=2"] }))
            .Single()["coInterventions"]
            .ShouldBe("'=1; =2");

    [Fact]
    public void Numbers_stay_numbers()
    {
        var row = StrictCsv
            .Records(Written.List("csv", ARecord.Study() with { DoseMgPerDay = -0.5m, SampleSize = null }))
            .Single();

        row["doseMgPerDay"].ShouldBe("-0.5");
        row["sampleSize"].ShouldBeEmpty();
        row["claimsPilotTrial"].ShouldBe("1");
    }

    [Fact]
    public void What_was_written_is_what_is_read() =>
        AnyText.Sample(text =>
        {
            var row = StrictCsv.Records(Written.List("csv", ARecord.Claim() with { Statement = text })).Single();
            StrictCsv.Value(row["statement"]).ShouldBe(text);
            row["statement"].ShouldNotMatch("^[=+\\-@\t\r\n＝]");
        });

    [Fact]
    public void A_list_is_read_back_entry_by_entry() =>
        AnyText
            .List[1, 4]
            .Where(entries => entries is not [""])
            .Sample(entries =>
            {
                var row = StrictCsv
                    .Records(Written.List("csv", ARecord.Study() with { CoInterventions = entries }))
                    .Single();
                StrictCsv.Entries(row["coInterventions"]).ShouldBe(entries);
            });

    [Fact]
    public void A_cell_longer_than_any_buffer_is_whole()
    {
        var text = string.Concat(Enumerable.Repeat("long, \"long\"\r\n", 20_000));

        var row = StrictCsv.Records(Written.List("csv", ARecord.Claim() with { Statement = text })).Single();

        row["statement"].ShouldBe(text);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_columns_are_documented_in_their_order(Type kind) =>
        File.ReadAllText(Path.Combine(Folders.Repository, "src/API-DESIGN.md"))
            .ShouldContain($"`{string.Join("`, `", CsvFormat.ColumnsOf(kind))}`");

    private static List<string> List(string cell) => cell.Length == 0 ? [] : StrictCsv.Entries(cell);
}
