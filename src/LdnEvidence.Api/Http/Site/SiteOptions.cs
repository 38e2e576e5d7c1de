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

    /// <summary>Where a vulnerability can be reported: <c>mailto:</c>, <c>https:</c> or <c>tel:</c>. Without it there is no security.txt.</summary>
    public string SecurityContact { get; set; } = string.Empty;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (BasePath.Length > 0 && !Http.Site.BasePath.IsUsable(BasePath))
        {
            yield return new ValidationResult(
                $"{Section}:{nameof(BasePath)} is '{BasePath}', which is no path such as /ldn: {Http.Site.BasePath.Form}."
            );
        }

        if (
            SecurityContact.Length > 0
            && (
                !Uri.TryCreate(SecurityContact, UriKind.Absolute, out var contact)
                || contact.Scheme is not ("mailto" or "https" or "tel")
            )
        )
        {
            yield return new ValidationResult(
                $"{Section}:{nameof(SecurityContact)} is '{SecurityContact}', which is no address such as mailto:security@example.org or https://example.org/report."
            );
        }
    }
}

/// <summary>Holds the settings to what they allow; written by the compiler.</summary>
[OptionsValidator]
internal sealed partial class SiteOptionsValidator : IValidateOptions<SiteOptions>;
