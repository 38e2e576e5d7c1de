using System.Reflection;
using LdnEvidence.Api.Data;
using LdnEvidence.Domain;
using Microsoft.AspNetCore.Components;

namespace LdnEvidence.Api.Tests.Architecture;

/// <summary>The arrows of src/README.md. Each rule first sees that it speaks of something.</summary>
public sealed class DependencyTests
{
    private const string Root = "LdnEvidence.Api";

    private static readonly Assembly Api = typeof(CatalogueDbContext).Assembly;

    public static IEnumerable<TheoryDataRow<string>> Features =>
        Types(Root + ".Features")
            .Select(type => type.Namespace!)
            .Distinct()
            .Order()
            .Select(feature => new TheoryDataRow<string>(feature));

    [Fact]
    public void The_domain_depends_on_the_framework_alone()
    {
        var references = typeof(Claim).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!).ToList();

        references.ShouldNotBeEmpty();
        references.ShouldAllBe(name => name.StartsWith("System.", StringComparison.Ordinal));
        Refuses(typeof(Claim).Assembly, "LdnEvidence.Domain", "System.IO", "System.Net");
    }

    [Fact]
    public void Contracts_know_nothing_but_the_domain() =>
        Refuses(
            Root + ".Contracts",
            Root + ".Data",
            Root + ".Http",
            Root + ".Features",
            Root + ".Formats",
            Root + ".OpenApi",
            Root + ".Commands",
            "Microsoft.AspNetCore",
            "Microsoft.EntityFrameworkCore"
        );

    [Fact]
    public void Formats_know_nothing_but_contracts_and_the_domain()
    {
        string[] others =
        [
            .. Types(Root)
                .Select(type => type.Namespace!)
                .Where(space =>
                    !space.StartsWith(Root + ".Formats", StringComparison.Ordinal)
                    && !space.StartsWith(Root + ".Contracts", StringComparison.Ordinal)
                )
                .Distinct(),
        ];

        others.ShouldContain(Root + ".Data");
        others.ShouldContain(Root + ".Http");
        Refuses(Root + ".Formats", [.. others, "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore"]);
    }

    [Fact]
    public void Data_knows_nothing_of_http_or_features() =>
        Refuses(
            Root + ".Data",
            Root + ".Http",
            Root + ".Features",
            Root + ".OpenApi",
            Root + ".Commands",
            "Microsoft.AspNetCore.Http",
            "Microsoft.AspNetCore.Builder"
        );

    [Fact]
    public void Http_knows_nothing_of_features() =>
        Refuses(Root + ".Http", Root + ".Features", Root + ".OpenApi", Root + ".Commands");

    [Theory]
    [MemberData(nameof(Features))]
    public void A_feature_knows_no_other_feature(string feature)
    {
        var others = Features.Select(row => row.Data).Where(other => other != feature).ToArray();

        others.ShouldNotBeEmpty();
        Refuses(feature, others);
    }

    [Fact]
    public void Features_do_not_know_the_command_line_or_the_documentation() =>
        Refuses(Root + ".Features", Root + ".OpenApi", Root + ".Commands");

    [Fact]
    public void Nothing_knows_the_pages_and_pages_do_not_know_the_store()
    {
        foreach (
            var room in new[] { ".Contracts", ".Data", ".Http", ".Features", ".Formats", ".OpenApi", ".Telemetry" }
        )
        {
            Refuses(Root + room, Root + ".Pages");
        }

        Refuses(
            Root + ".Pages",
            Root + ".OpenApi",
            Root + ".Commands",
            Root + ".Data.Sqlite",
            Root + ".Data.Rows",
            Root + ".Data.Publishing",
            "Microsoft.EntityFrameworkCore"
        );
    }

    [Fact]
    public void Quotas_and_telemetry_know_nothing_of_the_catalogue_and_features_nothing_of_them()
    {
        foreach (var guard in new[] { Root + ".Http.Limits", Root + ".Telemetry" })
        {
            Refuses(guard, Root + ".Data", Root + ".Features", Root + ".OpenApi", Root + ".Commands");
            Refuses(Root + ".Features", guard);
        }
    }

    [Fact]
    public void Only_the_export_knows_open_telemetry()
    {
        var result = NetArchTest
            .Rules.Types.InAssembly(Api)
            .That()
            .DoNotHaveName("OtlpExport")
            .ShouldNot()
            .HaveDependencyOn("OpenTelemetry")
            .GetResult();

        Api.GetReferencedAssemblies().ShouldContain(assembly => assembly.Name!.StartsWith("OpenTelemetry"));
        (result.FailingTypeNames ?? []).ShouldBeEmpty();
    }

    [Fact]
    public void Only_data_sqlite_knows_sqlite()
    {
        Types(Root + ".Data.Sqlite").ShouldNotBeEmpty();
        var result = NetArchTest
            .Rules.Types.InAssembly(Api)
            .That()
            .ResideInNamespaceStartingWith(Root)
            .And()
            .DoNotResideInNamespaceStartingWith(Root + ".Data.Sqlite")
            .ShouldNot()
            .HaveDependencyOnAny(
                "Microsoft.Data.Sqlite",
                "Microsoft.EntityFrameworkCore.Sqlite",
                "Microsoft.EntityFrameworkCore.SqliteDbContextOptionsBuilderExtensions"
            )
            .GetResult();

        (result.FailingTypeNames ?? []).ShouldBeEmpty();
    }

    [Fact]
    public void No_type_is_named_after_nothing()
    {
        string[] empty =
        [
            "Manager",
            "Helper",
            "Util",
            "Utils",
            "Common",
            "Shared",
            "Base",
            "Impl",
            "Dto",
            "Model",
            "Info",
            "Service",
        ];
        var types = Api.GetTypes()
            .Concat(typeof(Claim).Assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("LdnEvidence", StringComparison.Ordinal) == true)
            .ToList();

        types.Count.ShouldBeGreaterThan(100);
        // A hosted service, and the service as the thing that is described, are the two that have the name by right.
        types
            .Where(type => empty.Any(word => type.Name.EndsWith(word, StringComparison.Ordinal)))
            .Select(type => type.Name)
            .Except(["GetService"])
            .ShouldBeEmpty();
    }

    [Fact]
    public void Types_are_sealed_and_internal_unless_they_are_contracts()
    {
        var classes = Api.GetTypes()
            .Where(type =>
                type is { IsClass: true, IsAbstract: false, Namespace: not null }
                && type.Namespace.StartsWith(Root, StringComparison.Ordinal)
                && !type.Name.Contains('<')
            )
            .Where(type => !type.Namespace!.Contains("Migrations", StringComparison.Ordinal))
            // What Razor writes is public and open; nothing can be derived from a page by accident.
            .Where(type => !typeof(IComponent).IsAssignableFrom(type) && type.Name != "_Imports")
            .ToList();

        classes.Count.ShouldBeGreaterThan(60);
        classes
            .Where(type => !type.IsSealed && !classes.Any(other => other.IsSubclassOf(type)))
            .Select(type => type.FullName)
            .ShouldBeEmpty();
    }

    private static IEnumerable<Type> Types(string start) =>
        NetArchTest.Rules.Types.InAssembly(Api).That().ResideInNamespaceStartingWith(start).GetTypes();

    private static void Refuses(string from, params string[] to) => Refuses(Api, from, to);

    private static void Refuses(Assembly assembly, string from, params string[] to)
    {
        var types = NetArchTest.Rules.Types.InAssembly(assembly).That().ResideInNamespaceStartingWith(from);
        types.GetTypes().ShouldNotBeEmpty($"a rule about {from} must have something to speak of");

        (types.ShouldNot().HaveDependencyOnAny(to).GetResult().FailingTypeNames ?? []).ShouldBeEmpty();
    }
}
