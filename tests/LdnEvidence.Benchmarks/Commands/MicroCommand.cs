using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using LdnEvidence.Benchmarks.Driver;

namespace LdnEvidence.Benchmarks.Commands;

/// <summary>Runs the micro-benchmarks of what is hot.</summary>
internal static class MicroCommand
{
    public static Command Make()
    {
        var filter = new Option<string>("--filter")
        {
            Description = "Which to run, such as *Cursor*.",
            DefaultValueFactory = _ => "*",
        };
        var command = new Command("micro", "Runs the micro-benchmarks of what is hot.") { filter };
        command.SetAction(parsed =>
        {
            // In process: a project of its own per benchmark would fall under the rules of this repository's build.
            var config = DefaultConfig
                .Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
                .AddDiagnoser(MemoryDiagnoser.Default)
                .WithArtifactsPath(Workspace.File("micro"));
            BenchmarkSwitcher
                .FromAssembly(typeof(MicroCommand).Assembly)
                .Run(["--filter", parsed.GetValue(filter)!], config);
        });
        return command;
    }
}
