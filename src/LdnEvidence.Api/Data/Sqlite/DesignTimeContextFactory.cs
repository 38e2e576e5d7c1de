using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace LdnEvidence.Api.Data.Sqlite;

/// <summary>Lets <c>dotnet ef migrations add</c> see the model without starting the service.</summary>
internal sealed class DesignTimeContextFactory : IDesignTimeDbContextFactory<CatalogueDbContext>
{
    public CatalogueDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<CatalogueDbContext>();
        options.UseSqliteCatalogue("design-time.db");
        return new CatalogueDbContext(options.Options);
    }
}
