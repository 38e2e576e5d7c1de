using System.Buffers;
using System.Globalization;
using CsvHelper;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Formats.Tables;

/// <summary>The columns of one kind of record.</summary>
internal abstract class CsvTable
{
    public abstract IReadOnlyList<string> Names { get; }

    public abstract RecordWriter Open(IBufferWriter<byte> output);
}

/// <inheritdoc/>
internal sealed class CsvTable<TRecord> : CsvTable
{
    /// <summary>
    /// A spreadsheet takes a cell that begins with one of the injection characters for a formula, so it gets an apostrophe before it. Numbers and
    /// truth values are written by type and stay as they are.
    /// </summary>
    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with
    {
        Injection = CsvInjection.Escape,
        InjectionCharacters = "=+-@\t\r\n",
        InjectionEscape = '\'',
        TrueValue = "true",
        FalseValue = "false",
        BufferSize = 16 * 1024,
    };

    private readonly List<string> _names = [];
    private readonly List<Action<CsvWriter, TRecord>> _cells = [];

    public override IReadOnlyList<string> Names => _names;

    public CsvTable<TRecord> Text(string name, Func<TRecord, string?> value) =>
        Add(name, (csv, record) => csv.WriteField(CsvText.Guard(value(record))));

    public CsvTable<TRecord> Label<TEnum>(string name, Func<TRecord, TEnum> value)
        where TEnum : struct, Enum => Text(name, record => KebabCase<TEnum>.Of(value(record)));

    /// <summary>A label that a record may lack.</summary>
    public CsvTable<TRecord> Label<TEnum>(string name, Func<TRecord, TEnum?> value)
        where TEnum : struct, Enum =>
        Text(name, record => value(record) is { } label ? KebabCase<TEnum>.Of(label) : null);

    public CsvTable<TRecord> Day(string name, Func<TRecord, DateOnly?> value) =>
        Text(name, record => value(record)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public CsvTable<TRecord> List(string name, Func<TRecord, IEnumerable<string>> values) =>
        Text(name, record => CsvText.Join(values(record)));

    public CsvTable<TRecord> Number<TNumber>(string name, Func<TRecord, TNumber?> value)
        where TNumber : struct, IUtf8SpanFormattable => Add(name, (csv, record) => csv.WriteField(value(record)));

    public CsvTable<TRecord> Flag(string name, Func<TRecord, bool> value) =>
        Add(name, (csv, record) => csv.WriteField(value(record)));

    public CsvTable<TRecord> Counts(Func<TRecord, ClaimCounts> counts) =>
        Number<int>("claimsPilotTrial", record => counts(record).PilotTrial)
            .Number<int>("claimsCaseSeries", record => counts(record).CaseSeries)
            .Number<int>("claimsAnecdotal", record => counts(record).Anecdotal)
            .Number<int>("claims", record => counts(record).Total);

    public CsvTable<TRecord> Place(Func<TRecord, LocatorResponse> locator) =>
        Text("document", record => locator(record).Document)
            .Text("section", record => locator(record).Section)
            .Text("position", record => locator(record).Position);

    public override RecordWriter Open(IBufferWriter<byte> output) =>
        new RowWriter(this, CsvWriter.Create(new BufferWriterStream(output), Options, leaveOpen: true));

    private CsvTable<TRecord> Add(string name, Action<CsvWriter, TRecord> cell)
    {
        _names.Add(name);
        _cells.Add(cell);
        return this;
    }

    /// <summary>The library's own buffer is its only resource: an answer that is broken off leaves it to the garbage collector.</summary>
    private sealed class RowWriter(CsvTable<TRecord> table, CsvWriter csv) : RecordWriter
    {
        public override void Begin()
        {
            foreach (var name in table._names)
            {
                csv.WriteField(name);
            }

            csv.EndRecord();
        }

        public override void Write(ReadOnlyMemory<byte> document)
        {
            var record = RecordBody.Read<TRecord>(document);
            foreach (var cell in table._cells)
            {
                cell(csv, record);
            }

            csv.EndRecord();
        }

        public override void End() => csv.Dispose();
    }
}
