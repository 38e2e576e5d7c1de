using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace LdnEvidence.Api.Data;

/// <summary>Where the catalogue lives. Bound once from the configuration section <c>Catalogue</c> and validated on start.</summary>
internal sealed class CatalogueOptions
{
    public const string Section = "Catalogue";

    /// <summary>The SQLite file; a relative path counts from the working directory. It is made on first start.</summary>
    [Required]
    public string DatabasePath { get; set; } = "catalogue.db";

    /// <summary>The folder with the seed files; by default the copy that travels with the executable.</summary>
    [Required]
    public string SeedDataPath { get; set; } = Path.Combine(AppContext.BaseDirectory, "seed-data");

    /// <summary>A JSON file with codes that the operator adds to conditions; none where it is not set.</summary>
    public string? FurtherCodesPath { get; set; }

    public string DatabaseFile => Path.GetFullPath(DatabasePath);

    public string SeedDataFolder => Path.GetFullPath(SeedDataPath);

    public string? FurtherCodesFile =>
        string.IsNullOrWhiteSpace(FurtherCodesPath) ? null : Path.GetFullPath(FurtherCodesPath);
}

/// <summary>Holds the settings to the attributes above; written by the compiler.</summary>
[OptionsValidator]
internal sealed partial class CatalogueOptionsValidator : IValidateOptions<CatalogueOptions>;
