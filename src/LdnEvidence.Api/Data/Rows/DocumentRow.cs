using System.Security.Cryptography;

namespace LdnEvidence.Api.Data.Rows;

/// <summary>
/// The JSON body of one record, written once when its release was published. It stands apart from the columns of its kind and under one number, so that a
/// page is read by going straight to its records, past nothing that only filters need.
/// </summary>
internal sealed class DocumentRow
{
    private const int CollectionBits = 8;
    private const int PositionBits = 32;

    /// <summary>How far apart the keys of two releases are that follow each other.</summary>
    public const long PerRelease = 1L << (CollectionBits + PositionBits);

    /// <summary>Where it stands: release, collection and position in one number, in this order.</summary>
    public required long Key { get; init; }

    public required int ReleaseNumber { get; init; }

    /// <summary>UTF-8.</summary>
    public required byte[] Document { get; init; }

    /// <summary>SHA-256 of the document; null on what was published before hashes were kept.</summary>
    public byte[]? Sha256 { get; init; }

    public static DocumentRow Of(int release, Collection collection, int position, byte[] document) =>
        new()
        {
            Key = KeyOf(release, collection, position),
            ReleaseNumber = release,
            Document = document,
            Sha256 = SHA256.HashData(document),
        };

    /// <summary>Where the body of a record stands. A release is a record of its own.</summary>
    public static long KeyOf(int release, Collection collection, int position) =>
        (release * PerRelease) + ((long)collection << PositionBits) + position;
}
