using LdnEvidence.Api.Data.Publishing;
using LdnEvidence.Api.Data.Publishing.Seed;
using LdnEvidence.Api.Data.Search;
using LdnEvidence.Api.Data.Sqlite;

namespace LdnEvidence.Api.Data;

internal static class DataServices
{
    public static IServiceCollection AddCatalogue(this IServiceCollection services)
    {
        services
            .AddOptions<CatalogueOptions>()
            .BindConfiguration(CatalogueOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton(TimeProvider.System);
        services.AddSqliteCatalogue();
        services.AddScoped<SeedFolder>();
        services.AddScoped<ReleasePublisher>();
        services.AddScoped<CatalogueStart>();
        services.AddScoped<ListColumns>();
        services.AddScoped<DerivedData>();
        services.AddSingleton<CatalogueReads>();
        services.AddSingleton<SearchHits>();
        services.AddSingleton<ReleaseDirectory>();
        services.AddScoped<ReleaseReader>();
        services.AddHostedService<ReleaseWatch>();
        return services;
    }
}
