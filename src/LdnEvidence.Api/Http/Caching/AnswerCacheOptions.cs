using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace LdnEvidence.Api.Http.Caching;

/// <summary>How much memory finished answers may take. Bound once from the configuration section <c>AnswerCache</c> and validated on start.</summary>
internal sealed class AnswerCacheOptions
{
    public const string Section = "AnswerCache";

    /// <summary>Megabytes of kept answers; 0 keeps none.</summary>
    [Range(0, 4096)]
    public int Megabytes { get; set; } = 8;

    /// <summary>Kilobytes of the largest answer that is kept.</summary>
    [Range(1, 65536)]
    public int LargestKilobytes { get; set; } = 512;
}

/// <summary>Holds the settings to the attributes above; written by the compiler.</summary>
[OptionsValidator]
internal sealed partial class AnswerCacheOptionsValidator : IValidateOptions<AnswerCacheOptions>;
