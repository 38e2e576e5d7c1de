using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LdnEvidence.Api.Tests.Support;

/// <summary>The entries of a Link header, and walks along them.</summary>
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

    /// <summary>The pages from an address along a relation, each as the keys of its records, and the address of the last one.</summary>
    public static async Task<(List<string> Pages, string Last)> WalkPages(
        this HttpClient client,
        string address,
        string relation
    )
    {
        var pages = new List<string>();
        while (true)
        {
            using var response = await client.GetAsync(address, TestContext.Current.CancellationToken);
            var page = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
            pages.Add(
                string.Join(' ', page["items"]!.AsArray().Select(item => (item!["id"] ?? item["number"])!.ToString()))
            );
            pages.Count.ShouldBeLessThan(200, "a walk must end");
            var links = response.Links();
            links.GetValueOrDefault("next").ShouldBe(page["next"]?.GetValue<string>());
            if (!links.TryGetValue(relation, out var further))
            {
                return (pages, address);
            }

            address = further;
        }
    }

    [GeneratedRegex("<(?<address>[^>]*)>; rel=\"(?<relation>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Entry();
}
