using System.Buffers;
using System.Text;
using System.Text.Json;
using LdnEvidence.Api.Contracts;

namespace LdnEvidence.Api.Formats;

/// <summary>What the writers that look into a record have in common: reading its stored body, and writing text.</summary>
internal static class RecordBody
{
    public static TRecord Read<TRecord>(ReadOnlyMemory<byte> document) =>
        JsonSerializer.Deserialize<TRecord>(document.Span, CatalogueJson.Options)
        ?? throw new JsonException($"A stored {typeof(TRecord).Name} is null.");

    public static void WriteText(this IBufferWriter<byte> output, ReadOnlySpan<char> text) =>
        Encoding.UTF8.GetBytes(text, output);

    /// <summary>The text on one line: each run of white space and control characters becomes one space.</summary>
    public static string OnOneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        var isGap = false;
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter) || char.IsControl(letter))
            {
                isGap = line.Length > 0;
                continue;
            }

            line.Append(isGap ? " " : string.Empty).Append(letter);
            isGap = false;
        }

        return line.ToString();
    }
}
