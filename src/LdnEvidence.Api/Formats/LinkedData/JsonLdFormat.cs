using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using LdnEvidence.Api.Contracts;

namespace LdnEvidence.Api.Formats.LinkedData;

/// <summary>JSON-LD in the words of schema.org, for single records. What schema.org has no word for is left out.</summary>
internal sealed class JsonLdFormat : Format
{
    private static readonly FrozenDictionary<Type, Func<ReadOnlyMemory<byte>, JsonObject>> Shapes = new Dictionary<
        Type,
        Func<ReadOnlyMemory<byte>, JsonObject>
    >
    {
        [typeof(ClaimResponse)] = document => ClaimShape.Of(RecordBody.Read<ClaimResponse>(document)),
        [typeof(StudyResponse)] = document => StudyShape.Of(RecordBody.Read<StudyResponse>(document)),
        [typeof(ConditionResponse)] = document => ConditionShape.Of(RecordBody.Read<ConditionResponse>(document)),
        [typeof(MechanismResponse)] = document => TermShape.Of(RecordBody.Read<MechanismResponse>(document)),
        [typeof(OutcomeResponse)] = document => TermShape.Of(RecordBody.Read<OutcomeResponse>(document)),
    }.ToFrozenDictionary();

    public override string Name => "jsonld";

    public override string MediaType => "application/ld+json";

    public override string FileExtension => "jsonld";

    public override bool Fits(Type record, Arity arity) => arity == Arity.One && Shapes.ContainsKey(record);

    public override RecordWriter Open(Type record, Arity arity, IBufferWriter<byte> output) =>
        new NodeWriter(Shapes[record], output);

    private sealed class NodeWriter(Func<ReadOnlyMemory<byte>, JsonObject> shape, IBufferWriter<byte> output)
        : RecordWriter
    {
        public override void Write(ReadOnlyMemory<byte> document)
        {
            var node = shape(document);
            node.Insert(0, "@context", "https://schema.org");
            using var json = new Utf8JsonWriter(
                output,
                new JsonWriterOptions { Encoder = CatalogueJson.Options.Encoder }
            );
            node.WriteTo(json, CatalogueJson.Options);
        }
    }
}
