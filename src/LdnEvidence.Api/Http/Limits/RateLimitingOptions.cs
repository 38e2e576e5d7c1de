using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace LdnEvidence.Api.Http.Limits;

/// <summary>
/// How often one address may ask. Bound once from the configuration section <c>RateLimiting</c> and validated on start. With the defaults a hospital
/// can share one address, and 100,000 records can be walked in ten seconds, while one address alone uses a few hundredths of what the service can answer.
/// </summary>
internal sealed class RateLimitingOptions
{
    public const string Section = "RateLimiting";

    private const int Largest = 100_000;

    /// <summary>Whether there is a quota at all.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Requests that an address which has been quiet may send at once.</summary>
    [Range(1, Largest)]
    public int Burst { get; set; } = 600;

    /// <summary>Requests that come back to the quota each second.</summary>
    [Range(1, Largest)]
    public int PerSecond { get; set; } = 100;
}

/// <summary>Holds the settings to the attributes above; written by the compiler.</summary>
[OptionsValidator]
internal sealed partial class RateLimitingOptionsValidator : IValidateOptions<RateLimitingOptions>;
