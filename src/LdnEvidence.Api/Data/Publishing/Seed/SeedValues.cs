using System.Runtime.InteropServices;
using System.Text.Json;
using LdnEvidence.Domain.Audit;

namespace LdnEvidence.Api.Data.Publishing.Seed;

/// <summary>
/// What JSON allows and a record that can never be changed again must not hold: texts that are blank or cannot be shown as they are, and numbers that
/// no program reads alike.
/// </summary>
internal static class SeedValues
{
    public static IEnumerable<Fault> Check(string file, string record, JsonElement value) =>
        AreSound(value) ? [] : Check(file, record, value, string.Empty);

    /// <summary>Nearly every record is sound; this says so without naming any field.</summary>
    private static bool AreSound(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    if (!AreSound(member.Value))
                    {
                        return false;
                    }
                }

                return true;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    if (!AreSound(item))
                    {
                        return false;
                    }
                }

                return true;
            case JsonValueKind.String:
                return IsPlain(JsonMarshal.GetRawUtf8Value(value)[1..^1]) || FaultOf(value) is null;
            case JsonValueKind.Number:
                return IsReadable(value);
            default:
                return true;
        }
    }

    /// <summary>Visible ASCII and spaces within, nothing escaped: most texts are no more than that.</summary>
    private static bool IsPlain(ReadOnlySpan<byte> text) =>
        text.IndexOfAnyExceptInRange((byte)' ', (byte)'~') < 0
        && !text.Contains((byte)'\\')
        && (text.IsEmpty || (text[0] != (byte)' ' && text[^1] != (byte)' '));

    private static IEnumerable<Fault> Check(string file, string record, JsonElement value, string field) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value
                .EnumerateObject()
                .SelectMany(member =>
                    Check(file, record, member.Value, field.Length == 0 ? member.Name : $"{field}.{member.Name}")
                ),
            JsonValueKind.Array => value
                .EnumerateArray()
                .Index()
                .SelectMany(item => Check(file, record, item.Item, $"{field}[{item.Index}]")),
            JsonValueKind.String when FaultOf(value) is var (problem, remedy) =>
            [
                new Fault(file, record, field, problem, remedy),
            ],
            JsonValueKind.Number when !IsReadable(value) =>
            [
                new Fault(file, record, field, "The number is too large.", "Write a number of a sensible size."),
            ],
            _ => [],
        };

    private static (string Problem, string Remedy)? FaultOf(JsonElement value)
    {
        try
        {
            return SeedCharacters.FaultOf(value.GetString()!);
        }
        catch (InvalidOperationException)
        {
            return (
                "The text has half of a character (a lone surrogate).",
                "Write the whole character, or take the half out."
            );
        }
    }

    private static bool IsReadable(JsonElement number) =>
        number.GetRawText().AsSpan().IndexOfAny('.', 'e', 'E') < 0
            ? number.TryGetInt64(out _)
            : number.TryGetDecimal(out _);
}
