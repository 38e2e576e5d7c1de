using System.Text;
using CsCheck;
using LdnEvidence.Api.Data;

namespace LdnEvidence.Api.Tests.Data;

/// <summary>What is put into a batch comes out of it, however long it is.</summary>
public sealed class DocumentBatchTests
{
    /// <summary>The documents that a batch is told to expect, and the room that it begins with but for what stands in front; documents that just fit are the ones to go wrong.</summary>
    private const int Expected = 7;
    private const int FirstRoom = (1 << 15) - 32;

    [Fact]
    public void Documents_come_out_as_they_went_in() => Gen.Int[0, FirstRoom * 2].Array[1, 8].Sample(HoldsAll);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1)]
    public void A_document_that_ends_where_the_room_does_is_followed_by_another(int more)
    {
        HoldsAll([FirstRoom + more, 10, 10]);
        HoldsAll([FirstRoom / 2, (FirstRoom / 2) - 1 + more, 10]);
    }

    [Fact]
    public void Without_documents_there_is_what_encloses_them()
    {
        using var batch = new DocumentBatch(0);

        Encoding.UTF8.GetString(batch.Enclosed("{\"items\":["u8, (byte)',', "]}"u8).Span).ShouldBe("{\"items\":[]}");
    }

    [Fact]
    public void It_can_be_used_again_once_it_is_cleared()
    {
        using var batch = new DocumentBatch(Expected);
        "first"u8.CopyTo(batch.Add(5));
        batch.Clear();
        "next"u8.CopyTo(batch.Add(4));

        batch.Count.ShouldBe(1);
        Encoding.UTF8.GetString(batch[0].Span).ShouldBe("next");
        Encoding.UTF8.GetString(batch.Joined((byte)',').Span).ShouldBe("next");
    }

    private static void HoldsAll(int[] lengths)
    {
        using var batch = new DocumentBatch(Expected);
        var documents = lengths.Select((length, index) => new string((char)('a' + index), length)).ToList();
        foreach (var document in documents)
        {
            Encoding.UTF8.GetBytes(document).CopyTo(batch.Add(document.Length));
        }

        documents
            .Select((_, index) => Encoding.UTF8.GetString(batch[index].Span))
            .ShouldBe(documents, ignoreOrder: false);
        var joined = string.Join(',', documents);
        Encoding.UTF8.GetString(batch.Joined((byte)',').Span).ShouldBe(joined);
        Encoding.UTF8.GetString(batch.Enclosed("[[["u8, (byte)',', "]]]]"u8).Span).ShouldBe($"[[[{joined}]]]]");
        Encoding.UTF8.GetString(batch.Enclosed([], (byte)',', []).Span).ShouldBe(joined);
    }
}
