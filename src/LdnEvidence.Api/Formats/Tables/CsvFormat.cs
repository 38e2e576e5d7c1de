using System.Buffers;
using System.Collections.Frozen;

namespace LdnEvidence.Api.Formats.Tables;

/// <summary>CSV by RFC 4180 with a header row. Each kind of record has a table of fixed columns.</summary>
internal sealed class CsvFormat : Format
{
    private static readonly FrozenDictionary<Type, CsvTable> Tables = new CsvTable[]
    {
        ClaimTable.Columns,
        StudyTable.Columns,
        CodedTables.Conditions,
        CodedTables.Mechanisms,
        CodedTables.Outcomes,
        ReleaseTables.EvidenceLevels,
        ReleaseTables.Releases,
    }.ToFrozenDictionary(table => table.Record);

    public override string Name => "csv";

    public override string MediaType => "text/csv";

    public override string ContentType => "text/csv; charset=utf-8; header=present";

    public override string FileExtension => "csv";

    /// <summary>The columns of a kind of record, in order.</summary>
    public static IReadOnlyList<string> ColumnsOf(Type record) => Tables[record].Names;

    public override bool Fits(Type record, Arity arity) => arity == Arity.Many && Tables.ContainsKey(record);

    public override RecordWriter Open(Type record, Arity arity, IBufferWriter<byte> output) =>
        Tables[record].Open(output);
}
