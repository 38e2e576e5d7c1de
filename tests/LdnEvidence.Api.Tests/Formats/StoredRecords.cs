using System.Buffers;
using System.Text;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Rows;
using LdnEvidence.Api.Formats;
using LdnEvidence.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LdnEvidence.Api.Tests.Formats;

/// <summary>The stored bodies of the shipped seed, read once for all tests of formats.</summary>
public sealed class StoredRecords : IAsyncLifetime
{
    private static readonly Lazy<Task<Dictionary<Type, IReadOnlyList<byte[]>>>> Shipped = new(ReadAll);

    private Dictionary<Type, IReadOnlyList<byte[]>> _documents = [];

    /// <summary>Every kind of record that is listed.</summary>
    public static IReadOnlyList<Type> Kinds { get; } =
    [
        typeof(ClaimResponse),
        typeof(ConditionResponse),
        typeof(MechanismResponse),
        typeof(OutcomeResponse),
        typeof(StudyResponse),
        typeof(EvidenceLevelResponse),
        typeof(ReleaseResponse),
    ];

    public async ValueTask InitializeAsync() => _documents = await Shipped.Value;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public IReadOnlyList<byte[]> Documents(Type kind) => _documents[kind];

    public IReadOnlyList<TRecord> Of<TRecord>() =>
        [.. Documents(typeof(TRecord)).Select(document => RecordBody.Read<TRecord>(document))];

    public byte[] Document<TRecord>(string id) =>
        Documents(typeof(TRecord))
            .Single(document =>
                Encoding.UTF8.GetString(document).StartsWith($$"""{"id":"{{id}}",""", StringComparison.Ordinal)
            );

    private static async Task<Dictionary<Type, IReadOnlyList<byte[]>>> ReadAll()
    {
        using var catalogue = new ShippedCatalogue();
        await using var scope = catalogue.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CatalogueDbContext>();
        return new()
        {
            [typeof(ClaimResponse)] = await Read(db, Collection.Claims),
            [typeof(ConditionResponse)] = await Read(db, Collection.Conditions),
            [typeof(MechanismResponse)] = await Read(db, Collection.Mechanisms),
            [typeof(OutcomeResponse)] = await Read(db, Collection.Outcomes),
            [typeof(StudyResponse)] = await Read(db, Collection.Studies),
            [typeof(EvidenceLevelResponse)] = await Read(db, Collection.EvidenceLevels),
            [typeof(ReleaseResponse)] = await Read(db, Collection.Releases),
        };
    }

    private static async Task<IReadOnlyList<byte[]>> Read(CatalogueDbContext db, Collection collection)
    {
        var first = DocumentRow.KeyOf(1, collection, 0);
        var found = await db
            .Documents.Where(row => row.Key > first && row.Key < first + (1L << 32))
            .OrderBy(row => row.Key)
            .Select(row => row.Document)
            .ToListAsync(CancellationToken.None);
        found.ShouldNotBeEmpty();
        return found;
    }
}

/// <summary>Short ways to write.</summary>
internal static class Written
{
    public static Format Format(string name) => FormatRegistry.All.Single(format => format.Name == name);

    public static byte[] Bytes(string format, Type record, Arity arity, IEnumerable<byte[]> documents)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = Format(format).Open(record, arity, output);
        writer.Begin();
        foreach (var document in documents)
        {
            writer.Write(document);
        }

        writer.End();
        return output.WrittenSpan.ToArray();
    }

    /// <summary>A list as text; bytes that are not UTF-8 are a failure.</summary>
    public static string List<TRecord>(string format, params IEnumerable<TRecord> records) =>
        List(format, typeof(TRecord), records.Select(CatalogueJson.Write));

    public static string List(string format, Type record, IEnumerable<byte[]> documents) =>
        Text(Bytes(format, record, Arity.Many, documents));

    public static string One<TRecord>(string format, TRecord record) =>
        Text(Bytes(format, typeof(TRecord), Arity.One, [CatalogueJson.Write(record)]));

    private static string Text(byte[] bytes) =>
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
}
