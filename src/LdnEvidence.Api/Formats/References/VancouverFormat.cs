using System.Buffers;

namespace LdnEvidence.Api.Formats.References;

/// <summary>Formatted references in the order of the Vancouver style, one a line; a list is numbered.</summary>
internal sealed class VancouverFormat : ReferenceFormat
{
    public override string Name => "vancouver";

    public override string MediaType => "text/x-bibliography";

    public override string ContentType => $"{MediaType}; style=vancouver; charset=utf-8";

    public override string FileExtension => "txt";

    protected override RecordWriter Open(Arity arity, IBufferWriter<byte> output) => new LineWriter(arity, output);

    private sealed class LineWriter(Arity arity, IBufferWriter<byte> output) : ReferenceWriter
    {
        private int _number;

        protected override void Write(Reference reference)
        {
            _number++;
            var number = arity == Arity.Many ? $"{_number}. " : string.Empty;
            output.WriteText($"{number}{RecordBody.OnOneLine(reference.Study.Citation)}\n");
        }
    }
}
