using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace LdnEvidence.Benchmarks.Driver;

/// <summary>The repository, and the scratch folder in it that git does not see.</summary>
internal static class Workspace
{
    public static string Repository { get; } =
        typeof(Workspace)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(pair => pair.Key == "RepositoryFolder")
            .Value!;

    public static string Scratch { get; } =
        Directory.CreateDirectory(Path.Combine(Repository, ".artifacts", "benchmarks")).FullName;

    public static string Service => Path.Combine(Scratch, "service", "LdnEvidence.Api");

    public static string ServiceAssembly => $"{Service}.dll";

    /// <summary>The file of bare Kestrel: this program.</summary>
    public static string Bare => typeof(Workspace).Assembly.Location;

    /// <summary>What decides the bytes of generated seed files.</summary>
    public static string GeneratorPrint { get; } = Print("tests/LdnEvidence.Benchmarks/Generator");

    /// <summary>What decides the content of a published database, besides the seed.</summary>
    public static string PublishingPrint { get; } =
        Print("src/LdnEvidence.Domain", "src/LdnEvidence.Api/Data", "src/LdnEvidence.Api/Contracts", "seed-data");

    public static string File(string name) => Path.Combine(Scratch, name);

    private static string Print(params string[] folders)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (
            var file in folders
                .SelectMany(folder =>
                    Directory.EnumerateFiles(Path.Combine(Repository, folder), "*", SearchOption.AllDirectories)
                )
                .Order(StringComparer.Ordinal)
        )
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(Repository, file)));
            hash.AppendData(System.IO.File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
    }
}
