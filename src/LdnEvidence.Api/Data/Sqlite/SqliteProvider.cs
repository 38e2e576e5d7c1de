using System.Data.Common;
using LdnEvidence.Api.Data.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LdnEvidence.Api.Data.Sqlite;

/// <summary>Puts the catalogue on SQLite.</summary>
internal static class SqliteProvider
{
    public static IServiceCollection AddSqliteCatalogue(this IServiceCollection services)
    {
        services.AddDbContextPool<CatalogueDbContext>(
            (provider, options) =>
                options.UseSqliteCatalogue(provider.GetRequiredService<IOptions<CatalogueOptions>>().Value.DatabaseFile)
        );
        services.AddSingleton<DbDataSource>(provider =>
            SqliteFactory.Instance.CreateDataSource(
                ConnectionString(provider.GetRequiredService<IOptions<CatalogueOptions>>().Value.DatabaseFile)
            )
        );
        services.AddScoped<SqliteDatabase>();
        services.AddSingleton<ICatalogueSearch, SqliteSearch>();
        return services;
    }

    public static DbContextOptionsBuilder UseSqliteCatalogue(this DbContextOptionsBuilder options, string file) =>
        options
            .UseSqlite(ConnectionString(file))
            .UseSnakeCaseNamingConvention()
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);

    private static string ConnectionString(string file) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadWriteCreate,
            ForeignKeys = true,
            // Seconds to wait for another process's write before giving up.
            DefaultTimeout = 5,
        }.ConnectionString;
}
