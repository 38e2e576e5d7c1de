using LdnEvidence.Api.Commands;
using LdnEvidence.Api.Data.Publishing;
using Microsoft.Extensions.Time.Testing;

namespace LdnEvidence.Api.Tests.Commands;

public sealed class ProgressLineTests
{
    [Fact]
    public void A_file_receives_plain_lines() =>
        Written(isTerminal: false, steps: 2).ShouldBe("Working: 1 of 3\nWorking: 2 of 3\n");

    [Fact]
    public void A_terminal_shows_one_line_that_goes_away() =>
        Written(isTerminal: true, steps: 2).ShouldBe("\r\e[KWorking: 1 of 3\r\e[KWorking: 2 of 3\r\e[K");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nothing_is_written_where_nothing_is_told(bool isTerminal) =>
        Written(isTerminal, steps: 0).ShouldBeEmpty();

    private static string Written(bool isTerminal, int steps)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var clock = new FakeTimeProvider();
        using (var line = new ProgressLine(writer, isTerminal, clock))
        {
            for (var i = 1; i <= steps; i++)
            {
                clock.Advance(TimeSpan.FromSeconds(1));
                line.Report(new PublishingProgress("Working", i, 3));
            }
        }

        return writer.ToString();
    }
}
