using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Data.Verification;

/// <summary>
/// A byte that changes on the disk either changes nothing that the service reads, or the check names it. A file of two small releases is damaged in 200
/// places, always the same: half of them anywhere, half where there is something other than zeros.
/// </summary>
public sealed class FlippedBytesTests(DatabaseCopies copies) : IClassFixture<DatabaseCopies>
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_flipped_byte_changes_no_answer_or_is_named(int seed)
    {
        var original = await File.ReadAllBytesAsync(copies.Original, TestContext.Current.CancellationToken);
        var answers = DatabaseCopies.Answers(copies.Original);
        var random = new Random(seed);
        var used = Enumerable.Range(0, original.Length).Where(place => original[place] != 0).ToArray();
        var named = 0;
        for (var flip = 0; flip < 50; flip++)
        {
            var place = flip % 2 == 0 ? random.Next(original.Length) : used[random.Next(used.Length)];
            var bytes = original.ToArray();
            bytes[place] ^= (byte)random.Next(1, 256);
            var file = copies.Copy();
            await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);

            if (await DatabaseCopies.Fault(file) is null)
            {
                DatabaseCopies.Answers(file).ShouldBe(answers, $"byte {place} of seed {seed}");
            }
            else
            {
                named++;
            }

            File.Delete(file);
        }

        named.ShouldBeGreaterThan(10);
    }
}
