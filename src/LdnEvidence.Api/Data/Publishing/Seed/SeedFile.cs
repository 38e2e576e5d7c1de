using System.Text.Json;
using LdnEvidence.Domain.Audit;

namespace LdnEvidence.Api.Data.Publishing.Seed;

/// <summary>Reads one seed file and gathers every fault of its shape, instead of stopping at the first.</summary>
internal sealed class SeedFile<T>(string path, string schemaName, string collection, string option = "--seed-data")
    where T : class
{
    /// <summary>So many records are read at once, on all processors.</summary>
    private const int Batch = 256;

    private readonly List<Fault> _faults = [];
    private readonly List<T> _records = [];

    public IReadOnlyList<Fault> Faults => _faults;

    public IReadOnlyList<T> Records => _records;

    public string File => Path.GetFileName(path);

    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<SeedFile<T>> Read(IProgress<PublishingProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            using var text = SeedText.Open(path);
            if (!await text.IsUtf8(cancellationToken))
            {
                OfFile("It is not UTF-8.", "Save it with the encoding UTF-8.");
                return this;
            }

            var outline = await text.Scan(collection, cancellationToken);
            if (Judge(outline))
            {
                await Read(text, outline, progress, cancellationToken);
            }
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            OfFile(
                $"There is no such file in {Path.GetDirectoryName(path)}.",
                option == "--seed-data"
                    ? "Put it back, or name the right folder with --seed-data."
                    : $"Put it back, or name the right file with {option}."
            );
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            OfFile($"It cannot be read: {unreadable.Message}", "Allow this user to read the file.");
        }
        catch (JsonException broken)
        {
            // The reader's advice on its own options, and its counting from 0, are of no use to a curator.
            var reason = broken.Message.Split(". ")[0].Split(" LineNumber")[0].TrimEnd('.');
            var place = broken.LineNumber is { } line
                ? $" in line {line + 1}, byte {broken.BytePositionInLine + 1}"
                : string.Empty;
            // Nothing else can be said of a file that is not whole.
            _faults.Clear();
            OfFile(
                $"It is not JSON{place}: {reason}.",
                "Mend the text at that place; an editor that knows JSON marks it."
            );
        }

        return this;
    }

    private async Task Read(
        SeedText text,
        SeedOutline outline,
        IProgress<PublishingProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var schema = await SeedSchema.Load(schemaName, collection, cancellationToken);
        var doing = $"Reading {File}";
        foreach (var places in outline.Records.Index().Chunk(Batch))
        {
            var texts = new List<byte[]>(places.Length);
            foreach (var (_, place) in places)
            {
                texts.Add((await text.Record(place, cancellationToken)).ToArray());
            }

            var sound = texts.AsParallel().AsOrdered().Select(record => IfSound(schema, record)).ToArray();
            foreach (var (offset, record) in sound.Index())
            {
                progress?.Report(new PublishingProgress(doing, places[offset].Index, outline.Records.Count));
                if (record is not null)
                {
                    _records.Add(record);
                    continue;
                }

                using var json = Parse(texts[offset]);
                var called = NameOf(json.RootElement, places[offset].Index);
                await Add(schema, called, json.RootElement, cancellationToken);
            }
        }
    }

    /// <summary>Reads a record in which a quick look finds no fault; of any other nothing is said here.</summary>
    private T? IfSound(SeedSchema schema, byte[] text)
    {
        try
        {
            using var json = Parse(text);
            var record = json.RootElement;
            return
                record.ValueKind == JsonValueKind.Object
                && !SeedValues.Check(File, string.Empty, record).Any()
                && schema.IsSurelySound(record)
                ? record.Deserialize<T>(SeedJson.Options)
                : null;
        }
        catch (JsonException)
        {
            // What is wrong is said by the thorough look that follows.
            return null;
        }
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> record)
    {
        try
        {
            return JsonDocument.Parse(record, new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (InvalidOperationException halved)
        {
            throw new JsonException(SeedOutline.HalfName, halved);
        }
    }

    private void OfFile(string problem, string remedy) =>
        _faults.Add(new Fault(File, string.Empty, string.Empty, problem, remedy));

    /// <summary>Tells what is wrong with the file around its records, and whether it has records to read.</summary>
    private bool Judge(SeedOutline outline)
    {
        if (!outline.IsObject)
        {
            OfFile(
                "It must be an object.",
                $"Write {{ \"$schema\": \"schema/{schemaName}.schema.json\", \"{collection}\": [ … ] }}."
            );
            return false;
        }

        _faults.AddRange(
            outline
                .Members.Where(member => member != "$schema" && member != collection)
                .Select(member => new Fault(
                    File,
                    string.Empty,
                    member,
                    "There is no such field.",
                    $"The fields here are $schema, {collection}."
                ))
        );
        if (outline.Records.Count > 0)
        {
            return true;
        }

        OfFile(
            $"Its list \"{collection}\" is missing or empty.",
            $"\"{collection}\" must be a list of at least one record."
        );
        return false;
    }

    private async ValueTask Add(
        SeedSchema schema,
        string record,
        JsonElement element,
        CancellationToken cancellationToken
    )
    {
        List<Fault> faults =
            element.ValueKind == JsonValueKind.Object
                ? [.. SeedValues.Check(File, record, element)]
                : [new Fault(File, record, string.Empty, "It is no record.", "A record is an object: { \"id\": … }.")];
        if (faults.Count == 0)
        {
            faults.AddRange(await schema.Check(File, record, element, cancellationToken));
        }

        _faults.AddRange(faults);
        if (faults.Count > 0)
        {
            return;
        }

        try
        {
            _records.Add(element.Deserialize<T>(SeedJson.Options)!);
        }
        catch (JsonException malformed)
        {
            var field = (malformed.Path ?? string.Empty).TrimStart('$', '.');
            _faults.Add(new Fault(File, record, field, "It is malformed.", malformed.Message));
        }
    }

    private static string NameOf(JsonElement record, int index)
    {
        var id =
            record.ValueKind == JsonValueKind.Object && record.TryGetProperty("id", out var named) ? named : default;
        return
            id.ValueKind == JsonValueKind.String
            && !SeedValues.Check(string.Empty, string.Empty, id).Any()
            && id.GetString() is { Length: > 0 } text
            ? text
            : $"record {index + 1}";
    }
}
