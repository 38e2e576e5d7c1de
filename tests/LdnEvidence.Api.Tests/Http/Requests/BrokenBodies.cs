using System.Text;

namespace LdnEvidence.Api.Tests.Http.Requests;

/// <summary>Bodies that were right until they were changed at random; the same ones for the same seed.</summary>
internal sealed class BrokenBodies(int seed)
{
    private static readonly byte[][] Sound =
    [
        [.. """[{"claim":"test-claim","release":1}]"""u8],
        [.. """[ {"release":1, "claim":"test-claim"} , {"claim":"no-such","release":1} ]"""u8],
        Encoding.UTF8.GetBytes(
            $"[{string.Join(",\n", Enumerable.Repeat("""{"claim":"test-claim","release":1}""", 40))}]"
        ),
    ];

    /// <summary>What trips a careless reader.</summary>
    private static readonly byte[][] Snares =
    [
        [0xFF],
        [0xC0, 0x80],
        [0xED, 0xA0, 0x80],
        [0xF5, 0x80, 0x80, 0x80],
        [0xE2, 0x82],
        [0xEF, 0xBB, 0xBF],
        [0x00],
        [0x7F, 0x1B],
        .. new[]
        {
            @"\ud800",
            @"\udc00\ud800",
            @"\ud83d\ude00",
            @"\u0000",
            @"\u12",
            @"\",
            @"\x41",
            "\"",
            "'",
            "// comment\n",
            "/* comment */",
            ",",
            ",,",
            ":",
            "}",
            "]",
            "null",
            "true",
            "NaN",
            "-Infinity",
            "0x10",
            "01",
            "1e999999",
            "-0.0",
            "1.5e-400",
            "😀",
            "\u2028",
            "\r",
            """
                "claim":"test-claim",
                """,
            """
                "\ud800":1,
                """,
            """
                "__proto__":{"a":[]},
                """,
        }.Select(Encoding.UTF8.GetBytes),
    ];

    private static readonly string?[] Types =
    [
        null,
        "",
        "text/plain",
        "application/json; charset=utf-16",
        "application/json; charset=latin1",
        "application/json; charset=",
        "application/json;;;",
        "application/problem+json",
        "application/json, application/json",
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded",
        new string('a', 2000),
    ];

    private readonly Random _random = new(seed);

    public (byte[] Body, string? Type) Next()
    {
        var body = Sound[_random.Next(Sound.Length)];
        for (var changes = _random.Next(4); changes >= 0; changes--)
        {
            body = Change(body);
        }

        return (body, _random.Next(20) == 0 ? Types[_random.Next(Types.Length)] : "application/json");
    }

    private byte[] Change(byte[] body)
    {
        var at = _random.Next(body.Length + 1);
        var (before, after) = (body[..at], body[at..]);
        return _random.Next(12) switch
        {
            0 => before,
            1 => after,
            2 => [.. before, (byte)_random.Next(256), .. after],
            3 => [.. before, (byte)_random.Next(256), .. after.Skip(1)],
            4 => [.. before, .. after.Skip(_random.Next(10))],
            5 => [.. before, .. before, .. after],
            6 => [.. before, .. Nested(), .. after],
            7 => [.. before, .. Enumerable.Repeat((byte)'9', _random.Next(3000)), .. after],
            8 when _random.Next(40) == 0 => [.. before, .. new byte[300 * 1024], .. after],
            9 when _random.Next(8) == 0 => Encode(body),
            _ => [.. before, .. Snares[_random.Next(Snares.Length)], .. after],
        };
    }

    private IEnumerable<byte> Nested()
    {
        var opening = _random.Next(3) switch
        {
            0 => "[",
            1 => """{"a":""",
            _ => """[{"claim":""",
        };
        return Enumerable.Repeat(Encoding.UTF8.GetBytes(opening), _random.Next(200)).SelectMany(bytes => bytes);
    }

    private byte[] Encode(byte[] body)
    {
        Encoding[] codings = [Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.Latin1];
        var coding = codings[_random.Next(codings.Length)];
        var bytes = coding.GetBytes(Encoding.UTF8.GetString(body));
        return _random.Next(2) == 0 ? bytes : [.. coding.GetPreamble(), .. bytes];
    }
}
