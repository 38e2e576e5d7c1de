using System.Reflection;
using System.Reflection.Metadata;
using System.Text;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Tests.Support;
using LdnEvidence.Domain;

namespace LdnEvidence.Api.Tests.Architecture;

/// <summary>What is built says nothing of the machine and the folder where it was built.</summary>
public sealed class ReproducibleBuildTests
{
    private static readonly Assembly[] Shipped = [typeof(CatalogueDbContext).Assembly, typeof(Release).Assembly];

    [Fact]
    public void No_folder_of_the_machine_is_in_a_program()
    {
        foreach (var assembly in Shipped)
        {
            var bytes = File.ReadAllBytes(assembly.Location);
            foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode })
            {
                bytes.AsSpan().IndexOf(encoding.GetBytes(Folders.Repository)).ShouldBe(-1, assembly.Location);
            }
        }
    }

    [Fact]
    public void Symbols_name_sources_from_the_root_of_the_repository()
    {
        foreach (var assembly in Shipped)
        {
            var symbols = Path.ChangeExtension(assembly.Location, ".pdb");
            Assert.SkipUnless(File.Exists(symbols), "A Release build has no symbols.");
            using var provider = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(symbols));
            var reader = provider.GetMetadataReader();
            var sources = reader.Documents.Select(row => reader.GetString(reader.GetDocument(row).Name)).ToList();

            sources.Count.ShouldBeGreaterThan(10);
            sources
                .Where(source => Path.IsPathRooted(source) && !source.StartsWith("/_/", StringComparison.Ordinal))
                .ShouldBeEmpty();
        }
    }

    [Fact]
    public void The_program_is_named_by_its_source() =>
        Shipped[0]
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(pair => pair.Key == "SourceHash")
            .ShouldHaveSingleItem()
            .Value!.ShouldMatch("^[0-9a-f]{64}$");

    [Fact]
    public void The_version_does_not_name_a_commit()
    {
        foreach (var assembly in Shipped)
        {
            assembly
                .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
                .InformationalVersion.ShouldBe(assembly.GetName().Version!.ToString(3));
        }
    }
}
