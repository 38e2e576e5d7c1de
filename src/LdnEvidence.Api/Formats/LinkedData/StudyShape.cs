using System.Text;
using System.Text.Json.Nodes;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Domain;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Formats.LinkedData;

/// <summary>
/// A study as schema.org's <c>MedicalScholarlyArticle</c>. A title or authors that nobody verified are absent as members; <c>creditText</c> is the
/// whole citation, which marks what it takes from print.
/// </summary>
internal static class StudyShape
{
    public static JsonObject Of(StudyResponse study) =>
        Node.Of(
            "MedicalScholarlyArticle",
            study.Links.Self,
            ("identifier", Identifiers(study)),
            ("name", study.Title),
            ("author", Node.List(study.Authors.Select(Author))),
            ("datePublished", $"{study.Year}"),
            ("creditText", study.Citation),
            ("isPartOf", Issue(study)),
            ("pagination", study.Pages),
            ("sameAs", SameAs(study)),
            ("keywords", Keywords(study))
        );

    private static JsonArray Identifiers(StudyResponse study) =>
        Node.List([
            study.Id,
            Identifier("DOI", study.Doi),
            Identifier("PMID", study.Pmid),
            Identifier("PMCID", study.Pmcid),
        ]);

    private static JsonObject? Identifier(string kind, string? value) =>
        value is null ? null : Node.Of("PropertyValue", id: null, ("propertyID", kind), ("value", value));

    private static JsonArray SameAs(StudyResponse study) =>
        Node.List([
            study.Doi is null ? null : Node.DoiAddress(study.Doi),
            study.Pmid is null ? null : $"https://pubmed.ncbi.nlm.nih.gov/{study.Pmid}/",
            study.Pmcid is null ? null : $"https://pmc.ncbi.nlm.nih.gov/articles/{study.Pmcid}/",
        ]);

    private static JsonObject Author(Author author) =>
        author.Literal is { } organisation
            ? Node.Of("Organization", id: null, ("name", organisation))
            : Node.Of(
                "Person",
                id: null,
                ("name", WholeName(author)),
                ("familyName", author.Family),
                ("givenName", author.Given),
                ("honorificSuffix", author.Suffix)
            );

    /// <summary>Given names come first, but in Chinese, Japanese and Korean, where the family name does and nothing stands between the two.</summary>
    private static string WholeName(Author author)
    {
        var given = author.Given ?? author.Initials;
        return $"{author.Family}{given}".EnumerateRunes().All(IsEastAsian)
            ? $"{author.Family}{given}"
            : string.Join(' ', new[] { given, author.Family, author.Suffix }.Where(part => part is not null));
    }

    private static bool IsEastAsian(Rune letter) =>
        letter.Value
            is (>= 0x1100 and <= 0x11FF) // Hangul
                or (>= 0x2E80 and <= 0x9FFF) // Kana, Chinese characters
                or (>= 0xAC00 and <= 0xD7AF) // Hangul
                or (>= 0xF900 and <= 0xFAFF)
                or (>= 0x20000 and <= 0x3FFFF); // more Chinese characters

    /// <summary>The journal, inside the volume, inside the issue, as far as they are known.</summary>
    private static JsonObject Issue(StudyResponse study)
    {
        var part = Node.Of(
            "Periodical",
            id: null,
            ("name", study.Journal),
            ("alternateName", study.JournalAbbreviation),
            ("issn", Node.List(study.Issn.Select(issn => (JsonNode?)issn)))
        );
        if (study.Volume is not null)
        {
            part = Node.Of("PublicationVolume", id: null, ("volumeNumber", study.Volume), ("isPartOf", part));
        }

        return study.Issue is null
            ? part
            : Node.Of("PublicationIssue", id: null, ("issueNumber", study.Issue), ("isPartOf", part));
    }

    private static JsonArray Keywords(StudyResponse study)
    {
        var design = Node.Value(KebabCase<StudyDesign>.Of(study.Design), "Study design", "How was the study done?");
        // "current" only says that no notice is known, so it is not worth a keyword.
        return study.Standing == StudyStanding.Current
            ? [design]
            :
            [
                design,
                Node.Value(KebabCase<StudyStanding>.Of(study.Standing), "Standing", "Does the study still stand?"),
            ];
    }
}
