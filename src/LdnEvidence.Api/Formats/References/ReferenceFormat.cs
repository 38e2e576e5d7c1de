using System.Buffers;
using LdnEvidence.Api.Contracts;

namespace LdnEvidence.Api.Formats.References;

/// <summary>A format for references: it carries studies, one or many.</summary>
internal abstract class ReferenceFormat : Format
{
    public override bool Fits(Type record, Arity arity) => record == typeof(StudyResponse);

    public override RecordWriter Open(Type record, Arity arity, IBufferWriter<byte> output) => Open(arity, output);

    protected abstract RecordWriter Open(Arity arity, IBufferWriter<byte> output);
}
