using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace LdnEvidence.Api.Http.Site;

/// <summary>Where callers find the service, and whom they can write to. Bound once from the configuration section <c>Site</c> and validated on start.</summary>
internal sealed class SiteOptions : IValidatableObject
{
    public const string Section = "Site";

    /// <summary>
    /// The path below which callers see the service, such as <c>/ldn</c>; empty at the root. It holds whether a proxy takes the path away or passes it on.
    /// </summary>
    public string BasePath { get; set; } = string.Empty;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        BasePath.Length == 0 || Http.Site.BasePath.IsUsable(BasePath)
            ? []
            :
            [
                new ValidationResult(
                    $"{Section}:{nameof(BasePath)} is '{BasePath}', which is no path such as /ldn: {Http.Site.BasePath.Form}."
                ),
            ];
}

/// <summary>Holds the settings to what they allow; written by the compiler.</summary>
[OptionsValidator]
internal sealed partial class SiteOptionsValidator : IValidateOptions<SiteOptions>;
