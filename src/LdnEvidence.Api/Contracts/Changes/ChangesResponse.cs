using System.Text.Json;
using System.Text.Json.Serialization;
using LdnEvidence.Domain;

namespace LdnEvidence.Api.Contracts.Changes;

/// <summary>Every record that differs between two releases. Applied to the records of the first they give exactly those of the second.</summary>
public sealed record ChangesResponse
{
    /// <summary>The release that is compared.</summary>
    public required int From { get; init; }

    /// <summary>The release that it is compared with.</summary>
    public required int To { get; init; }

    /// <summary>How many records differ.</summary>
    public required int Total { get; init; }

    /// <summary>One for each record that differs, kind by kind in the order that the digest hashes; of each kind, those that are gone last.</summary>
    public required IReadOnlyList<ChangeResponse> Items { get; init; }
}

/// <summary>What became of one record.</summary>
public sealed record ChangeResponse
{
    /// <summary>The collection: conditions, mechanisms, outcomes, studies, claims, evidence-levels or source-documents.</summary>
    public required string Collection { get; init; }

    /// <summary>The record's key.</summary>
    public required string Id { get; init; }

    /// <summary>What happened, in the catalogue's words; never empty.</summary>
    public required IReadOnlyList<ChangeKind> Changes { get; init; }

    /// <summary>The members of the record that differ; empty where it was added or removed.</summary>
    public required IReadOnlyList<string> Members { get; init; }

    /// <summary>A claim's level in both releases; null where it is the same.</summary>
    public LevelChange? Level { get; init; }

    /// <summary>A claim's fidelity in both releases; null where its labels are the same.</summary>
    public FidelityChange? Fidelity { get; init; }

    /// <summary>The studies that changed the level, and how; empty where the level is the same.</summary>
    public IReadOnlyList<LevelCause> Because { get; init; } = [];

    /// <summary>The whole record as the second release has it, byte for byte; null where it was removed.</summary>
    public RecordBody? Record { get; init; }
}

/// <summary>What happened to a record from one release to another.</summary>
public enum ChangeKind
{
    /// <summary>The second release has it, the first has not.</summary>
    Added,

    /// <summary>The first release has it, the second has not.</summary>
    Removed,

    /// <summary>The claim has a stronger level.</summary>
    LevelRaised,

    /// <summary>The claim has a weaker level.</summary>
    LevelLowered,

    /// <summary>The claim has another label of fidelity.</summary>
    FidelityChanged,

    /// <summary>The study was retracted, or one that the claim cites was.</summary>
    SourceRetracted,

    /// <summary>The study is no longer retracted, or one that the claim cites is not.</summary>
    SourceReinstated,

    /// <summary>The sentence, name or description has other words.</summary>
    Reworded,

    /// <summary>Something else differs; members says where.</summary>
    OtherChange,
}

/// <summary>A level in two releases.</summary>
/// <param name="From">In the first.</param>
/// <param name="To">In the second.</param>
public sealed record LevelChange(EvidenceLevel From, EvidenceLevel To);

/// <summary>The labels of fidelity in two releases.</summary>
/// <param name="From">In the first.</param>
/// <param name="To">In the second.</param>
public sealed record FidelityChange(FidelityLabels From, FidelityLabels To);

/// <summary>The labels of both hops of fidelity.</summary>
/// <param name="ToSource">Whether the cited source says what the document claims.</param>
/// <param name="ToDocument">Whether the sentence says what the document says.</param>
public sealed record FidelityLabels(SourceFidelity ToSource, DocumentFidelity ToDocument)
{
    internal static FidelityLabels Of(Fidelity fidelity) => new(fidelity.ToSource.Label, fidelity.ToDocument.Label);
}

/// <summary>A study that changed a claim's level.</summary>
/// <param name="Study">The citation key.</param>
/// <param name="Reason">How it did.</param>
public sealed record LevelCause(string Study, LevelCauseReason Reason);

/// <summary>How a study changed a claim's level.</summary>
public enum LevelCauseReason
{
    /// <summary>The claim cites it now and did not before.</summary>
    Added,

    /// <summary>The claim no longer cites it.</summary>
    Removed,

    /// <summary>It was retracted.</summary>
    Retracted,

    /// <summary>It is no longer retracted.</summary>
    Reinstated,

    /// <summary>It is cited as before, but its design or what it is said to report is judged otherwise.</summary>
    Reassessed,
}

/// <summary>A stored record, written as it is.</summary>
[JsonConverter(typeof(AsItIs))]
public sealed class RecordBody
{
    private readonly byte[] _document;

    internal RecordBody(ReadOnlySpan<byte> document) => _document = document.ToArray();

    private sealed class AsItIs : JsonConverter<RecordBody>
    {
        public override RecordBody Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonSerializer.SerializeToUtf8Bytes(JsonElement.ParseValue(ref reader), options));

        public override void Write(Utf8JsonWriter writer, RecordBody value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value._document, skipInputValidation: true);
    }
}
