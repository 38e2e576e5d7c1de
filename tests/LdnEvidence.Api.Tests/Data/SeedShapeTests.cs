using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using LdnEvidence.Api.Data.Publishing.Seed;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Data;

/// <summary>The quick look at a record passes nothing that the validator of the schema refuses.</summary>
public sealed class SeedShapeTests
{
    private static readonly (string Name, string Collection)[] Files =
    [
        ("document", "documents"),
        ("conditions", "conditions"),
        ("mechanisms", "mechanisms"),
        ("outcomes", "outcomes"),
        ("studies", "studies"),
        ("claims", "claims"),
    ];

    /// <summary>What a member may be changed to: near the edges of every keyword of the schemas, and where readers of JSON differ.</summary>
    private static readonly string[] Values =
    [
        "null",
        "true",
        "0",
        "-0",
        "-1",
        "1",
        "1.0",
        "1e3",
        "1E-400",
        "1799",
        "2101",
        "2020.5",
        "1000.0000000000000001",
        "1000.5",
        "0.0",
        "99999999999999999999",
        "\"\"",
        "\" \"",
        "\"a\"",
        "\"A\"",
        "\"a\\n\"",
        "\"a--b\"",
        "\"2020\"",
        "\"2020-01-01\"",
        "\"2020-01-01T00:00:00Z\"",
        "\"paragraph 1\\n\"",
        "\"10.1000/x\"",
        "\"efficacy\"",
        "\"Efficacy\"",
        "\"\\u0061\"",
        "\"\ud83d\ude00\"",
        $"\"{new string('a', 80)}\"",
        $"\"{new string('a', 81)}\"",
        $"\"{new string('é', 80)}\"",
        "[]",
        "[1, 1.0]",
        "[\"a\", \"a\"]",
        "[\"a\", \"\\u0061\"]",
        "[\"a\", null]",
        "[[], []]",
        "{}",
        "{\"section\": \"a\", \"position\": \"paragraph 1\"}",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_shipped_record_passes_the_quick_look()
    {
        var records = await Shipped();

        records.Count.ShouldBeGreaterThan(150);
        records.Where(pair => !IsSurelySound(pair.Schema, pair.Record.ToJsonString())).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whatever_passes_the_quick_look_passes_the_validator()
    {
        var records = await Shipped();
        var (passed, refused) = (0, 0);

        var files = records.GroupBy(pair => pair.Schema).Select(file => file.ToArray()).ToArray();
        var drawn = Gen.Int[0, files.Length - 1]
            .SelectMany(file => Gen.Int[0, files[file].Length - 1].Select(index => files[file][index]));

        Gen.Select(drawn, Gen.Int[0, int.MaxValue].Array[1, 2])
            .Sample(
                (pair, changes) =>
                {
                    var changed = pair.Record.DeepClone();
                    foreach (var change in changes)
                    {
                        Change(changed, new Random(change));
                    }

                    var json = changed.ToJsonString();
                    var isPassed = IsSurelySound(pair.Schema, json);
                    _ = isPassed ? Interlocked.Increment(ref passed) : Interlocked.Increment(ref refused);
                    return !isPassed || !Faults(pair.Schema, json).Any();
                },
                iter: 10_000
            );

        passed.ShouldBeGreaterThan(100);
        refused.ShouldBeGreaterThan(1_000);
    }

    [Theory]
    [InlineData("""{"type": "string", "format": "date"}""", "\"2020-01-01\"")]
    [InlineData("""{"type": ["string", "null"]}""", "\"a\"")]
    [InlineData("""{"oneOf": [{"type": "string"}]}""", "\"a\"")]
    [InlineData("""{"type": "array", "items": {"type": "string", "format": "date"}}""", "[\"2020-01-01\"]")]
    [InlineData("""{"type": "object", "properties": {}}""", "{}")]
    [InlineData("""{"$ref": "other.json"}""", "\"a\"")]
    public void A_keyword_it_does_not_know_is_left_to_the_validator(string schema, string value)
    {
        using var json = JsonDocument.Parse(schema);
        using var record = JsonDocument.Parse(value);

        SeedShape.Of(json.RootElement, json.RootElement)(record.RootElement).ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"next": {"next": {}}}""", true)]
    [InlineData("""{"next": {"next": {"other": 1}}}""", false)]
    public void A_definition_may_name_itself(string value, bool isPassed)
    {
        using var json = JsonDocument.Parse(
            """
            {"definitions": {"link": {"type": "object", "additionalProperties": false, "properties": {"next": {"$ref": "#/definitions/link"}}}}}
            """
        );
        using var schema = JsonDocument.Parse("""{"$ref": "#/definitions/link"}""");
        using var record = JsonDocument.Parse(value);

        SeedShape.Of(json.RootElement, schema.RootElement)(record.RootElement).ShouldBe(isPassed);
    }

    private static async Task<IReadOnlyList<(SeedSchema Schema, JsonNode Record)>> Shipped()
    {
        using var shipped = SeedFiles.Shipped();
        var records = new List<(SeedSchema, JsonNode)>();
        foreach (var (name, collection) in Files)
        {
            var schema = await SeedSchema.Load(name, collection, Cancellation);
            // The validator reads its schema when it is first needed; the samples run side by side.
            await schema.Validate(name, string.Empty, "{}", Cancellation);
            records.AddRange(shipped.Root(name)[collection]!.AsArray().Select(record => (schema, record!.DeepClone())));
        }

        return records;
    }

    private static bool IsSurelySound(SeedSchema schema, string json)
    {
        using var record = JsonDocument.Parse(json);
        return schema.IsSurelySound(record.RootElement);
    }

    private static IEnumerable<LdnEvidence.Domain.Audit.Fault> Faults(SeedSchema schema, string json)
    {
        var validation = schema.Validate("file", "record", json, CancellationToken.None);
        validation.IsCompletedSuccessfully.ShouldBeTrue();
        return validation.GetAwaiter().GetResult();
    }

    /// <summary>Changes one thing at some depth: a value, a name, what is there, what is missing.</summary>
    private static void Change(JsonNode root, Random random)
    {
        if (random.Next(2) == 0)
        {
            // Of all texts, all numbers or all truths of the record, one becomes another.
            var kinds = Leaves(root).GroupBy(leaf => leaf.GetValueKind()).ToList();
            if (kinds.Count == 0)
            {
                return;
            }

            var leaves = kinds[random.Next(kinds.Count)].ToList();
            var leaf = leaves[random.Next(leaves.Count)];
            leaf.ReplaceWith(AnyLike(leaf, random));
            return;
        }

        var node = root;
        while (random.Next(3) > 0 && Below(node) is { Count: > 0 } below)
        {
            node = below[random.Next(below.Count)];
        }

        switch (node)
        {
            case JsonObject { Count: > 0 } record:
                var (name, value) = record.ElementAt(random.Next(record.Count));
                switch (random.Next(4))
                {
                    case 0:
                        record.Remove(name);
                        break;
                    case 1:
                        record.Remove(name);
                        record[random.Next(2) == 0 ? name.ToUpperInvariant() : "other"] = value;
                        break;
                    case 2:
                        // The same record with its members in another order.
                        record.Remove(name);
                        record[name] = value;
                        break;
                    default:
                        record[name] = random.Next(3) == 0 ? Any(random) : AnyLike(value, random);
                        break;
                }

                break;
            case JsonArray { Count: > 0 } list when random.Next(2) == 0:
                list.Add(list[random.Next(list.Count)]?.DeepClone());
                break;
            case JsonArray { Count: > 0 } list when random.Next(2) == 0:
                list.RemoveAt(random.Next(list.Count));
                break;
            case JsonArray list:
                list.Add(Any(random));
                break;
            default:
                break;
        }
    }

    private static IEnumerable<JsonNode> Leaves(JsonNode node) =>
        node switch
        {
            JsonObject record => record.Select(member => member.Value).OfType<JsonNode>().SelectMany(Leaves),
            JsonArray list => list.OfType<JsonNode>().SelectMany(Leaves),
            _ => [node],
        };

    private static List<JsonNode> Below(JsonNode node) =>
        node switch
        {
            JsonObject record => [.. record.Select(member => member.Value).OfType<JsonNode>().Where(IsRoom)],
            JsonArray list => [.. list.OfType<JsonNode>().Where(IsRoom)],
            _ => [],
        };

    private static bool IsRoom(JsonNode node) => node is JsonObject or JsonArray;

    /// <summary>A value of the same kind, which only the finer keywords can tell from a sound one.</summary>
    private static JsonNode? AnyLike(JsonNode? value, Random random)
    {
        var alike = Values
            .Select(text => JsonNode.Parse(text))
            .Where(other => other?.GetValueKind() == value?.GetValueKind())
            .ToList();
        return alike.Count == 0 ? Any(random) : alike[random.Next(alike.Count)];
    }

    private static JsonNode? Any(Random random) => JsonNode.Parse(Values[random.Next(Values.Length)]);
}
