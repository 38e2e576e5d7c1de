using LdnEvidence.Api.Contracts;

namespace LdnEvidence.Api.Formats.References;

/// <summary>Writes studies that were read as references.</summary>
internal abstract class ReferenceWriter : RecordWriter
{
    public override void Write(ReadOnlyMemory<byte> document) =>
        Write(Reference.To(RecordBody.Read<StudyResponse>(document)));

    protected abstract void Write(Reference reference);
}
