using System.Globalization;
using System.Text.Json;
using LdnEvidence.Domain;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Benchmarks.Generator;

/// <summary>Writes studies.json. The DOIs have a prefix that nobody holds, the PMIDs stand above those in use.</summary>
internal static class StudyRecords
{
    private const int FirstPmid = 99_000_000;
    private const int FirstYear = 1990;
    private const int Years = 36;

    private static readonly string[] Journals =
    [
        "Invented Medicine",
        "Synthetic Letters",
        "Example Reports",
        "Made-up Trials",
    ];

    public static void Write(string folder, Scale scale) =>
        RecordFile.Write(folder, "studies", "studies", scale.Studies, Write);

    private static void Write(Utf8JsonWriter json, int study)
    {
        var draw = new Draw(Draw.Sequence.Study, study);
        var title = Prose.Sentence(ref draw, 5).TrimEnd('.');
        var journal = draw.Of(Journals);
        var year = FirstYear + draw.Below(Years);
        var (volume, page) = (Text(1 + draw.Below(80)), 1 + draw.Below(900));
        var pages = string.Create(CultureInfo.InvariantCulture, $"{page}-{page + 8}");
        var doi = string.Create(CultureInfo.InvariantCulture, $"10.99999/synthetic.{study:D6}");
        var authors = Enumerable.Range(0, 2 + (study % 4)).Select(i => Family((study * 5) + i)).ToList();
        var isHuman = SyntheticStudy.Setting(study) == StudySetting.Human;

        json.WriteStartObject();
        json.WriteString("id", Scale.StudyId(study));
        json.WriteString("title", title);
        json.WriteStartArray("authors");
        foreach (var family in authors)
        {
            json.WriteStartObject();
            json.WriteString("family", family);
            json.WriteString("initials", "A");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("journal", journal);
        json.WriteNumber("year", year);
        json.WriteString("volume", volume);
        json.WriteString("pages", pages);
        json.WriteString("doi", doi);
        json.WriteString("pmid", Text(FirstPmid + study));
        json.WriteString("design", KebabCase<StudyDesign>.Of(SyntheticStudy.Design(study)));
        json.WriteString("standing", KebabCase<StudyStanding>.Of(SyntheticStudy.Standing(study)));
        if (SyntheticStudy.Standing(study) != StudyStanding.Current)
        {
            json.WriteStartObject("standingNotice");
            json.WriteString("date", RecordFile.Day);
            json.WriteString("notice", "An invented notice.");
            json.WriteEndObject();
        }

        json.WriteString("interventionMatch", KebabCase<InterventionMatch>.Of(InterventionMatch.Exact));
        json.WriteString("setting", KebabCase<StudySetting>.Of(SyntheticStudy.Setting(study)));
        if (isHuman)
        {
            json.WriteString("population", Prose.Sentence(ref draw, 8));
            json.WriteNumber("sampleSize", 5 + draw.Below(200));
            json.WriteString("route", "oral");
            json.WriteString("duration", "8 weeks");
        }

        json.WriteString("substance", "naltrexone");
        json.WriteNumber("doseMgPerDay", 4.5m);
        json.WriteStrings("coInterventions", []);
        json.WriteStrings("primaryOutcomes", ["an invented score"]);
        json.WriteString("result", Prose.Sentence(ref draw, 40));
        json.WriteStrings("notVerified", ["issn", "funding"]);
        json.WriteStartObject("printedCitation");
        json.WriteString("authors", string.Join(", ", authors.Select(family => $"{family} A")));
        json.WriteString("title", title);
        json.WriteString("journal", journal);
        json.WriteNumber("year", year);
        json.WriteString("volume", volume);
        json.WriteString("pages", pages);
        json.WriteString("doi", doi);
        json.WriteEndObject();
        json.WriteStartArray("discrepancies");
        json.WriteEndArray();
        json.WriteCheck("identityChecked");
        var (section, position) = SourceOutline.OfStudy(study);
        json.WriteLocator(section, position);
        json.WriteStrings("checkedAgainst", []);
        json.WriteEndObject();
    }

    private static string Family(int number)
    {
        var word = Words.Condition(number);
        return char.ToUpperInvariant(word[0]) + word[1..];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
