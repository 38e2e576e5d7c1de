using LdnEvidence.Api.Data.Publishing;

namespace LdnEvidence.Api.Tests.Data;

public sealed class MadeAheadTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(5_000)]
    public async Task All_items_come_in_their_order(int count) =>
        (await Enumerable.Range(0, count).Ahead(Cancellation).ToListAsync(Cancellation)).ShouldBe(
            Enumerable.Range(0, count)
        );

    [Fact]
    public async Task What_goes_wrong_in_the_making_is_told_where_the_items_are_used()
    {
        var items = Enumerable.Range(0, 5_000).Select(i => i < 3_000 ? i : throw new TimeoutException());
        var used = 0;

        await Should.ThrowAsync<TimeoutException>(async () =>
        {
            await foreach (var _ in items.Ahead(Cancellation))
            {
                used++;
            }
        });

        used.ShouldBeInRange(1, 3_000);
    }

    [Fact]
    public async Task Nothing_is_made_any_more_once_the_sequence_is_given_up()
    {
        var made = 0;
        await foreach (var item in Enumerable.Range(0, 1_000_000).Select(_ => made++).Ahead(Cancellation))
        {
            if (item == 100)
            {
                break;
            }
        }

        var afterwards = made;
        await Task.Delay(20, Cancellation);

        made.ShouldBe(afterwards);
        made.ShouldBeLessThan(10_000);
    }
}
