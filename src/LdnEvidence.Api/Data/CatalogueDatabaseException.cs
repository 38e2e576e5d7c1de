namespace LdnEvidence.Api.Data;

/// <summary>The database cannot be used. The message names the file and says what to do, and is all that an operator needs.</summary>
internal sealed class CatalogueDatabaseException(string message, Exception? cause = null) : Exception(message, cause);
