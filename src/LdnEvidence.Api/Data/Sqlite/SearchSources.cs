using System.Globalization;
using LdnEvidence.Api.Data.Rows;
using LdnEvidence.Api.Data.Search;

namespace LdnEvidence.Api.Data.Sqlite;

/// <summary>
/// What is searched in each collection, as SQL over the stored rows and bodies of a release, so that a release of an earlier build can be indexed as
/// well. Every collection has the same columns; their order is the order in which an excerpt is looked for.
/// </summary>
internal static class SearchSources
{
    public static IReadOnlyList<string> Columns { get; } = ["title", "names", "text", "citations", "codes"];

    /// <summary>How much a match in each column counts when matches are ranked.</summary>
    public static string Weights => "10.0, 6.0, 3.0, 1.0, 4.0";

    private static string Break { get; } =
        string.Create(CultureInfo.InvariantCulture, $"' ' || char({(int)Excerpt.Break}) || ' '");

    /// <summary>A SELECT of position and columns of the records in @release whose position is above @from and at most @to.</summary>
    public static string Of(Collection collection) => Sources[collection];

    /// <summary>The collections whose records can be searched.</summary>
    public static IEnumerable<Collection> Searched => Sources.Keys.Order();

    public static string TableOf(Collection collection) =>
        collection switch
        {
            Collection.Conditions => "conditions",
            Collection.Mechanisms => "mechanisms",
            Collection.Outcomes => "outcomes",
            Collection.Studies => "studies",
            _ => "claims",
        };

    private static Dictionary<Collection, string> Sources { get; } =
        new()
        {
            [Collection.Conditions] = Named(
                Collection.Conditions,
                "condition_codes",
                synonyms: "SELECT value FROM json_each(CAST(d.document AS TEXT), '$.synonyms') UNION ALL ",
                text: "NULL"
            ),
            [Collection.Mechanisms] = Named(
                Collection.Mechanisms,
                "mechanism_codes",
                text: "json_extract(CAST(d.document AS TEXT), '$.description')"
            ),
            [Collection.Outcomes] = Named(Collection.Outcomes, "outcome_codes", text: "NULL"),
            [Collection.Studies] = From(
                Collection.Studies,
                title: "coalesce(r.title, json_extract(CAST(d.document AS TEXT), '$.printedCitation.title'))",
                names: "iif(r.title IS NULL, NULL, json_extract(CAST(d.document AS TEXT), '$.printedCitation.title'))",
                text: Members(
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
                    ],
                    ["primaryOutcomes", "coInterventions"]
                ),
                citations: $"concat_ws({Break}, json_extract(CAST(d.document AS TEXT), '$.citation'), r.journal, "
                    + $"(SELECT group_concat(concat_ws(' ', json_extract(value, '$.given'), json_extract(value, '$.family')), {Break}) "
                    + "FROM json_each(CAST(d.document AS TEXT), '$.authors')), "
                    + "json_extract(CAST(d.document AS TEXT), '$.printedCitation.authors'), "
                    + "json_extract(CAST(d.document AS TEXT), '$.printedCitation.journal'))",
                codes: $"concat_ws({Break}, r.id, r.doi, r.pmid, r.pmcid, json_extract(CAST(d.document AS TEXT), '$.trialRegistration'))"
            ),
            [Collection.Claims] = From(
                Collection.Claims,
                title: "r.statement",
                names: $"""
                (SELECT group_concat(name, {Break}) FROM (
                    SELECT c.name FROM claim_conditions l
                    JOIN conditions c ON c.release_number = l.release_number AND c.id = l.condition_id
                    WHERE l.release_number = r.release_number AND l.claim_id = r.id
                    UNION ALL
                    SELECT s.value FROM claim_conditions l
                    JOIN conditions c ON c.release_number = l.release_number AND c.id = l.condition_id
                    JOIN documents b ON {Beside("b", "c", Collection.Conditions)}
                    JOIN json_each(CAST(b.document AS TEXT), '$.synonyms') s
                    WHERE l.release_number = r.release_number AND l.claim_id = r.id
                    UNION ALL
                    SELECT o.name FROM outcomes o WHERE o.release_number = r.release_number AND o.id = r.outcome_id
                    UNION ALL
                    SELECT m.name FROM claim_mechanisms l
                    JOIN mechanisms m ON m.release_number = l.release_number AND m.id = l.mechanism_id
                    WHERE l.release_number = r.release_number AND l.claim_id = r.id))
                """,
                text: $"""
                concat_ws({Break}, json_extract(CAST(d.document AS TEXT), '$.correction'),
                    (SELECT group_concat(t.note, {Break}) FROM claim_citations t
                    WHERE t.release_number = r.release_number AND t.claim_id = r.id))
                """,
                citations: $"""
                (SELECT group_concat(json_extract(value, '$.study.citation'), {Break})
                FROM json_each(CAST(d.document AS TEXT), '$.citations'))
                """,
                codes: "NULL"
            ),
        };

    private static string Named(Collection collection, string codes, string text, string synonyms = "") =>
        From(
            collection,
            title: "r.name",
            names: $"(SELECT group_concat(value, {Break}) FROM ({synonyms}"
                + $"SELECT DISTINCT k.label AS value FROM {codes} k WHERE k.release_number = r.release_number AND k.record_id = r.id))",
            text: text,
            citations: "NULL",
            codes: $"(SELECT group_concat(k.value, {Break}) FROM {codes} k WHERE k.release_number = r.release_number AND k.record_id = r.id)"
        );

    private static string From(
        Collection collection,
        string title,
        string names,
        string text,
        string citations,
        string codes
    ) =>
        $"""
            SELECT r.position AS position, {title} AS title, {names} AS names, {text} AS text, {citations} AS citations, {codes} AS codes
            FROM {TableOf(collection)} r JOIN documents d ON {Beside("d", "r", collection)}
            WHERE r.release_number = @release AND r.position > @from AND r.position <= @to
            """;

    /// <summary>What ties a document to the row of its record.</summary>
    private static string Beside(string document, string record, Collection collection) =>
        $"{document}.key = {record}.release_number * {DocumentRow.PerRelease} + {DocumentRow.KeyOf(0, collection, 0)} + {record}.position";

    /// <summary>Members of a body, one after the other, and the parts of those that are lists.</summary>
    private static string Members(string[] texts, string[] lists) =>
        $"""
            (SELECT group_concat(value, {Break}) FROM (
                {string.Join(
                " UNION ALL ",
                texts.Select(member => $"SELECT json_extract(CAST(d.document AS TEXT), '$.{member}') AS value")
            )}
                {string.Concat(
                lists.Select(member =>
                    $" UNION ALL SELECT value FROM json_each(CAST(d.document AS TEXT), '$.{member}')"
                )
            )}))
            """;
}
