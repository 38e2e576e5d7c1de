using System.Buffers.Binary;
using System.Buffers.Text;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace LdnEvidence.Api.Http;

/// <summary>
/// A place in a list: the position of the last record before the page, in the release it was seen in; negated, the first record after it, so that a walk
/// can go back. It is sealed with the query that it belongs to, so
/// one that was taken from another list, or altered, is refused instead of answered wrongly. It is no secret.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Cursor(int Release, int Position)
{
    private const int SealLength = 8;
    private const int Length = 8 + SealLength;

    /// <summary>Writes the cursor for the list that this text identifies.</summary>
    public string Write(string list)
    {
        Span<byte> bytes = stackalloc byte[Length];
        BinaryPrimitives.WriteInt32BigEndian(bytes, Release);
        BinaryPrimitives.WriteInt32BigEndian(bytes[4..], Position);
        Seal(bytes[..8], list, bytes[8..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads a cursor of the list that this text identifies.</summary>
    public static bool TryRead(string text, string list, out Cursor cursor)
    {
        cursor = default;
        Span<byte> bytes = stackalloc byte[Length];
        // Only the spelling that Write gives is a cursor: base64 leaves bits over in the last letter.
        if (
            text.Length != Base64Url.GetEncodedLength(Length)
            || !Base64Url.IsValid(text)
            || !Base64Url.TryDecodeFromChars(text, bytes, out var written)
            || written != Length
            || Base64Url.EncodeToString(bytes) != text
        )
        {
            return false;
        }

        Span<byte> seal = stackalloc byte[SealLength];
        Seal(bytes[..8], list, seal);
        if (!seal.SequenceEqual(bytes[8..]))
        {
            return false;
        }

        cursor = new Cursor(
            BinaryPrimitives.ReadInt32BigEndian(bytes),
            BinaryPrimitives.ReadInt32BigEndian(bytes[4..])
        );
        return true;
    }

    private static void Seal(ReadOnlySpan<byte> place, string list, Span<byte> seal)
    {
        var hash = XxHash3.HashToUInt64(
            MemoryMarshal.AsBytes(list.AsSpan()),
            BinaryPrimitives.ReadInt64BigEndian(place)
        );
        BinaryPrimitives.WriteUInt64BigEndian(seal, hash);
    }
}
