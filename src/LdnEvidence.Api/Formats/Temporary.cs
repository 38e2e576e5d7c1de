using System.Buffers;

namespace LdnEvidence.Api.Formats;

internal enum Arity
{
    One,
    Many,
}

internal abstract class Format
{
    public abstract string Name { get; }
    public abstract string MediaType { get; }
    public abstract string ContentType { get; }
    public abstract string FileExtension { get; }
    public abstract bool Fits(Type record, Arity arity);
    public abstract RecordWriter Open(Type record, Arity arity, IBufferWriter<byte> output);
}

internal abstract class RecordWriter
{
    public virtual void Begin() { }

    public abstract void Write(ReadOnlyMemory<byte> document);

    public virtual void End() { }
}

internal static class FormatRegistry
{
    public static IReadOnlyList<Format> All { get; } =
    [new Plain("json", "application/json", false), new Plain("ndjson", "application/x-ndjson", true)];

    public static IReadOnlyList<Format> For(Type record, Arity arity) =>
        [.. All.Where(format => format.Fits(record, arity))];

    private sealed class Plain(string name, string media, bool lines) : Format
    {
        public override string Name => name;
        public override string MediaType => media;
        public override string ContentType => media + "; charset=utf-8";
        public override string FileExtension => name;

        public override bool Fits(Type record, Arity arity) => !lines || arity == Arity.Many;

        public override RecordWriter Open(Type record, Arity arity, IBufferWriter<byte> output) =>
            new Writer(output, lines);

        private sealed class Writer(IBufferWriter<byte> output, bool lines) : RecordWriter
        {
            public override void Write(ReadOnlyMemory<byte> document)
            {
                output.Write(document.Span);
                if (lines)
                {
                    output.Write("\n"u8);
                }
            }
        }
    }
}
