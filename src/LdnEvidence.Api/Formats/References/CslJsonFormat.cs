using System.Buffers;
using System.Text.Json;
using LdnEvidence.Api.Contracts;

namespace LdnEvidence.Api.Formats.References;

/// <summary>CSL-JSON: an array of items, for one study too, since that is what citation processors take.</summary>
internal sealed class CslJsonFormat : ReferenceFormat
{
    public override string Name => "csl-json";

    public override string MediaType => "application/vnd.citationstyles.csl+json";

    public override string FileExtension => "csl.json";

    protected override RecordWriter Open(Arity arity, IBufferWriter<byte> output) => new ItemWriter(output);

    private sealed class ItemWriter(IBufferWriter<byte> output) : ReferenceWriter
    {
        private bool _isFirst = true;

        public override void Begin() => output.Write("["u8);

        public override void End() => output.Write("]\n"u8);

        protected override void Write(Reference reference)
        {
            output.Write(_isFirst ? "\n"u8 : ",\n"u8);
            _isFirst = false;
            using var json = new Utf8JsonWriter(
                output,
                new JsonWriterOptions { Encoder = CatalogueJson.Options.Encoder, Indented = false }
            );
            json.WriteStartObject();
            WriteMembers(json, reference);
            json.WriteEndObject();
        }

        private static void WriteMembers(Utf8JsonWriter json, Reference reference)
        {
            var study = reference.Study;
            Text(json, "id", study.Id);
            Text(json, "type", "article-journal");
            Text(json, "title", reference.Title);
            WriteAuthors(json, reference);
            Text(json, "container-title", study.Journal);
            Text(json, "container-title-short", study.JournalAbbreviation);
            json.WriteStartObject("issued");
            json.WriteStartArray("date-parts");
            json.WriteStartArray();
            json.WriteNumberValue(study.Year);
            json.WriteEndArray();
            json.WriteEndArray();
            json.WriteEndObject();
            Text(json, "volume", study.Volume);
            Text(json, "issue", study.Issue);
            Text(json, "page", study.Pages);
            Text(json, "DOI", study.Doi);
            Text(json, "PMID", study.Pmid);
            Text(json, "PMCID", study.Pmcid);
            Text(json, "ISSN", study.Issn.Count == 0 ? null : string.Join(", ", study.Issn));
            Text(json, "note", Note(reference));
        }

        private static void WriteAuthors(Utf8JsonWriter json, Reference reference)
        {
            if (reference.Authors.Count == 0)
            {
                return;
            }

            json.WriteStartArray("author");
            foreach (var author in reference.AuthorsInWords)
            {
                json.WriteStartObject();
                Text(json, "family", author.Family);
                Text(json, "given", author.Given);
                Text(json, "suffix", author.Suffix);
                Text(json, "literal", author.Literal);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        /// <summary>One fact a line: Zotero keeps a note as "Extra" and reads "PMID: n" there, while it passes over the member PMID.</summary>
        private static string? Note(Reference reference)
        {
            var lines = new List<string>();
            if (reference.Study.Pmid is { } pmid)
            {
                lines.Add($"PMID: {pmid}");
            }

            if (reference.Study.Pmcid is { } pmcid)
            {
                lines.Add($"PMCID: {pmcid}");
            }

            lines.AddRange(reference.Notes);
            return lines.Count == 0 ? null : string.Join('\n', lines);
        }

        private static void Text(Utf8JsonWriter json, string name, string? value)
        {
            if (value is not null)
            {
                json.WriteString(name, value);
            }
        }
    }
}
