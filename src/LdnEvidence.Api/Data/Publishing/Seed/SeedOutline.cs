using System.Text.Json;

namespace LdnEvidence.Api.Data.Publishing.Seed;

/// <summary>What lies where in a seed file, gathered from its text piece by piece.</summary>
/// <param name="collection">The member of the file that holds its records.</param>
internal sealed class SeedOutline(string collection)
{
    /// <summary>What the reader of JSON finds only when the name is read, and then does not call a fault of the text.</summary>
    public const string HalfName = "The name of a field has half of a character (a lone surrogate)";

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<string> _members = [];
    private readonly List<(long Start, int Length)> _records = [];
    private JsonReaderState _state;
    private string? _member;
    private long _recordStart;

    public bool IsObject { get; private set; }

    /// <summary>Whether the records' member is there and is a list.</summary>
    public bool HasList { get; private set; }

    /// <summary>The members of the file itself, in its order.</summary>
    public IReadOnlyList<string> Members => _members;

    /// <summary>Where each record begins and how long it is, in bytes.</summary>
    public IReadOnlyList<(long Start, int Length)> Records => _records;

    /// <summary>Reads on.</summary>
    /// <param name="text">The text from where the last call stopped.</param>
    /// <param name="position">Where in the file that is.</param>
    /// <param name="isLast">Whether the file ends with it.</param>
    /// <returns>How many bytes were understood; the next call begins behind them.</returns>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public int Read(ReadOnlySpan<byte> text, long position, bool isLast)
    {
        var reader = new Utf8JsonReader(text, isLast, _state);
        while (reader.Read())
        {
            Note(ref reader, position);
        }

        _state = reader.CurrentState;
        return (int)reader.BytesConsumed;
    }

    private void Note(ref Utf8JsonReader reader, long position)
    {
        switch (reader.CurrentDepth, reader.TokenType)
        {
            case (0, JsonTokenType.StartObject):
                IsObject = true;
                break;
            case (1, JsonTokenType.PropertyName) when IsObject:
                _member = Name(ref reader);
                if (!_names.Add(_member))
                {
                    throw new JsonException($"Duplicate property '{_member}' encountered during deserialization.");
                }

                _members.Add(_member);
                break;
            case (1, JsonTokenType.StartArray) when IsObject && _member == collection:
                HasList = true;
                break;
            case (2, JsonTokenType.EndObject or JsonTokenType.EndArray) when HasList && _member == collection:
                Add(position + reader.BytesConsumed);
                break;
            case (2, JsonTokenType.StartObject or JsonTokenType.StartArray) when HasList && _member == collection:
                _recordStart = position + reader.TokenStartIndex;
                break;
            case (2, _) when HasList && _member == collection:
                _recordStart = position + reader.TokenStartIndex;
                Add(position + reader.BytesConsumed);
                break;
            default:
                break;
        }
    }

    private static string Name(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException halved)
        {
            throw new JsonException(HalfName, halved);
        }
    }

    private void Add(long end) => _records.Add((_recordStart, checked((int)(end - _recordStart))));
}
