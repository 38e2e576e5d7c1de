using System.Runtime.InteropServices;

namespace LdnEvidence.Api.Commands;

/// <summary>
/// How the operator or the operating system ends the process: the first SIGTERM or SIGINT cancels the command, which then finishes what it has begun; a
/// second one ends the process at once.
/// </summary>
internal sealed class Termination : IDisposable
{
    /// <summary>A process that a signal ended has this exit code plus the number of the signal.</summary>
    private const int EndedBySignal = 128;

    private readonly CancellationTokenSource _requested = new();
    private readonly PosixSignalRegistration[] _signals;

    public Termination() => _signals = [Register(PosixSignal.SIGTERM, 15), Register(PosixSignal.SIGINT, 2)];

    public CancellationToken Requested => _requested.Token;

    public void Dispose()
    {
        Array.ForEach(_signals, signal => signal.Dispose());
        _requested.Dispose();
    }

    private PosixSignalRegistration Register(PosixSignal signal, int number) =>
        PosixSignalRegistration.Create(
            signal,
            context =>
            {
                context.Cancel = true;
                if (_requested.IsCancellationRequested)
                {
                    Environment.Exit(EndedBySignal + number);
                }

                _ = _requested.CancelAsync();
            }
        );
}
