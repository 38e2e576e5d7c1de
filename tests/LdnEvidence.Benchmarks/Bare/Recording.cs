using System.Text;
using Microsoft.Extensions.Primitives;

namespace LdnEvidence.Benchmarks.Bare;

/// <summary>A response as the service gave it.</summary>
internal sealed record RecordedResponse(
    int Status,
    IReadOnlyList<KeyValuePair<string, StringValues>> Headers,
    ReadOnlyMemory<byte> Body
);

/// <summary>Responses in a file: how the driver hands them to bare Kestrel.</summary>
internal static class Recording
{
    public static void Write(string file, IReadOnlyCollection<RecordedResponse> responses)
    {
        using var writer = new BinaryWriter(File.Create(file), Encoding.UTF8);
        writer.Write(responses.Count);
        foreach (var response in responses)
        {
            writer.Write(response.Status);
            writer.Write(response.Headers.Count);
            foreach (var (name, value) in response.Headers)
            {
                writer.Write(name);
                writer.Write(value.ToString());
            }

            writer.Write(response.Body.Length);
            writer.Write(response.Body.Span);
        }
    }

    public static RecordedResponse[] Read(string file)
    {
        using var reader = new BinaryReader(File.OpenRead(file), Encoding.UTF8);
        var responses = new RecordedResponse[reader.ReadInt32()];
        for (var i = 0; i < responses.Length; i++)
        {
            var status = reader.ReadInt32();
            var headers = new KeyValuePair<string, StringValues>[reader.ReadInt32()];
            for (var j = 0; j < headers.Length; j++)
            {
                headers[j] = new KeyValuePair<string, StringValues>(reader.ReadString(), reader.ReadString());
            }

            responses[i] = new RecordedResponse(status, headers, reader.ReadBytes(reader.ReadInt32()));
        }

        return responses;
    }
}
