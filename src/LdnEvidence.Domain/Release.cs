namespace LdnEvidence.Domain;

/// <summary>A complete, immutable, numbered copy of the catalogue.</summary>
/// <param name="Number">1 for the first, then counting up.</param>
/// <param name="PublishedAt">When it was published, UTC.</param>
/// <param name="Digest">SHA-256 of its canonical content, in lower-case hexadecimal.</param>
public sealed record Release(int Number, DateTimeOffset PublishedAt, string Digest);
