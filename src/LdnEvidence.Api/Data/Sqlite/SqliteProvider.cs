using System.Data.Common;
using LdnEvidence.Api.Data.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace LdnEvidence.Api.Data.Sqlite;

/// <summary>Puts the catalogue on SQLite.</summary>
internal static class SqliteProvider
{
    /// <summary>What writing needs; reading does without the database context.</summary>
    public static IServiceCollection AddSqliteContext(this IServiceCollection services)
    {
        SqliteEngine.Prepare();
        services.AddDbContextPool<CatalogueDbContext>(
            (provider, options) =>
                options.UseSqliteCatalogue(provider.GetRequiredService<IOptions<CatalogueOptions>>().Value.DatabaseFile)
        );
        return services.AddScoped<SqliteDatabase>();
    }

    public static IServiceCollection AddSqliteReads(this IServiceCollection services)
    {
        SqliteEngine.Prepare();
        services.AddSingleton<SqliteFile>();
        services.AddSingleton<CatalogueSource>(provider => provider.GetRequiredService<SqliteFile>());
        services.AddSingleton<IStoredDocuments, SqliteDocuments>();
        services.AddSingleton<SqliteStamp>();
        services.AddSingleton<ICatalogueSearch, SqliteSearch>();
        return services;
    }

    public static DbContextOptionsBuilder UseSqliteCatalogue(this DbContextOptionsBuilder options, string file) =>
        options.UseSqlite(ConnectionString(file)).AsCatalogue();

    /// <summary>The same on a connection of the caller's.</summary>
    public static DbContextOptionsBuilder<CatalogueDbContext> UseSqliteCatalogue(
        this DbContextOptionsBuilder<CatalogueDbContext> options,
        DbConnection connection
    )
    {
        options.UseSqlite(connection).AsCatalogue();
        return options;
    }

    private static DbContextOptionsBuilder AsCatalogue(this DbContextOptionsBuilder options) =>
        options
            // What SQLite says of a failed query can repeat words of it. Http/Failures.cs tells of the failure without them.
            .ConfigureWarnings(warnings =>
                warnings.Ignore(RelationalEventId.CommandError, CoreEventId.QueryIterationFailed)
            )
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
