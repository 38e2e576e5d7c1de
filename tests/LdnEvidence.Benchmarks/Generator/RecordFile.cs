using System.Text;
using System.Text.Json;

namespace LdnEvidence.Benchmarks.Generator;

/// <summary>Writes a seed file record by record, so that its size costs no memory: one record a line, in the seed's own schema.</summary>
internal static class RecordFile
{
    /// <summary>Who judged everything in a generated catalogue.</summary>
    public const string Reader = "the generator";

    /// <summary>When.</summary>
    public const string Day = "2026-01-01";

    private const int FlushAfter = 64 * 1024;

    private static readonly JsonWriterOptions Options = new()
    {
        // The texts are plain; quotes and angle brackets in them need no escapes for HTML.
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static void Write(
        string folder,
        string file,
        string collection,
        int count,
        Action<Utf8JsonWriter, int> writeRecord
    )
    {
        using var stream = new FileStream(
            Path.Combine(folder, $"{file}.json"),
            FileMode.Create,
            FileAccess.Write,
            FileShare.None,
            FlushAfter * 4
        );
        stream.Write(Encoding.UTF8.GetBytes($"{{\"$schema\":\"schema/{file}.schema.json\",\"{collection}\":[\n"));
        using var json = new Utf8JsonWriter(stream, Options);
        for (var number = 0; number < count; number++)
        {
            if (number > 0)
            {
                stream.Write(",\n"u8);
            }

            writeRecord(json, number);
            json.Flush();
            json.Reset();
        }

        stream.Write("\n]}\n"u8);
    }

    public static void WriteStrings(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    public static void WriteCheck(this Utf8JsonWriter json, string name)
    {
        json.WriteStartObject(name);
        json.WriteString("by", Reader);
        json.WriteString("on", Day);
        json.WriteEndObject();
    }

    public static void WriteLocator(this Utf8JsonWriter json, string section, string position)
    {
        json.WriteStartObject("locator");
        json.WriteString("section", section);
        json.WriteString("position", position);
        json.WriteEndObject();
    }
}
