using System.Reflection;

namespace LdnEvidence.Api.Tests.Support;

/// <summary>Where the sources lie, as the build recorded it.</summary>
internal static class Folders
{
    public static string Project { get; } = Metadata("ProjectFolder");

    public static string Repository { get; } = Metadata("RepositoryFolder");

    /// <summary>The executable under test, copied beside the tests.</summary>
    public static string Executable { get; } = Path.Combine(AppContext.BaseDirectory, "LdnEvidence.Api.dll");

    private static string Metadata(string key) =>
        typeof(Folders)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(pair => pair.Key == key)
            .Value!;
}
