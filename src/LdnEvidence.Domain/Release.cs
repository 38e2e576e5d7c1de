using System.Security.Cryptography;
using System.Text;

namespace LdnEvidence.Domain;

/// <summary>A complete, immutable, numbered copy of the catalogue.</summary>
/// <param name="Number">1 for the first, then counting up.</param>
/// <param name="PublishedAt">When it was published, UTC.</param>
/// <param name="Digest">SHA-256 of its canonical content, in lower-case hexadecimal.</param>
public sealed record Release(int Number, DateTimeOffset PublishedAt, string Digest)
{
    /// <summary>What the chain begins with: the first release has none before it.</summary>
    public static string ChainBeforeTheFirst { get; } = new('0', 64);

    /// <summary>
    /// The chain digest of a release: SHA-256 of the chain digest before it and its own digest, each followed by a line feed. It covers every release up
    /// to this one, so whoever has kept it notices when any of them is changed.
    /// </summary>
    public static string Chain(string before, string digest) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"{before}\n{digest}\n")));

    /// <summary>The chain digest of the last of these releases.</summary>
    /// <param name="digests">The digests of all releases in order, from the first.</param>
    public static string Chain(IEnumerable<string> digests) => digests.Aggregate(ChainBeforeTheFirst, Chain);
}
