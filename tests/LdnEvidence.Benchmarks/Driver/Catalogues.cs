using System.Diagnostics;
using LdnEvidence.Benchmarks.Generator;

namespace LdnEvidence.Benchmarks.Driver;

/// <summary>What publishing took.</summary>
internal sealed record PublishResult(TimeSpan Time, long PeakMemory, int ProgressLines);

/// <summary>Seed files and published databases; kept, so that a second run starts at once.</summary>
internal static class Catalogues
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    public static async Task<string> Database(string scale, CancellationToken cancellationToken)
    {
        var file = DatabaseFile(scale);
        if (!File.Exists(file))
        {
            await Publish(scale, cancellationToken);
        }

        return file;
    }

    /// <summary>Has the system take the database into its memory.</summary>
    public static async Task ReadOnce(string scale, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(await Database(scale, cancellationToken));
        await file.CopyToAsync(Stream.Null, 1 << 20, cancellationToken);
    }

    /// <summary>Publishes the seed of a scale into a new database, which takes the place of the kept one.</summary>
    public static async Task<PublishResult> Publish(string scale, CancellationToken cancellationToken)
    {
        string[] seed = scale == "S" ? [] : ["--seed-data", Seed(scale)];
        Forget($"database-{scale}-");
        Console.Error.WriteLine($"  publishing {scale}");
        var unfinished = Workspace.File("unfinished.db");
        Forget("unfinished.db");

        var clock = Stopwatch.StartNew();
        using var process = Process.Start(
            Tool.Quiet(Workspace.Service, ["publish", "--database", unfinished, .. seed])
        )!;
        var lines = 0;
        void Count(object sender, DataReceivedEventArgs line) => lines += string.IsNullOrEmpty(line.Data) ? 0 : 1;
        process.OutputDataReceived += Count;
        process.ErrorDataReceived += Count;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var peak = 0L;
        while (!process.HasExited)
        {
            peak = Math.Max(peak, ServerProcess.MemoryOf(process.Id)?.Peak ?? 0);
            await Task.Delay(Glance, cancellationToken);
        }

        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new MeasureException($"publish ended with {process.ExitCode}");
        }

        File.Move(unfinished, DatabaseFile(scale));
        // The last line says what was published; those before it are progress.
        return new PublishResult(clock.Elapsed, peak, lines - 1);
    }

    private static string Seed(string name)
    {
        var scale = ScaleNamed(name);
        var folder = Workspace.File($"seed-{name}-{Workspace.GeneratorPrint}");
        if (!Directory.Exists(folder))
        {
            Forget($"seed-{name}-");
            Console.Error.WriteLine($"  generating {name}");
            var unfinished = folder + ".unfinished";
            CatalogueGenerator.Write(scale, unfinished);
            Directory.Move(unfinished, folder);
        }

        return folder;
    }

    public static Scale ScaleNamed(string name) => name == "L" ? Scale.L : Scale.M;

    private static string DatabaseFile(string scale) =>
        Workspace.File($"database-{scale}-{Workspace.GeneratorPrint}-{Workspace.PublishingPrint}.db");

    /// <summary>Deletes what earlier sources made; the large ones would fill the disk.</summary>
    private static void Forget(string prefix)
    {
        foreach (var old in new DirectoryInfo(Workspace.Scratch).EnumerateFileSystemInfos($"{prefix}*"))
        {
            if (old is DirectoryInfo folder)
            {
                folder.Delete(recursive: true);
            }
            else
            {
                old.Delete();
            }
        }
    }
}
