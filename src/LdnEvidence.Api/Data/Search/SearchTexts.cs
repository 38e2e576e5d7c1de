using System.Text.Json;

namespace LdnEvidence.Api.Data.Search;

/// <summary>
/// What is searched in a record, read from its body, so that a record that is being published, one of an earlier build and one that an excerpt is cut
/// from are read alike. Every collection has the same columns; their order is the order in which an excerpt is looked for.
/// </summary>
/// <param name="namesOf">The name and the synonyms of another record of the release, by its collection and id; none where there is no such record.</param>
internal sealed class SearchTexts(Func<Collection, string, IReadOnlyList<string>> namesOf)
{
    /// <summary>Members of a study that are searched, besides its title, authors and numbers.</summary>
    private static readonly string[] StudyTexts =
    [
        "result",
        "population",
        "sampleSizeNote",
        "design",
        "substance",
        "doseNote",
        "route",
        "duration",
        "sideEffects",
        "funding",
        "primaryOutcomes",
        "coInterventions",
    ];

    private static readonly string Break = $" {IndexedText.Break} ";

    public static IReadOnlyList<string> Columns { get; } = ["title", "names", "text", "citations", "codes"];

    /// <summary>How much a match in each column counts when matches are ranked.</summary>
    public static string Weights => "10.0, 6.0, 3.0, 1.0, 4.0";

    /// <summary>The collections whose records can be searched; those that others are found by come first.</summary>
    public static IReadOnlyList<Collection> Searched { get; } =
    [Collection.Conditions, Collection.Mechanisms, Collection.Outcomes, Collection.Studies, Collection.Claims];

    /// <summary>The text of each column, null where the record has none.</summary>
    /// <param name="collection">One of those that can be searched.</param>
    /// <param name="body">The record as it was published, UTF-8.</param>
    public string?[] Of(Collection collection, ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        var record = document.RootElement;
        return collection switch
        {
            Collection.Studies => Study(record),
            Collection.Claims => Claim(record),
            _ => Named(record),
        };
    }

    /// <summary>The id of a condition, mechanism or outcome, and what it is called in the records that name it: its name, and the synonyms that it has.</summary>
    /// <param name="body">The record as it was published, UTF-8.</param>
    public static (string Id, IReadOnlyList<string> Names) NamesOf(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        var record = document.RootElement;
        return (Texts(record, "id").Single(), [.. Texts(record, "name").Concat(Texts(record, "synonyms"))]);
    }

    private static string?[] Named(JsonElement record)
    {
        var codes = Items(record, "codes").ToList();
        return
        [
            Join(Texts(record, "name")),
            Join(Texts(record, "synonyms").Concat(codes.SelectMany(code => Texts(code, "label")).Distinct())),
            Join(Texts(record, "description")),
            null,
            Join(codes.SelectMany(code => Texts(code, "value"))),
        ];
    }

    private static string?[] Study(JsonElement record)
    {
        var (title, printed) = (Join(Texts(record, "title")), Items(record, "printedCitation").ToList());
        var printedTitle = Join(Of(printed, "title"));
        return
        [
            title ?? printedTitle,
            title is null ? null : printedTitle,
            Join(StudyTexts.SelectMany(member => Texts(record, member))),
            Join(
                Texts(record, "citation")
                    .Concat(Texts(record, "journal"))
                    .Concat(
                        Items(record, "authors")
                            .Select(author => string.Join(' ', Texts(author, "given").Concat(Texts(author, "family"))))
                    )
                    .Concat(Of(printed, "authors"))
                    .Concat(Of(printed, "journal"))
            ),
            Join(
                Texts(record, "id")
                    .Concat(Texts(record, "doi"))
                    .Concat(Texts(record, "pmid"))
                    .Concat(Texts(record, "pmcid"))
                    .Concat(Texts(record, "trialRegistration"))
            ),
        ];
    }

    private string?[] Claim(JsonElement record)
    {
        var conditions = Of(Items(record, "conditions"), "id")
            .Select(id => namesOf(Collection.Conditions, id))
            .ToList();
        var citations = Items(record, "citations").ToList();
        return
        [
            Join(Texts(record, "statement")),
            Join(
                conditions
                    .SelectMany(names => names.Take(1))
                    .Concat(conditions.SelectMany(names => names.Skip(1)))
                    .Concat(Of(Items(record, "outcome"), "id").SelectMany(id => namesOf(Collection.Outcomes, id)))
                    .Concat(Of(Items(record, "mechanisms"), "id").SelectMany(id => namesOf(Collection.Mechanisms, id)))
            ),
            Join(Texts(record, "correction").Concat(Of(citations, "note"))),
            Join(Of(citations.SelectMany(citation => Items(citation, "study")), "citation")),
            null,
        ];
    }

    /// <summary>The parts of a column, so that no phrase is found across two of them.</summary>
    private static string? Join(IEnumerable<string> parts) =>
        string.Join(Break, parts) is { Length: > 0 } text ? text : null;

    private static IEnumerable<string> Of(IEnumerable<JsonElement> records, string member) =>
        records.SelectMany(record => Texts(record, member));

    /// <summary>A text, or each text of a list; none where the member is missing or null.</summary>
    private static IEnumerable<string> Texts(JsonElement record, string member) =>
        Items(record, member).Select(item => item.GetString()!);

    /// <summary>A value, or each of a list; none where the member is missing or null.</summary>
    private static IEnumerable<JsonElement> Items(JsonElement record, string member)
    {
        if (!record.TryGetProperty(member, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
    }
}
