using System.Text.Json;
using LdnEvidence.Domain.Audit;

namespace LdnEvidence.Api.Data.Publishing;

/// <summary>Reads one seed file and gathers every fault of its shape, instead of stopping at the first.</summary>
internal sealed class SeedFile<T>(string folder, string name, string collection)
{
    private readonly List<Fault> _faults = [];
    private readonly List<T> _records = [];

    public IReadOnlyList<Fault> Faults => _faults;

    public IReadOnlyList<T> Records => _records;

    private string File => $"{name}.json";

    public async Task<SeedFile<T>> Read(CancellationToken cancellationToken)
    {
        using var json = await Parse(cancellationToken);
        if (json is null || Collection(json.RootElement) is not { } records)
        {
            return this;
        }

        var schema = await SeedSchema.Load(name, collection, cancellationToken);
        foreach (var (index, record) in records.EnumerateArray().Index())
        {
            Add(schema, NameOf(record, index), record);
        }

        return this;
    }

    private async Task<JsonDocument?> Parse(CancellationToken cancellationToken)
    {
        try
        {
            var bytes = await System.IO.File.ReadAllBytesAsync(Path.Combine(folder, File), cancellationToken);
            if (System.Text.Unicode.Utf8.IsValid(bytes))
            {
                return JsonDocument.Parse(bytes, new JsonDocumentOptions { AllowDuplicateProperties = false });
            }

            OfFile("It is not UTF-8.", "Save it with the encoding UTF-8.");
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
            OfFile(
                $"It is not JSON{place}: {reason}.",
                "Mend the text at that place; an editor that knows JSON marks it."
            );
        }

        return null;
    }

    private void OfFile(string problem, string remedy) =>
        _faults.Add(new Fault(File, string.Empty, string.Empty, problem, remedy));

    private JsonElement? Collection(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            _faults.Add(
                new Fault(
                    File,
                    string.Empty,
                    string.Empty,
                    "It must be an object.",
                    $"Write {{ \"$schema\": \"schema/{name}.schema.json\", \"{collection}\": [ … ] }}."
                )
            );
            return null;
        }

        foreach (
            var member in root.EnumerateObject().Where(member => member.Name != "$schema" && member.Name != collection)
        )
        {
            _faults.Add(
                new Fault(
                    File,
                    string.Empty,
                    member.Name,
                    "There is no such field.",
                    $"The fields here are $schema, {collection}."
                )
            );
        }

        if (
            root.TryGetProperty(collection, out var records)
            && records.ValueKind == JsonValueKind.Array
            && records.GetArrayLength() > 0
        )
        {
            return records;
        }

        _faults.Add(
            new Fault(
                File,
                string.Empty,
                string.Empty,
                $"Its list \"{collection}\" is missing or empty.",
                $"\"{collection}\" must be a list of at least one record."
            )
        );
        return null;
    }

    private void Add(SeedSchema schema, string record, JsonElement element)
    {
        List<Fault> faults =
            element.ValueKind == JsonValueKind.Object
                ? [.. SeedValues.Check(File, record, element)]
                : [new Fault(File, record, string.Empty, "It is no record.", "A record is an object: { \"id\": … }.")];
        if (faults.Count == 0)
        {
            faults.AddRange(schema.Check(File, record, element.GetRawText()));
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
