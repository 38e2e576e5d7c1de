using System.Buffers;
using System.Text;
using System.Text.Json;
using LdnEvidence.Api.Data;

namespace LdnEvidence.Api.Http.Answers;

/// <summary>The full records that the items of a page link to, each once.</summary>
internal static class LinkedRecordsBody
{
    public static byte[] Of(Listing listing, OpenRelease catalogue, DocumentBatch items)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var separator = "{";
        foreach (var linked in listing.Include)
        {
            var ids = new SortedSet<string>(StringComparer.Ordinal);
            for (var index = 0; index < items.Count; index++)
            {
                using var json = JsonDocument.Parse(items[index]);
                Gather(json.RootElement, linked.Path.Split('.'), ids);
            }

            buffer.Write(Encoding.UTF8.GetBytes($"{separator}\"{linked.Name}\":["));
            var isFirst = true;
            foreach (var id in ids)
            {
                buffer.Write(isFirst ? ""u8 : ","u8);
                buffer.Write(catalogue.Document(linked.Collection, id));
                isFirst = false;
            }

            buffer.Write("]"u8);
            separator = ",";
        }

        buffer.Write("}"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Gather(JsonElement value, ReadOnlySpan<string> path, SortedSet<string> ids)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                Gather(item, path, ids);
            }
        }
        else if (path.IsEmpty)
        {
            ids.Add(value.GetString()!);
        }
        else
        {
            Gather(value.GetProperty(path[0]), path[1..], ids);
        }
    }
}
