using System.Text.Json;
using System.Text.Json.Nodes;

namespace LdnEvidence.Api.Tests.Support;

/// <summary>A folder of seed files that a test fills and breaks as it likes.</summary>
internal sealed class SeedFiles : IDisposable
{
    private static readonly (string File, string Collection)[] Files =
    [
        ("document", "documents"),
        ("conditions", "conditions"),
        ("mechanisms", "mechanisms"),
        ("outcomes", "outcomes"),
        ("studies", "studies"),
        ("claims", "claims"),
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, JsonObject> _roots;

    private SeedFiles(Func<string, string, JsonObject> root) =>
        _roots = Files.ToDictionary(
            pair => pair.File,
            pair => root(pair.File, pair.Collection),
            StringComparer.Ordinal
        );

    public string Folder => _folder.Path;

    public JsonArray Conditions => Records("conditions");

    public JsonArray Mechanisms => Records("mechanisms");

    public JsonArray Outcomes => Records("outcomes");

    public JsonArray Studies => Records("studies");

    public JsonArray Claims => Records("claims");

    /// <summary>The source document's own record and nothing else.</summary>
    public static SeedFiles Empty()
    {
        var files = new SeedFiles(
            (file, collection) =>
                new JsonObject { ["$schema"] = $"schema/{file}.schema.json", [collection] = new JsonArray() }
        );
        files.Records("document", "documents").Add(Given.ADocument());
        return files;
    }

    /// <summary>One record of each kind, all of them in use.</summary>
    public static SeedFiles Minimal()
    {
        var files = Empty();
        files.Conditions.Add(Given.ACondition("test-disease"));
        files.Mechanisms.Add(Given.AMechanism("test-mechanism"));
        files.Outcomes.Add(Given.AnOutcome("test-outcome"));
        files.Studies.Add(Given.AStudy("tester-2020"));
        files.Claims.Add(
            Given.AClaim(
                "test-claim",
                conditions: ["test-disease"],
                mechanisms: ["test-mechanism"],
                citations: [Given.ACitation("tester-2020")]
            )
        );
        return files;
    }

    /// <summary>A copy of the seed that ships.</summary>
    public static SeedFiles Shipped() =>
        new(
            (file, _) =>
                JsonNode
                    .Parse(File.ReadAllText(Path.Combine(Folders.Repository, "seed-data", $"{file}.json")))!
                    .AsObject()
        );

    public JsonObject Root(string file) => _roots[file];

    public SeedFiles Save()
    {
        foreach (var (file, root) in _roots)
        {
            File.WriteAllText(Path.Combine(Folder, $"{file}.json"), root.ToJsonString(JsonSerializerOptions.Web));
        }

        return this;
    }

    public void Dispose() => _folder.Dispose();

    private JsonArray Records(string file, string? collection = null) => _roots[file][collection ?? file]!.AsArray();
}
