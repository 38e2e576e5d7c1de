using LdnEvidence.Benchmarks.Bare;
using LdnEvidence.Benchmarks.Commands;

namespace LdnEvidence.Benchmarks;

internal static class Entry
{
    public static Task<int> Main(string[] args) =>
        // Bare Kestrel is measured, memory included, so nothing of the tools may be loaded with it.
        args is [BareKestrel.Command, var recording, var address]
            ? BareKestrel.Run(recording, address)
            : BenchmarkCommands.Run(args);
}
