using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Data;

/// <summary>A file that is no database any more is reported in one sentence by every command that reads one, and left as it is.</summary>
public sealed class DamagedFileTests(DatabaseCopies copies) : IClassFixture<DatabaseCopies>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("no database at all", "is not a SQLite database")]
    [InlineData("a damaged header", "is not a SQLite database")]
    [InlineData("cut in half", "")]
    [InlineData("nothing but zeros", "is not a SQLite database")]
    [InlineData("empty", "")]
    public async Task Check_and_rebuild_say_what_is_wrong(string damage, string told)
    {
        var original = await File.ReadAllBytesAsync(copies.Original, Cancellation);
        byte[] bytes = damage switch
        {
            "no database at all" => [.. "These are my notes, not a database at all."u8],
            "a damaged header" => [.. "Sqlite"u8, .. original[6..]],
            "cut in half" => original[..(original.Length / 2)],
            "nothing but zeros" => new byte[original.Length],
            _ => [],
        };
        var file = copies.Copy();
        await File.WriteAllBytesAsync(file, bytes, Cancellation);

        foreach (var command in new[] { "check", "rebuild" })
        {
            var (exitCode, _, errors) = await Executable.Run(Path.GetDirectoryName(file)!, command, "--database", file);

            exitCode.ShouldBe(1, $"{command}: {errors}");
            errors.ShouldContain(told);
            errors.Trim().Split('\n').Length.ShouldBe(1, errors);
            errors.ShouldNotContain("   at ");
            (await File.ReadAllBytesAsync(file, Cancellation)).ShouldBe(bytes);
        }
    }
}
