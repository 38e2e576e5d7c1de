using System.Buffers;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Contracts.Reports;
using LdnEvidence.Api.Formats;

namespace LdnEvidence.Api.Tests.Formats;

public sealed class FormatRegistryTests(StoredRecords stored) : IClassFixture<StoredRecords>
{
    private static readonly string[] OfLists = ["json", "ndjson", "csv", "csv-excel"];

    private static readonly string[] OfReferences = ["bibtex", "ris", "csl-json", "vancouver"];

    public static IEnumerable<TheoryDataRow<string, Type>> Lists =>
        StoredRecords.Kinds.SelectMany(kind =>
            FormatRegistry.For(kind, Arity.Many).Select(format => new TheoryDataRow<string, Type>(format.Name, kind))
        );

    public static IEnumerable<TheoryDataRow<string, Type>> Singles =>
        StoredRecords.Kinds.SelectMany(kind =>
            FormatRegistry.For(kind, Arity.One).Select(format => new TheoryDataRow<string, Type>(format.Name, kind))
        );

    [Fact]
    public void Names_media_types_and_endings_are_unique()
    {
        FormatRegistry
            .All.Select(format => format.Name)
            .ShouldBe(["json", "ndjson", "csv", "csv-excel", "bibtex", "ris", "csl-json", "vancouver", "jsonld"]);
        // The two names of CSV differ in their first three bytes alone.
        var files = FormatRegistry.All.Where(format => format.Name != "csv-excel").ToList();
        files.Select(format => format.MediaType).ShouldBeUnique();
        files.Select(format => format.FileExtension).ShouldBeUnique();
    }

    [Fact]
    public void A_content_type_is_the_media_type_in_utf_8() =>
        FormatRegistry.All.ShouldAllBe(format =>
            format.ContentType.Split(';', StringSplitOptions.TrimEntries)[0] == format.MediaType
            && format.ContentType.Contains("; charset=utf-8", StringComparison.Ordinal)
        );

    [Fact]
    public void Every_list_has_json_ndjson_and_csv() =>
        StoredRecords.Kinds.ShouldAllBe(kind =>
            FormatRegistry.For(kind, Arity.Many).Select(format => format.Name).Take(4).SequenceEqual(OfLists)
        );

    [Fact]
    public void Only_studies_have_the_formats_of_references()
    {
        foreach (var arity in Enum.GetValues<Arity>())
        {
            StoredRecords
                .Kinds.Where(kind =>
                    FormatRegistry.For(kind, arity).Select(format => format.Name).Intersect(OfReferences).Any()
                )
                .ShouldBe([typeof(StudyResponse)]);
            FormatRegistry
                .For(typeof(StudyResponse), arity)
                .Select(format => format.Name)
                .Intersect(OfReferences)
                .ShouldBe(OfReferences);
        }
    }

    [Theory]
    [InlineData(typeof(ClaimResponse), true)]
    [InlineData(typeof(StudyResponse), true)]
    [InlineData(typeof(ConditionResponse), true)]
    [InlineData(typeof(MechanismResponse), true)]
    [InlineData(typeof(OutcomeResponse), true)]
    [InlineData(typeof(EvidenceLevelResponse), false)]
    [InlineData(typeof(ReleaseResponse), false)]
    [InlineData(typeof(ServiceResponse), false)]
    public void Json_ld_is_for_single_records_that_schema_org_has_a_word_for(Type kind, bool fits)
    {
        Written.Format("jsonld").Fits(kind, Arity.One).ShouldBe(fits);
        Written.Format("jsonld").Fits(kind, Arity.Many).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_list_leaves_the_writer_as_it_goes(string format, Type kind)
    {
        var documents = stored.Documents(kind);
        var sink = new CountingSink();
        var writer = Written.Format(format).Open(kind, Arity.Many, sink);
        writer.Begin();
        for (var written = 0; written < 1000; written++)
        {
            writer.Write(documents[written % documents.Count]);
        }

        var before = sink.Count;
        writer.End();

        sink.Count.ShouldBeGreaterThan(64 * 1024L);
        (sink.Count - before).ShouldBeLessThan(32 * 1024L, "a writer holds back no more than a buffer");
    }

    [Theory]
    [MemberData(nameof(Singles))]
    public void A_single_record_is_written(string format, Type kind) =>
        Written.Bytes(format, kind, Arity.One, [stored.Documents(kind)[0]]).ShouldNotBeEmpty();

    [Fact]
    public void Json_copies_a_body_byte_for_byte_and_sets_bodies_into_an_array()
    {
        var documents = stored.Documents(typeof(ClaimResponse));

        Written.Bytes("json", typeof(ClaimResponse), Arity.One, [documents[0]]).ShouldBe(documents[0]);
        Written
            .List("json", typeof(ClaimResponse), documents.Take(2))
            .ShouldBe($"[{Text(documents[0])},{Text(documents[1])}]");
        Written.List("json", typeof(ClaimResponse), []).ShouldBe("[]");
    }

    [Theory]
    [MemberData(nameof(CsvFormatTests.Kinds), MemberType = typeof(CsvFormatTests))]
    public void Ndjson_is_each_body_and_a_line_feed(Type kind) =>
        Written
            .List("ndjson", kind, stored.Documents(kind))
            .Split('\n')
            .ShouldBe([.. stored.Documents(kind).Select(Text), string.Empty]);

    private static string Text(byte[] document) => System.Text.Encoding.UTF8.GetString(document);

    private sealed class CountingSink : IBufferWriter<byte>
    {
        private byte[] _buffer = new byte[1024];

        public long Count { get; private set; }

        public void Advance(int count) => Count += count;

        public Memory<byte> GetMemory(int sizeHint = 0) =>
            _buffer = _buffer.Length < sizeHint ? new byte[sizeHint] : _buffer;

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
    }
}
