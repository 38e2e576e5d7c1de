using System.Text.RegularExpressions;

namespace LdnEvidence.Api.Tests.Support;

/// <summary>The entries of a Link header.</summary>
internal static partial class LinkFields
{
    /// <summary>The addresses of a response's links by their relation.</summary>
    public static Dictionary<string, string> Links(this HttpResponseMessage response) =>
        response.Headers.TryGetValues("Link", out var values)
            ? Entry()
                .Matches(values.ShouldHaveSingleItem())
                .ToDictionary(
                    entry => entry.Groups["relation"].Value,
                    entry => entry.Groups["address"].Value,
                    StringComparer.Ordinal
                )
            : [];

    [GeneratedRegex("<(?<address>[^>]*)>; rel=\"(?<relation>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Entry();
}
