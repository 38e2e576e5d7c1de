using LdnEvidence.Api.Http;

namespace LdnEvidence.Api.Pages.Search;

/// <summary>The address of a search, and those that have one filter more or less.</summary>
internal sealed class SearchAddress(string? query)
{
    private const string Path = "/search";

    /// <summary>Parameters that are no filter on claims.</summary>
    private static readonly HashSet<string> NoFilters = new(StringComparer.Ordinal)
    {
        "q",
        "cursor",
        "limit",
        "sort",
        "release",
        "asOf",
    };

    /// <summary>Filters on how strong claims are, not on what they are about.</summary>
    private static readonly HashSet<string> OfStrength = new(StringComparer.Ordinal)
    {
        "evidenceLevel",
        "fidelity",
        "fidelityToDocument",
        "difference",
        "impliedLevel",
        "levelGap",
        "interventionMatch",
        "checkedSince",
    };

    /// <summary>Everything but the place in the list, which another filter moves.</summary>
    private readonly List<KeyValuePair<string, string>> _parameters = RequestTarget.Parameters(
        query,
        new HashSet<string>(StringComparer.Ordinal) { "cursor" }
    );

    public IReadOnlyList<KeyValuePair<string, string>> Filters =>
        [.. _parameters.Where(parameter => !NoFilters.Contains(parameter.Key)).Distinct()];

    public bool IsSorted => _parameters.Exists(parameter => parameter.Key == "sort");

    /// <summary>The parameters that a form must send along, beside those that it has fields for.</summary>
    public IEnumerable<KeyValuePair<string, string>> Kept(string field) =>
        _parameters.Where(parameter => parameter.Key != field);

    public string With(string name, string value) =>
        To(
            _parameters
                .Where(parameter => parameter.Key != name || parameter.Value != value)
                .Append(KeyValuePair.Create(name, value))
        );

    /// <summary>With a level: of claims on an effect, since that of others is no evidence.</summary>
    public string WithLevel(string level) =>
        To(
            _parameters
                .Where(parameter => parameter.Key != "levelIsMeaningful")
                .Append(KeyValuePair.Create("evidenceLevel", level))
                .Append(KeyValuePair.Create("levelIsMeaningful", "true"))
                .Distinct()
        );

    public string Without(string name, string value) =>
        To(_parameters.Where(parameter => parameter.Key != name || parameter.Value != value));

    public string WithoutStrength => To(_parameters.Where(parameter => !OfStrength.Contains(parameter.Key)));

    private static string To(IEnumerable<KeyValuePair<string, string>> parameters) =>
        RequestTarget.Write([.. parameters]) is { Length: > 0 } query ? $"{Path}?{query}" : Path;
}
