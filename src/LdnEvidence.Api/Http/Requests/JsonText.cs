using System.Text;
using System.Text.Json;
using FluentValidation.Results;

namespace LdnEvidence.Api.Http.Requests;

/// <summary>
/// Finds what no program could read in a JSON text: bytes that are not UTF-8, broken syntax, escapes that are no character, and members that occur
/// twice. The framework's reader leaves text as it is until it is asked for, so a fault in it would otherwise surface anywhere.
/// </summary>
internal static class JsonText
{
    /// <summary>How many objects and lists may stand inside one another.</summary>
    private const int MaxDepth = 64;

    /// <summary>Characters. A longer pointer would repeat what the caller sent; line and byte name the place as well.</summary>
    private const int MaxPointerLength = 100;

    /// <summary>The first fault, named by a JSON pointer with line and byte in its message, or null for a text that can be read.</summary>
    public static ValidationFailure? FindFault(ReadOnlySpan<byte> text)
    {
        var valid = CountValidBytes(text);
        if (valid < text.Length)
        {
            return Fault("", text, valid, $"The byte {text[valid]:X2} here is not part of a text in UTF-8.");
        }

        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = MaxDepth });
        var containers = new Stack<Container>();
        try
        {
            while (reader.Read())
            {
                if (FindFault(ref reader, containers) is { } message)
                {
                    return Fault(PointerTo(containers), text, (int)reader.TokenStartIndex, message);
                }
            }

            return null;
        }
        catch (JsonException malformed)
        {
            return Fault(
                "",
                (malformed.LineNumber ?? 0) + 1,
                (malformed.BytePositionInLine ?? 0) + 1,
                $"It cannot be read as JSON from here; expected JSON without a byte order mark, at most {MaxDepth} levels deep."
            );
        }
    }

    private static string? FindFault(ref Utf8JsonReader reader, Stack<Container> containers)
    {
        if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
        {
            containers.Pop();
            return null;
        }

        if (reader.TokenType != JsonTokenType.PropertyName && containers.TryPeek(out var list) && list.IsList)
        {
            list.Place = list.Count++.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                containers.Push(new Container(reader.TokenType == JsonTokenType.StartArray));
                return null;
            case JsonTokenType.PropertyName:
                var members = containers.Peek();
                members.Place = null;
                if (TextOf(ref reader) is not { } name)
                {
                    return "The member name has an escape that is half of a character.";
                }

                members.Place = name;
                return members.Names.Add(name) ? null : "The member occurs twice in its object.";
            case JsonTokenType.String:
                return TextOf(ref reader) is null ? "The text has an escape that is half of a character." : null;
            default:
                return null;
        }
    }

    private static string? TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static int CountValidBytes(ReadOnlySpan<byte> text)
    {
        var count = 0;
        while (
            count < text.Length
            && Rune.DecodeFromUtf8(text[count..], out _, out var bytes) == System.Buffers.OperationStatus.Done
        )
        {
            count += bytes;
        }

        return count;
    }

    private static string PointerTo(Stack<Container> containers)
    {
        var pointer = string.Concat(
            containers
                .Reverse()
                .Where(container => container.Place is not null)
                .Select(container =>
                    $"/{container.Place!.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}"
                )
        );
        return pointer.Length <= MaxPointerLength ? pointer : "";
    }

    private static ValidationFailure Fault(string pointer, ReadOnlySpan<byte> text, int position, string message)
    {
        var before = text[..position];
        return Fault(pointer, before.Count((byte)'\n') + 1, position - before.LastIndexOf((byte)'\n'), message);
    }

    private static ValidationFailure Fault(string pointer, long line, long inLine, string message) =>
        new(pointer, $"Line {line}, byte {inLine}: {message}");

    /// <summary>An object or a list that the reader is inside of, and where in it.</summary>
    private sealed class Container(bool isList)
    {
        public bool IsList => isList;

        public int Count { get; set; }

        public string? Place { get; set; }

        public HashSet<string> Names { get; } = new(StringComparer.Ordinal);
    }
}
