using System.Buffers;
using System.Globalization;
using System.Text;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Formats.References;

/// <summary>RIS: a tag a line, lines ending in CRLF.</summary>
internal sealed class RisFormat : ReferenceFormat
{
    public override string Name => "ris";

    public override string MediaType => "application/x-research-info-systems";

    public override string FileExtension => "ris";

    protected override RecordWriter Open(Arity arity, IBufferWriter<byte> output) => new EntryWriter(output);

    private sealed class EntryWriter(IBufferWriter<byte> output) : ReferenceWriter
    {
        protected override void Write(Reference reference)
        {
            var entry = new StringBuilder();
            foreach (var (tag, value) in Lines(reference))
            {
                if (value is not null)
                {
                    // A value has no line breaks and no double spaces, so no reader takes part of it for a tag.
                    entry.Append(tag).Append("  - ").Append(RecordBody.OnOneLine(value)).Append("\r\n");
                }
            }

            output.WriteText(entry.Append("ER  - \r\n").ToString());
        }

        private static IEnumerable<(string Tag, string? Value)> Lines(Reference reference)
        {
            var study = reference.Study;
            // Of several ranges no reader takes more than one pair, so they stay together as the first page.
            var pages =
                study.Pages is null ? default
                : PageRange.Read(study.Pages) is [var range] ? range
                : new PageRange(study.Pages, null);
            yield return ("TY", "JOUR");
            yield return ("ID", study.Id);
            foreach (var author in reference.AuthorsInWords)
            {
                yield return ("AU", author.ToInverseOrder());
            }

            yield return ("TI", reference.Title);
            yield return ("JF", study.Journal);
            yield return ("JA", study.JournalAbbreviation);
            yield return ("PY", study.Year.ToString("0000", CultureInfo.InvariantCulture));
            yield return ("VL", study.Volume);
            yield return ("IS", study.Issue);
            yield return ("SP", pages.First);
            yield return ("EP", pages.Last);
            yield return ("DO", study.Doi);
            yield return ("SN", study.Issn.Count == 0 ? null : string.Join(", ", study.Issn));
            // An accession number says nothing without the database that gave it.
            yield return ("AN", study.Pmid);
            yield return ("DB", study.Pmid is null ? null : "PubMed");
            yield return ("C2", study.Pmcid);
            foreach (var note in reference.Notes)
            {
                yield return ("N1", note);
            }
        }
    }
}
