using System.Buffers;
using System.Text;
using LdnEvidence.Api.Contracts;

namespace LdnEvidence.Api.Formats.Tables;

/// <summary>
/// CSV by RFC 4180 with a header row. Each kind of record has a table of fixed columns. For spreadsheets that guess the coding of a file there is a
/// second name, under which a byte order mark comes first.
/// </summary>
internal sealed class CsvFormat : Format
{
    private readonly byte[] _mark;

    private CsvFormat(string name, byte[] mark) => (Name, _mark) = (name, mark);

    public static CsvFormat Plain { get; } = new("csv", []);

    public static CsvFormat Excel { get; } = new("csv-excel", Encoding.UTF8.GetPreamble());

    /// <summary>Made when they are first used: a start asks only which there are.</summary>
    private static readonly Dictionary<Type, Lazy<CsvTable>> Tables = new()
    {
        [typeof(ClaimResponse)] = new(() => ClaimTable.Columns),
        [typeof(StudyResponse)] = new(() => StudyTable.Columns),
        [typeof(ConditionResponse)] = new(() => CodedTables.Conditions),
        [typeof(MechanismResponse)] = new(() => CodedTables.Mechanisms),
        [typeof(OutcomeResponse)] = new(() => CodedTables.Outcomes),
        [typeof(EvidenceLevelResponse)] = new(() => ReleaseTables.EvidenceLevels),
        [typeof(ReleaseResponse)] = new(() => ReleaseTables.Releases),
    };

    public override string Name { get; }

    public override string MediaType => "text/csv";

    public override string ContentType => "text/csv; charset=utf-8; header=present";

    public override string FileExtension => "csv";

    /// <summary>The columns of a kind of record, in order.</summary>
    public static IReadOnlyList<string> ColumnsOf(Type record) => Tables[record].Value.Names;

    public override bool Fits(Type record, Arity arity) => arity == Arity.Many && Tables.ContainsKey(record);

    public override RecordWriter Open(Type record, Arity arity, IBufferWriter<byte> output)
    {
        output.Write(_mark);
        return Tables[record].Value.Open(output);
    }
}
