using System.Buffers;
using System.Text.Json;

namespace LdnEvidence.Api.Http.Answers;

/// <summary>The members of a record that a caller asked for, by dotted paths. A path through a list picks from each of its items.</summary>
internal sealed class Projection
{
    private readonly Dictionary<string, Projection?> _members = new(StringComparer.Ordinal);

    /// <summary>Reads paths separated by commas, which a validator has admitted.</summary>
    public static Projection Of(string paths)
    {
        var root = new Projection();
        foreach (var path in paths.Split(','))
        {
            root.Add(path.Split('.'));
        }

        return root;
    }

    /// <summary>The record with these members alone, in the order that the record has them.</summary>
    public byte[] Apply(ReadOnlyMemory<byte> document)
    {
        var buffer = new ArrayBufferWriter<byte>(document.Length);
        using var writer = new Utf8JsonWriter(
            buffer,
            new JsonWriterOptions { Encoder = Contracts.CatalogueJson.Options.Encoder, SkipValidation = true }
        );
        using var json = JsonDocument.Parse(document);
        Copy(json.RootElement, writer);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private void Add(ReadOnlySpan<string> path)
    {
        if (path.Length == 1)
        {
            // The whole member, even where parts of it are named as well.
            _members[path[0]] = null;
        }
        else if (!_members.TryGetValue(path[0], out var member))
        {
            member = new Projection();
            _members[path[0]] = member;
            member.Add(path[1..]);
        }
        else
        {
            member?.Add(path[1..]);
        }
    }

    private void Copy(JsonElement value, Utf8JsonWriter writer)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    if (!_members.TryGetValue(member.Name, out var parts))
                    {
                        continue;
                    }

                    writer.WritePropertyName(member.Name);
                    if (parts is null)
                    {
                        writer.WriteRawValue(member.Value.GetRawText(), skipInputValidation: true);
                    }
                    else
                    {
                        parts.Copy(member.Value, writer);
                    }
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Copy(item, writer);
                }

                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
