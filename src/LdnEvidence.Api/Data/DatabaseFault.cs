using LdnEvidence.Api.Data.Sqlite;

namespace LdnEvidence.Api.Data;

/// <summary>What an operator should know of a failure of the database, in words that never repeat what was asked of it.</summary>
internal static class DatabaseFault
{
    public static string Explain(string file, Exception failure) => SqliteDatabase.Explain(file, failure);
}
