using LdnEvidence.Api.Data.Publishing;

namespace LdnEvidence.Api.Commands;

/// <summary>Shows how far a publication is: on a terminal in one line that changes and goes away, elsewhere in plain lines.</summary>
internal sealed class ProgressLine : IProgress<PublishingProgress>, IDisposable
{
    /// <summary>To the start of the line, and clear it.</summary>
    private const string Clear = "\r\e[K";

    private readonly PacedProgress _paced;
    private readonly TextWriter _writer;
    private readonly bool _isTerminal;
    private bool _isShown;

    public ProgressLine(TextWriter writer, bool isTerminal, TimeProvider clock)
    {
        (_writer, _isTerminal) = (writer, isTerminal);
        _paced = new PacedProgress(clock, Show);
    }

    public static ProgressLine OnConsole(TimeProvider clock) =>
        new(Console.Error, !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb", clock);

    public void Report(PublishingProgress value) => _paced.Report(value);

    public void Dispose()
    {
        if (_isShown && _isTerminal)
        {
            _writer.Write(Clear);
        }
    }

    private void Show(PublishingProgress progress)
    {
        _isShown = true;
        if (_isTerminal)
        {
            _writer.Write($"{Clear}{progress}");
        }
        else
        {
            _writer.WriteLine(progress.ToString());
        }
    }
}
