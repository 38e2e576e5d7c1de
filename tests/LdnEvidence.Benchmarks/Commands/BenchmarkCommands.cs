using System.CommandLine;
using System.Globalization;
using LdnEvidence.Benchmarks.Generator;

namespace LdnEvidence.Benchmarks.Commands;

/// <summary>The subcommands and their options.</summary>
internal static class BenchmarkCommands
{
    public static Task<int> Run(string[] args) =>
        new RootCommand("Measures the service against bare Kestrel.")
        {
            RunCommand.Make(),
            MicroCommand.Make(),
            Generate(),
        }
            .Parse(args)
            .InvokeAsync();

    private static Command Generate()
    {
        var scale = new Option<string>("--scale")
        {
            Description = "M (100,000 claims), L (1,000,000 claims), or a number of claims.",
            Required = true,
        };
        var output = new Option<DirectoryInfo>("--output")
        {
            Description = "The folder for the seed files.",
            Required = true,
        };
        var command = new Command("generate", "Writes a catalogue as seed files; the same scale gives the same bytes.")
        {
            scale,
            output,
        };
        scale.Validators.Add(result =>
        {
            if (ScaleNamed(result.GetValueOrDefault<string>()) is null)
            {
                result.AddError("--scale is M, L, or a number of claims from 200 to 1000000.");
            }
        });
        command.SetAction(parsed =>
            CatalogueGenerator.Write(ScaleNamed(parsed.GetValue(scale))!, parsed.GetValue(output)!.FullName)
        );
        return command;
    }

    private static Scale? ScaleNamed(string? name) =>
        name switch
        {
            "M" => Scale.M,
            "L" => Scale.L,
            _ when int.TryParse(name, CultureInfo.InvariantCulture, out var claims)
                    && claims is >= 200 and <= 1_000_000 => Scale.Of(claims),
            _ => null,
        };
}
