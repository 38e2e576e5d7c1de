namespace LdnEvidence.Api.Data;

/// <summary>The body of one record, and where it stands in its release.</summary>
/// <param name="Collection">What kind of record it is.</param>
/// <param name="Position">Its place in the default order of its collection, from 1.</param>
/// <param name="Body">JSON, UTF-8.</param>
internal readonly record struct StoredBody(Collection Collection, int Position, byte[] Body);
