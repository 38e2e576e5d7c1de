using LdnEvidence.Api.Data;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Limits;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Api.Tests.Support;
using LdnEvidence.Domain;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LdnEvidence.Api.Tests.Contract;

/// <summary>What exists is documented: a route, parameter, setting or error code that no document names fails here.</summary>
public sealed class DocumentTests
{
    private static readonly string Design = Read("src/API-DESIGN.md");

    [Fact]
    public void Every_route_is_named()
    {
        Endpoints.Table.ShouldNotBeEmpty();
        Endpoints
            .Table.Select(endpoint => endpoint.RoutePattern.RawText!.TrimEnd('/'))
            .Where(route => !Design.Contains($"`{route}`", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_query_parameter_is_named()
    {
        var parameters = Endpoints
            .Table.SelectMany(endpoint =>
                QueryShape.Of(endpoint.Metadata.GetMetadata<ValidatedQuery>()!.Type).Parameters
            )
            .Select(parameter => parameter.Name)
            .Distinct()
            .ToList();

        parameters.Count.ShouldBeGreaterThan(15);
        parameters.Where(name => !Design.Contains($"`{name}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void The_table_of_errors_says_what_the_address_of_each_says()
    {
        var table = Design[Design.IndexOf("| Code | Status |", StringComparison.Ordinal)..];
        var rows = table[..table.IndexOf("\n\n", StringComparison.Ordinal)].Split('\n').Skip(2);

        ErrorGuide.All.Select(guide => guide.Code).ShouldBe(Error.Codes);
        rows.ShouldBe(
            ErrorGuide.All.Select(guide =>
                $"| `{guide.Code}` | {ProblemResult.StatusOf(guide.Kind)} | {guide.Meaning} | {guide.Remedy} |"
            )
        );
    }

    [Fact]
    public void Every_fixed_address_beside_the_API_is_named()
    {
        using var app = new CatalogueApp();
        var addresses = app
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText!)
            .Where(route => !route.StartsWith("/api/", StringComparison.Ordinal))
            .ToList();

        addresses.ShouldContain("/.well-known/api-catalog");
        addresses.Where(route => !Design.Contains($"`{route}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_setting_is_named()
    {
        var settings = typeof(CatalogueOptions)
            .Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal))
            .Select(type => (Type: type, Section: type.GetField(nameof(CatalogueOptions.Section))?.GetValue(null)))
            .Where(options => options.Section is not null)
            .SelectMany(options =>
                options
                    .Type.GetProperties()
                    .Where(property => property.CanWrite)
                    .Select(property => $"{options.Section}:{property.Name}")
            )
            .ToList();

        settings.Count.ShouldBeGreaterThan(7);
        settings
            .Where(setting => !Read("src/README.md").Contains($"`{setting}`", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_folder_of_the_service_is_on_the_map()
    {
        var api = Path.Combine(Folders.Repository, "src/LdnEvidence.Api");
        var rooms = Directory
            .EnumerateDirectories(api)
            .Select(Path.GetFileName)
            .Except(["bin", "obj", "Properties"])
            .ToList();

        rooms.Count.ShouldBeGreaterThan(5);
        rooms.Where(room => !Read("src/README.md").Contains($"{room}/", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void The_unit_for_systemd_has_settings_that_exist_and_limits_that_suffice()
    {
        var unit = Read("src/OPERATING.md").Split("```ini\n")[1].Split("```")[0].Split('\n');
        string Value(string name) =>
            unit.Single(line => line.StartsWith($"{name}=", StringComparison.Ordinal))[(name.Length + 1)..];
        var settings = unit.Where(line => line.StartsWith("Environment=", StringComparison.Ordinal))
            .Select(line => line.Split('=')[1].Split("__").TakeWhile(part => !char.IsDigit(part[0])))
            .Select(parts => string.Join(':', parts))
            .ToList();

        settings.ShouldContain("AllowedHosts");
        settings.Where(name => !Read("src/README.md").Contains($"`{name}`", StringComparison.Ordinal)).ShouldBeEmpty();
        int.Parse(Value("LimitNOFILE"), provider: null)
            .ShouldBeGreaterThanOrEqualTo(OpenFiles.Reserved + ServerLimits.Connections);
        int.Parse(Value("TimeoutStopSec"), provider: null).ShouldBeGreaterThan(30);
    }

    [Fact]
    public void The_page_on_operating_names_the_limits_of_open_files()
    {
        var page = Read("src/OPERATING.md");

        page.ShouldContain($"a limit of {OpenFiles.Reserved + ServerLimits.Connections:N0}");
        page.ShouldContain($"with less than {OpenFiles.Min} it does not start");
    }

    [Theory]
    [InlineData("dotnet run --project src/LdnEvidence.Api")]
    [InlineData("dotnet test")]
    public void The_readme_has_the_two_commands(string command) => Read("README.md").ShouldContain($"{command}\n");

    [Fact]
    public void The_gate_runs_the_commands_of_the_readme()
    {
        Read(".ci/run").ShouldContain("dotnet test");
        Read(".ci/run").ShouldContain("dotnet run --project src/LdnEvidence.Api");
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("src/README.md")]
    [InlineData("src/API-DESIGN.md")]
    [InlineData("src/OPERATING.md")]
    [InlineData("tests/README.md")]
    [InlineData("seed-data/README.md")]
    public void Every_link_to_a_file_leads_somewhere(string document)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Folders.Repository, document))!;
        var links = System.Text.RegularExpressions.Regex.Matches(
            Read(document),
            @"\]\((?<target>[^)#:]+)(#[^)]*)?\)",
            System.Text.RegularExpressions.RegexOptions.ExplicitCapture
        );

        links
            .Select(link => link.Groups["target"].Value)
            .Where(target => !Path.Exists(Path.Combine(folder, target)))
            .ShouldBeEmpty();
    }

    private static string Read(string document) => File.ReadAllText(Path.Combine(Folders.Repository, document));
}
