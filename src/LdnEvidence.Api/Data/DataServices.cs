using LdnEvidence.Api.Data.Health;
using LdnEvidence.Api.Data.Publishing;
using LdnEvidence.Api.Data.Publishing.Seed;
using LdnEvidence.Api.Data.Search;
using LdnEvidence.Api.Data.Sqlite;
using LdnEvidence.Api.Data.Verification;
using Microsoft.Extensions.Options;

namespace LdnEvidence.Api.Data;

internal static class DataServices
{
    /// <summary>
    /// What requests read with and, unless the file needs nothing, what publishes and migrates. The database context alone takes a fifth of the memory
    /// of a service and of the time of its start, and one that only serves has no use for it.
    /// </summary>
    /// <param name="builder">The application.</param>
    /// <param name="onlyServes">Whether the command is to serve; the others publish, check or migrate.</param>
    public static IHostApplicationBuilder AddCatalogue(this IHostApplicationBuilder builder, bool onlyServes)
    {
        builder.Services.AddReads();
        var options =
            builder.Configuration.GetSection(CatalogueOptions.Section).Get<CatalogueOptions>()
            ?? new CatalogueOptions();
        // Settings that make no sense are told when what publishes asks for them.
        var mayHold = onlyServes && new CatalogueOptionsValidator().Validate(name: null, options).Succeeded;
        if (!mayHold || !new SqliteStamp(new SqliteFile(Options.Create(options))).Holds())
        {
            builder.Services.AddPublishing();
        }

        return builder;
    }

    private static void AddReads(this IServiceCollection services)
    {
        services.AddOptions<CatalogueOptions>().BindConfiguration(CatalogueOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<CatalogueOptions>, CatalogueOptionsValidator>();
        services.AddSingleton(TimeProvider.System);
        services.AddSqliteReads();
        services.AddSingleton<CatalogueReads>();
        services.AddSingleton<SearchHits>();
        services.AddSingleton<ReleaseDirectory>();
        services.AddScoped<ReleaseReader>();
        services.AddSingleton<DatabaseState>();
        services.AddHostedService<ReleaseWatch>();
    }

    private static void AddPublishing(this IServiceCollection services)
    {
        services.AddSqliteContext();
        services.AddScoped<SeedFolder>();
        services.AddScoped<DerivedData>();
        services.AddScoped<ReleasePublisher>();
        services.AddScoped<CatalogueStart>();
        services.AddScoped<DatabaseCheck>();
        services.AddScoped<DatabaseRebuild>();
    }
}
