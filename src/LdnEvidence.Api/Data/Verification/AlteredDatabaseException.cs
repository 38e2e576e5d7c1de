namespace LdnEvidence.Api.Data.Verification;

/// <summary>The database is not what was published; the message names the first difference.</summary>
internal sealed class AlteredDatabaseException(string message) : Exception(message);

/// <summary>What a database was found to be.</summary>
/// <param name="Releases">How many releases it has.</param>
/// <param name="Records">How many records they have together.</param>
/// <param name="Chain">The chain digest of the last; compare it with one that was kept elsewhere.</param>
internal sealed record VerifiedDatabase(int Releases, long Records, string Chain);
