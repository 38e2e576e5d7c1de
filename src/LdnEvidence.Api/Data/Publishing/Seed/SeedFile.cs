using System.Text.Json;
using LdnEvidence.Domain.Audit;

namespace LdnEvidence.Api.Data.Publishing.Seed;

/// <summary>Reads one seed file and gathers every fault of its shape, instead of stopping at the first.</summary>
internal sealed class SeedFile<T>(string folder, string name, string collection)
{
    private readonly List<Fault> _faults = [];
    private readonly List<T> _records = [];

    public IReadOnlyList<Fault> Faults => _faults;

    public IReadOnlyList<T> Records => _records;

    private string File => $"{name}.json";

    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<SeedFile<T>> Read(IProgress<PublishingProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            using var text = SeedText.Open(Path.Combine(folder, File));
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
            OfFile($"There is no such file in {folder}.", "Put it back, or name the right folder with --seed-data.");
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
        var schema = await SeedSchema.Load(name, collection, cancellationToken);
        var doing = $"Reading {File}";
        foreach (var (index, place) in outline.Records.Index())
        {
            progress?.Report(new PublishingProgress(doing, index, outline.Records.Count));
            using var record = Parse(await text.Record(place, cancellationToken));
            await Add(schema, NameOf(record.RootElement, index), record.RootElement, cancellationToken);
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
                $"Write {{ \"$schema\": \"schema/{name}.schema.json\", \"{collection}\": [ … ] }}."
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
