using System.Buffers;
using System.Text;

namespace LdnEvidence.Api.Formats.References;

/// <summary>BibTeX in UTF-8, for biblatex as well: an article each, with the citation key as its key.</summary>
internal sealed class BibTexFormat : ReferenceFormat
{
    public override string Name => "bibtex";

    public override string MediaType => "application/x-bibtex";

    public override string FileExtension => "bib";

    protected override RecordWriter Open(Arity arity, IBufferWriter<byte> output) => new EntryWriter(output);

    private sealed class EntryWriter(IBufferWriter<byte> output) : ReferenceWriter
    {
        private bool _isFirst = true;

        protected override void Write(Reference reference)
        {
            var entry = new StringBuilder();
            entry.Append(_isFirst ? string.Empty : "\n").Append("@article{").Append(reference.Study.Id);
            foreach (var (field, value) in Fields(reference))
            {
                entry.Append(",\n  ").Append(field).Append(" = {").Append(value).Append('}');
            }

            output.WriteText(entry.Append("\n}\n").ToString());
            _isFirst = false;
        }

        private static IEnumerable<(string Field, string Value)> Fields(Reference reference)
        {
            var study = reference.Study;
            (string Field, string? Value)[] fields =
            [
                ("author", Authors(reference)),
                ("title", BibTexText.Title(reference.Title)),
                ("journal", BibTexText.Escape(study.Journal)),
                ("shortjournal", BibTexText.Escape(study.JournalAbbreviation)),
                ("year", $"{study.Year}"),
                ("volume", BibTexText.Escape(study.Volume)),
                ("number", BibTexText.Escape(study.Issue)),
                ("pages", BibTexText.Pages(study.Pages)),
                ("doi", BibTexText.Verbatim(study.Doi)),
                ("pmid", study.Pmid),
                ("pmcid", study.Pmcid),
                ("issn", string.Join(", ", study.Issn)),
                ("note", BibTexText.Escape(string.Join(' ', reference.Notes))),
            ];
            return fields
                .Where(field => !string.IsNullOrEmpty(field.Value))
                .Select(field => (field.Field, field.Value!));
        }

        private static string Authors(Reference reference)
        {
            var names = reference.Authors.Select(BibTexText.Name);
            return string.Join(" and ", reference.HasMoreAuthors ? names.Append("others") : names);
        }
    }
}
