using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace LdnEvidence.Api.Data.Sqlite;

internal static class SqliteScalar
{
    /// <summary>Asks the database for one number.</summary>
    public static async Task<long> Scalar(this DatabaseFacade database, string sql, CancellationToken cancellationToken)
    {
        await database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = database.GetDbConnection().CreateCommand();
            command.CommandText = sql;
            return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
        }
        finally
        {
            await database.CloseConnectionAsync();
        }
    }
}
