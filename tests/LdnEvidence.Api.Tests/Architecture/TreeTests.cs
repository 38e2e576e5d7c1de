using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Architecture;

/// <summary>The shape of the source folders: small files, routes and start-up as tables.</summary>
public sealed class TreeTests
{
    private static readonly string[] Projects =
    [
        .. new[] { "src/LdnEvidence.Domain", "src/LdnEvidence.Api" }.Select(project =>
            Path.Combine(Folders.Repository, project)
        ),
    ];

    private static IEnumerable<string> Sources =>
        Projects
            .SelectMany(project => Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains("Migrations", StringComparison.Ordinal));

    [Fact]
    public void No_source_file_has_more_than_300_lines()
    {
        Sources.Count().ShouldBeGreaterThan(80);
        Sources.Where(file => File.ReadLines(file).Count() > 300).ShouldBeEmpty();
    }

    [Fact]
    public void Program_is_a_table_of_contents() =>
        File.ReadLines(Path.Combine(Folders.Repository, "src/LdnEvidence.Api/Program.cs")).Count().ShouldBeLessThan(80);

    [Fact]
    public void Routes_are_lines_and_nothing_else()
    {
        var tables = Sources.Where(file => file.EndsWith("Endpoints.cs", StringComparison.Ordinal)).ToList();

        tables.Count.ShouldBeGreaterThan(7);
        tables.Where(file => File.ReadAllText(file).Contains("async", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
