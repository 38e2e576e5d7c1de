using System.Text;
using System.Text.Json;
using LdnEvidence.Api.Data.Publishing.Seed;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Data;

/// <summary>A seed file is read piece by piece; where the pieces end makes no difference.</summary>
public sealed class SeedTextTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Records_are_handed_out_as_they_stand_wherever_the_pieces_end()
    {
        // Characters of two, three and four bytes and tokens of every kind, some megabytes of them, and one record longer than a piece.
        string[] records =
        [
            .. Enumerable
                .Range(0, 40_000)
                .Select(i =>
                    $$"""{"id": "{{i}}", "text": "é€😀 \"{{new string('x', i % 97)}}\" ", "of": [{{i}}, true, {}]}"""
                ),
            $$"""{"id": "long", "text": "{{new string('€', 1_000_000)}}"}""",
            "{}",
        ];
        using var text = Text(
            $$"""{"before": [{}], "things": [ {{string.Join(" ,\n", records)}} ], "after": {"a": 1} }"""
        );

        (await text.IsUtf8(Cancellation)).ShouldBeTrue();
        var outline = await text.Scan("things", Cancellation);

        outline.Members.ShouldBe(["before", "things", "after"]);
        var read = new List<string>();
        foreach (var place in outline.Records)
        {
            read.Add(Encoding.UTF8.GetString((await text.Record(place, Cancellation)).Span));
        }

        read.ShouldBe(records);
    }

    [Fact]
    public async Task A_break_far_into_a_file_is_told_with_its_line()
    {
        var lines = string.Join(",\n", Enumerable.Repeat("""{"id": "a"}""", 200_000));
        using var text = Text($$"""{"things": [{{lines}},]}""");

        var broken = await Should.ThrowAsync<JsonException>(() => text.Scan("things", Cancellation));

        broken.LineNumber.ShouldBe(199_999);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_byte_that_is_not_utf8_is_seen_wherever_it_stands(int shift)
    {
        var bytes = Encoding.UTF8.GetBytes($"{new string(' ', shift)}{new string('€', 1_000_000)}");

        (await Bytes(bytes).IsUtf8(Cancellation)).ShouldBeTrue();
        (await Bytes([.. bytes[..^1]]).IsUtf8(Cancellation)).ShouldBeFalse("the last character is cut");
        bytes[1 << 20] = (byte)'a';
        (await Bytes(bytes).IsUtf8(Cancellation)).ShouldBeFalse("a character is cut where a piece ends");
    }

    [Theory]
    [InlineData("""[{"things": [1]}]""", false)]
    [InlineData("""{"things": {"things": [1, 2]}}""", true)]
    [InlineData("""{"other": [1, 2], "things": 3}""", true)]
    [InlineData("3", false)]
    public async Task Only_the_list_of_the_file_itself_has_records(string json, bool isObject)
    {
        using var text = Text(json);

        var outline = await text.Scan("things", Cancellation);

        outline.IsObject.ShouldBe(isObject);
        outline.Records.ShouldBeEmpty();
    }

    [Fact]
    public async Task Records_of_every_kind_are_found()
    {
        using var text = Text("""{"things": [1, "a", [2, [3]], null, {"things": [4]}]}""");

        var outline = await text.Scan("things", Cancellation);

        outline.Records.Count.ShouldBe(5);
    }

    [Fact]
    public async Task A_member_that_stands_twice_is_refused()
    {
        using var text = Text("""{"things": [1], "things": [2]}""");

        (await Should.ThrowAsync<JsonException>(() => text.Scan("things", Cancellation))).Message.ShouldContain(
            "things"
        );
    }

    public void Dispose() => _folder.Dispose();

    private SeedText Text(string json) => Bytes(Encoding.UTF8.GetBytes(json));

    private SeedText Bytes(byte[] bytes)
    {
        var file = _folder.File("things.json");
        File.WriteAllBytes(file, bytes);
        return SeedText.Open(file);
    }
}
