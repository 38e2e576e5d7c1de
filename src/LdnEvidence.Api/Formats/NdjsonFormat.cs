using System.Buffers;
using LdnEvidence.Api.Contracts;

namespace LdnEvidence.Api.Formats;

/// <summary>One stored body a line. A body never holds a line break: JSON escapes those inside strings, and bodies are written without indentation.</summary>
internal sealed class NdjsonFormat : Format
{
    private static readonly HashSet<Type> Records =
    [
        typeof(ClaimResponse),
        typeof(ConditionResponse),
        typeof(MechanismResponse),
        typeof(OutcomeResponse),
        typeof(StudyResponse),
        typeof(EvidenceLevelResponse),
        typeof(ReleaseResponse),
    ];

    public override string Name => "ndjson";

    public override string MediaType => "application/x-ndjson";

    public override string FileExtension => "ndjson";

    public override byte? AfterBody => (byte)'\n';

    public override bool Fits(Type record, Arity arity) => arity == Arity.Many && Records.Contains(record);

    public override RecordWriter Open(Type record, Arity arity, IBufferWriter<byte> output) => new LineWriter(output);

    private sealed class LineWriter(IBufferWriter<byte> output) : RecordWriter
    {
        public override void Write(ReadOnlyMemory<byte> document)
        {
            output.Write(document.Span);
            output.Write("\n"u8);
        }
    }
}
