using System.Collections;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace LdnEvidence.Api.Data.Publishing;

/// <summary>
/// Inserts rows one by one in the order in which they come, each with the rows below it, over the context's own connection and transaction. Tables,
/// columns and conversions are those of the model; the statement of a table is prepared once. A context that tracks each row takes several times as long.
/// </summary>
internal sealed class RowInsert(DbContext db, IDbContextTransaction transaction) : IAsyncDisposable
{
    private readonly Dictionary<Type, Table> _tables = [];

    public async Task Write(object row, CancellationToken cancellationToken)
    {
        if (!_tables.TryGetValue(row.GetType(), out var table))
        {
            table = Prepare(row.GetType());
            _tables.Add(row.GetType(), table);
        }

        foreach (var (parameter, mapping) in table.Columns)
        {
            var value = mapping.Property.GetGetter().GetClrValue(row);
            parameter.Value = mapping.TypeMapping.Converter?.ConvertToProvider(value) ?? value ?? DBNull.Value;
        }

        await table.Insert.ExecuteNonQueryAsync(cancellationToken);
        foreach (var below in table.Below)
        {
            foreach (var child in (IEnumerable)below.GetClrValue(row)!)
            {
                await Write(child, cancellationToken);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var table in _tables.Values)
        {
            await table.Insert.DisposeAsync();
        }
    }

    private Table Prepare(Type row)
    {
        var entity = db.Model.FindEntityType(row)!;
        var sql = db.GetService<ISqlGenerationHelper>();
        var mapped = entity.GetTableMappings().Single();
        var insert = db.Database.GetDbConnection().CreateCommand();
        insert.Transaction = transaction.GetDbTransaction();
        var columns = mapped
            .ColumnMappings.Select(
                (mapping, index) =>
                    (
                        Parameter: mapping.TypeMapping.CreateParameter(
                            insert,
                            sql.GenerateParameterName($"p{index}"),
                            value: null,
                            mapping.Column.IsNullable
                        ),
                        Mapping: mapping
                    )
            )
            .ToArray();
        insert.Parameters.AddRange(columns.Select(column => column.Parameter).ToArray());
        var names = columns.Select(column => sql.DelimitIdentifier(column.Mapping.Column.Name));
        var values = columns.Select(column => column.Parameter.ParameterName);
        // Nothing of it comes from outside: names are the model's, values are parameters.
#pragma warning disable CA2100
        insert.CommandText =
            $"INSERT INTO {sql.DelimitIdentifier(mapped.Table.Name, mapped.Table.Schema)} ({string.Join(", ", names)}) VALUES ({string.Join(", ", values)})";
#pragma warning restore CA2100
        insert.Prepare();
        return new Table(
            insert,
            columns,
            [.. entity.GetNavigations().Where(navigation => navigation.IsCollection).Select(below => below.GetGetter())]
        );
    }

    private sealed record Table(
        DbCommand Insert,
        (DbParameter Parameter, IColumnMapping Mapping)[] Columns,
        IClrPropertyGetter[] Below
    );
}
