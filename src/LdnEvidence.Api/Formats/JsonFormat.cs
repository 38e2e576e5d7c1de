using System.Buffers;

namespace LdnEvidence.Api.Formats;

/// <summary>The stored bodies as they are: one of them, or a JSON array of them.</summary>
internal sealed class JsonFormat : Format
{
    public override string Name => "json";

    public override string MediaType => "application/json";

    public override string FileExtension => "json";

    public override bool Fits(Type record, Arity arity) => true;

    public override RecordWriter Open(Type record, Arity arity, IBufferWriter<byte> output) =>
        arity == Arity.One ? new BodyWriter(output) : new ArrayWriter(output);

    private sealed class BodyWriter(IBufferWriter<byte> output) : RecordWriter
    {
        public override void Write(ReadOnlyMemory<byte> document) => output.Write(document.Span);
    }

    private sealed class ArrayWriter(IBufferWriter<byte> output) : RecordWriter
    {
        private bool _isFirst = true;

        public override void Begin() => output.Write("["u8);

        public override void Write(ReadOnlyMemory<byte> document)
        {
            if (!_isFirst)
            {
                output.Write(","u8);
            }

            _isFirst = false;
            output.Write(document.Span);
        }

        public override void End() => output.Write("]"u8);
    }
}
