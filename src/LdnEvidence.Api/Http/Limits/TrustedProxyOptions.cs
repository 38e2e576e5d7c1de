using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.Extensions.Options;

namespace LdnEvidence.Api.Http.Limits;

/// <summary>
/// Proxies whose word on the caller's address is taken. Bound once from the configuration section <c>ForwardedHeaders</c> and validated on start. By
/// default there is none: anyone can send X-Forwarded-For.
/// </summary>
internal sealed class TrustedProxyOptions : IValidatableObject
{
    public const string Section = "ForwardedHeaders";

    /// <summary>Addresses of proxies.</summary>
    public string[] KnownProxies { get; set; } = [];

    /// <summary>Networks of proxies, such as 10.0.0.0/8.</summary>
    public string[] KnownNetworks { get; set; } = [];

    /// <summary>How many proxies stand one behind the other.</summary>
    [Range(1, 10)]
    public int ForwardLimit { get; set; } = 1;

    public bool Any => KnownProxies.Length + KnownNetworks.Length > 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        [
            .. KnownProxies
                .Where(proxy => !IPAddress.TryParse(proxy, out _))
                .Select(proxy => new ValidationResult(
                    $"{Section}:{nameof(KnownProxies)} has '{proxy}', which is no IP address."
                )),
            .. KnownNetworks
                .Where(network => !IPNetwork.TryParse(network, out _))
                .Select(network => new ValidationResult(
                    $"{Section}:{nameof(KnownNetworks)} has '{network}', which is no network such as 10.0.0.0/8."
                )),
        ];
}

/// <summary>Holds the settings to the attributes above; written by the compiler.</summary>
[OptionsValidator]
internal sealed partial class TrustedProxyOptionsValidator : IValidateOptions<TrustedProxyOptions>;
