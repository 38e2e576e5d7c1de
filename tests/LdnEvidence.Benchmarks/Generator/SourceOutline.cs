using System.Globalization;
using System.Text.Json;

namespace LdnEvidence.Benchmarks.Generator;

/// <summary>The invented source document. It is small at every scale: many records point to one place, as sentences of a long page do.</summary>
internal static class SourceOutline
{
    private const int Sections = 12;
    private const int Blocks = 25;
    private const int Sentences = 8;
    private const string References = "references";

    public static void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", "synthetic-page");
        json.WriteString("title", "A synthetic page for measuring speed");
        json.WriteString("publisherInterest", "None: nobody published it. A program wrote every record.");
        json.WriteString("dateRead", "2026-01-01");
        json.WriteString("sha256", new string('0', 64));
        json.WriteStartArray("outline");
        for (var section = 0; section < Sections; section++)
        {
            Section(SectionId(section), "paragraph", Sentences);
        }

        Section(References, "reference", 1);
        json.WriteEndArray();
        json.WriteEndObject();

        void Section(string id, string block, int sentences)
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("heading", $"Synthetic {id}");
            json.WriteStartArray("blocks");
            for (var number = 1; number <= Blocks; number++)
            {
                json.WriteStartObject();
                json.WriteString("position", string.Create(CultureInfo.InvariantCulture, $"{block} {number}"));
                json.WriteNumber("sentences", sentences);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    public static (string Section, string Position) OfClaim(int claim) =>
        (
            SectionId(claim % Sections),
            string.Create(
                CultureInfo.InvariantCulture,
                $"paragraph {(claim / Sections % Blocks) + 1}, sentence {(claim % Sentences) + 1}"
            )
        );

    public static (string Section, string Position) OfStudy(int study) =>
        (References, string.Create(CultureInfo.InvariantCulture, $"reference {(study % Blocks) + 1}"));

    private static string SectionId(int section) =>
        string.Create(CultureInfo.InvariantCulture, $"section-{section + 1}");
}
