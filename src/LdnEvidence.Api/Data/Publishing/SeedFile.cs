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
            await using var stream = System.IO.File.OpenRead(Path.Combine(folder, File));
            return await JsonDocument.ParseAsync(
                stream,
                new JsonDocumentOptions { AllowDuplicateProperties = false },
                cancellationToken
            );
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            _faults.Add(
                new Fault(
                    File,
                    string.Empty,
                    string.Empty,
                    $"There is no such file in {folder}.",
                    "Put it back, or name the right folder with --seed-data."
                )
            );
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            _faults.Add(
                new Fault(
                    File,
                    string.Empty,
                    string.Empty,
                    $"It cannot be read: {unreadable.Message}",
                    "Allow this user to read the file."
                )
            );
        }
        catch (JsonException broken)
        {
            _faults.Add(
                new Fault(
                    File,
                    string.Empty,
                    string.Empty,
                    $"It is not JSON: {broken.Message}",
                    "Mend the text at that place; an editor that knows JSON marks it."
                )
            );
        }

        return null;
    }

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
        var faults = schema.Check(File, record, element.GetRawText()).ToList();
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

    private static string NameOf(JsonElement record, int index) =>
        record.ValueKind == JsonValueKind.Object
        && record.TryGetProperty("id", out var id)
        && id.ValueKind == JsonValueKind.String
        && id.GetString() is { Length: > 0 } text
            ? text
            : $"record {index + 1}";
}
