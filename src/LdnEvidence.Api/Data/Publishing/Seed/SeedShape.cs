using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LdnEvidence.Api.Data.Publishing.Seed;

/// <summary>
/// A JSON Schema made ready to pass sound values quickly. It passes nothing that the validator would refuse. What it does not pass may still be
/// sound: a keyword it does not know, or a value where readers of JSON differ, is left to the validator, which also finds the words for a fault.
/// </summary>
internal sealed class SeedShape
{
    /// <summary>Beyond this many, comparing each object of a list with each other one is left to the validator.</summary>
    private const int MaximumCompared = 50;

    /// <summary>A number of so few characters is the same in every reader of JSON.</summary>
    private const int MaximumNumber = 15;

    private static readonly string[] Annotations = ["description", "title"];
    private static readonly Func<JsonElement, bool> NeverSure = _ => false;

    private readonly JsonElement _root;
    private readonly Dictionary<string, Func<JsonElement, bool>> _definitions = new(StringComparer.Ordinal);

    private SeedShape(JsonElement root) => _root = root;

    /// <summary>Reads one schema of a file.</summary>
    /// <param name="root">The whole schema file, whose definitions may be named.</param>
    /// <param name="schema">The schema within it that values are held to.</param>
    /// <returns>Whether a value is surely sound. No text in the value may hold half of a character.</returns>
    public static Func<JsonElement, bool> Of(JsonElement root, JsonElement schema) => new SeedShape(root).Read(schema);

    private Func<JsonElement, bool> Read(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Has(schema, "$ref") ? Definition(reference.GetString()!) : NeverSure;
        }

        if (schema.TryGetProperty("anyOf", out var forms) && Has(schema, "anyOf"))
        {
            Func<JsonElement, bool>[] passes = [.. forms.EnumerateArray().Select(Read)];
            return value => Array.Exists(passes, form => form(value));
        }

        return schema.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
            ? type.GetString() switch
            {
                "string" when Has(schema, "type", "minLength", "maxLength", "pattern", "enum") => Text(schema),
                "integer" when Has(schema, "type", "minimum", "maximum", "exclusiveMinimum") => Number(schema, true),
                "number" when Has(schema, "type", "minimum", "maximum", "exclusiveMinimum") => Number(schema, false),
                "boolean" when Has(schema, "type") => value =>
                    value.ValueKind is JsonValueKind.True or JsonValueKind.False,
                "array" when Has(schema, "type", "items", "minItems", "uniqueItems") => List(schema),
                "object" when Has(schema, "type", "properties", "required", "additionalProperties") => Record(schema),
                _ => NeverSure,
            }
            : NeverSure;
    }

    /// <summary>Whether these keywords, and those that only explain, are all that the schema has.</summary>
    private static bool Has(JsonElement schema, params string[] keywords) =>
        schema.EnumerateObject().All(member => keywords.Contains(member.Name) || Annotations.Contains(member.Name));

    private Func<JsonElement, bool> Definition(string reference)
    {
        const string start = "#/definitions/";
        if (
            !reference.StartsWith(start, StringComparison.Ordinal)
            || !_root.GetProperty("definitions").TryGetProperty(reference[start.Length..], out var schema)
        )
        {
            return NeverSure;
        }

        if (_definitions.TryGetValue(reference, out var known))
        {
            return known;
        }

        // A definition that names itself finds this entry.
        _definitions[reference] = value => _definitions[reference](value);
        return _definitions[reference] = Read(schema);
    }

    private static Func<JsonElement, bool> Text(JsonElement schema)
    {
        var minimum = Whole(schema, "minLength") ?? 0;
        var maximum = Whole(schema, "maxLength") ?? int.MaxValue;
        // Without options, as the validator matches.
        var pattern = schema.TryGetProperty("pattern", out var form) ? new Regex(form.GetString()!) : null;
        if (schema.TryGetProperty("enum", out var list))
        {
            if (
                pattern is not null
                || minimum > 0
                || maximum < int.MaxValue
                || list.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String)
            )
            {
                return NeverSure;
            }

            string[] allowed = [.. list.EnumerateArray().Select(item => item.GetString()!)];
            return value =>
                value.ValueKind == JsonValueKind.String && Array.Exists(allowed, word => value.ValueEquals(word));
        }

        return value =>
        {
            if (value.ValueKind != JsonValueKind.String)
            {
                return false;
            }

            if (pattern is null && maximum == int.MaxValue && minimum <= 1)
            {
                // Two quotes are the text of length 0.
                return minimum == 0 || JsonMarshal.GetRawUtf8Value(value).Length > 2;
            }

            var text = value.GetString()!;
            return text.Length >= minimum && text.Length <= maximum && pattern?.IsMatch(text) != false;
        };
    }

    private static Func<JsonElement, bool> Number(JsonElement schema, bool isWhole)
    {
        var (minimum, maximum, above) = (
            Decimal(schema, "minimum") ?? decimal.MinValue,
            Decimal(schema, "maximum") ?? decimal.MaxValue,
            Decimal(schema, "exclusiveMinimum") ?? decimal.MinValue
        );
        return value =>
        {
            if (value.ValueKind != JsonValueKind.Number)
            {
                return false;
            }

            var raw = JsonMarshal.GetRawUtf8Value(value);
            return raw.Length <= MaximumNumber
                && raw.IndexOfAnyExcept(isWhole ? "0123456789"u8 : "0123456789."u8) < 0
                && value.TryGetDecimal(out var number)
                && number >= minimum
                && number <= maximum
                && number > above;
        };
    }

    private Func<JsonElement, bool> List(JsonElement schema)
    {
        var items = schema.TryGetProperty("items", out var item) ? Read(item) : NeverSure;
        var minimum = Whole(schema, "minItems") ?? 0;
        var isUnique = schema.TryGetProperty("uniqueItems", out var unique) && unique.GetBoolean();
        return value =>
        {
            if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() < minimum)
            {
                return false;
            }

            foreach (var member in value.EnumerateArray())
            {
                if (!items(member))
                {
                    return false;
                }
            }

            return !isUnique || value.GetArrayLength() < 2 || AreDistinct([.. value.EnumerateArray()]);
        };
    }

    /// <summary>Only for lists of texts and lists of objects, where what is unequal here is unequal to every reader.</summary>
    private static bool AreDistinct(JsonElement[] members)
    {
        if (Array.TrueForAll(members, member => member.ValueKind == JsonValueKind.String))
        {
            return members.DistinctBy(member => member.GetString(), StringComparer.Ordinal).Count() == members.Length;
        }

        return members.Length <= MaximumCompared
            && Array.TrueForAll(members, member => member.ValueKind == JsonValueKind.Object)
            && members
                .Index()
                .All(pair => members.Skip(pair.Index + 1).All(other => !JsonElement.DeepEquals(pair.Item, other)));
    }

    private Func<JsonElement, bool> Record(JsonElement schema)
    {
        if (
            !schema.TryGetProperty("additionalProperties", out var more)
            || more.ValueKind != JsonValueKind.False
            || !schema.TryGetProperty("properties", out var properties)
        )
        {
            return NeverSure;
        }

        (string Name, Func<JsonElement, bool> Passes)[] members =
        [
            .. properties.EnumerateObject().Select(member => (member.Name, Read(member.Value))),
        ];
        string[] needed = schema.TryGetProperty("required", out var names)
            ? [.. names.EnumerateArray().Select(name => name.GetString()!)]
            : [];
        var required = 0UL;
        foreach (var name in needed)
        {
            var index = Array.FindIndex(members, member => member.Name == name);
            if (index < 0)
            {
                return NeverSure;
            }

            required |= 1UL << index;
        }

        return members.Length > 64 ? NeverSure : value => Passes(value, members, required);
    }

    private static bool Passes(
        JsonElement value,
        (string Name, Func<JsonElement, bool> Passes)[] members,
        ulong required
    )
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        var (seen, next) = (0UL, 0);
        foreach (var member in value.EnumerateObject())
        {
            // Most records name their members in the order of the schema, so the search goes on where it last found one.
            var tried = 0;
            while (tried < members.Length && !member.NameEquals(members[next].Name))
            {
                next = (next + 1) % members.Length;
                tried++;
            }

            var bit = 1UL << next;
            if (tried == members.Length || (seen & bit) != 0 || !members[next].Passes(member.Value))
            {
                return false;
            }

            seen |= bit;
            next = (next + 1) % members.Length;
        }

        return (seen & required) == required;
    }

    private static int? Whole(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out var value) ? value.GetInt32() : null;

    private static decimal? Decimal(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out var value) ? value.GetDecimal() : null;
}
