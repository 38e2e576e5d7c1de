using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace LdnEvidence.Api.Data.Sqlite;

/// <summary>Plain SQL over the connection of a database context.</summary>
internal static class SqliteCommands
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

    /// <summary>A command on the context's open connection and in its transaction, with the values of @p0, @p1 and so on.</summary>
    public static DbCommand Command(this CatalogueDbContext db, string sql, params ReadOnlySpan<object> values)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        // Names of tables are the program's own; everything else is a parameter.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var index = 0; index < values.Length; index++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{index}";
            parameter.Value = values[index];
            command.Parameters.Add(parameter);
        }

        return command;
    }

    /// <summary>Reads every row of a query.</summary>
    public static IEnumerable<T> Rows<T>(
        this CatalogueDbContext db,
        Func<DbDataReader, T> read,
        string sql,
        params object[] values
    )
    {
        using var command = db.Command(sql, values);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return read(reader);
        }
    }
}
