using System.Text.Json.Nodes;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Formats;

/// <summary>
/// Whole files, as callers receive them. <c>Golden/Hostile</c> has records with every sign that a format could take for its own; the gate gives that
/// folder to foreign parsers too.
/// </summary>
public sealed class GoldenFormatTests(StoredRecords stored) : IClassFixture<StoredRecords>
{
    public static TheoryData<string, Type, string> ShippedLists =>
        new()
        {
            { "csv", typeof(ClaimResponse), "claims.csv" },
            { "csv", typeof(ConditionResponse), "conditions.csv" },
            { "csv", typeof(MechanismResponse), "mechanisms.csv" },
            { "csv", typeof(OutcomeResponse), "outcomes.csv" },
            { "csv", typeof(StudyResponse), "studies.csv" },
            { "csv", typeof(EvidenceLevelResponse), "evidence-levels.csv" },
            { "bibtex", typeof(StudyResponse), "studies.bib" },
            { "ris", typeof(StudyResponse), "studies.ris" },
            { "csl-json", typeof(StudyResponse), "studies.csl.json" },
            { "vancouver", typeof(StudyResponse), "studies.vancouver.txt" },
        };

    [Theory]
    [MemberData(nameof(ShippedLists))]
    public void A_shipped_list_is_the_agreed_one(string format, Type kind, string file) =>
        Matches(Written.List(format, kind, stored.Documents(kind)), "Shipped", file);

    [Fact]
    public void Shipped_linked_data_is_the_agreed_one()
    {
        MatchesNode(stored.Document<ClaimResponse>("eff-hiv-cd4"), typeof(ClaimResponse), "claim.jsonld");
        MatchesNode(stored.Document<StudyResponse>("smith-2007"), typeof(StudyResponse), "study.jsonld");
        MatchesNode(
            stored.Document<ConditionResponse>("crohns-disease"),
            typeof(ConditionResponse),
            "condition.jsonld"
        );
        MatchesNode(
            stored.Document<MechanismResponse>("natural-killer-cell-activation"),
            typeof(MechanismResponse),
            "mechanism.jsonld"
        );
        MatchesNode(stored.Document<OutcomeResponse>("cd4-count"), typeof(OutcomeResponse), "outcome.jsonld");
    }

    [Fact]
    public void Hostile_records_are_written_as_agreed()
    {
        var studies = ARecord.HostileStudies();
        foreach (
            var (format, file) in new[]
            {
                ("ndjson", "studies.ndjson"),
                ("csv", "studies.csv"),
                ("bibtex", "studies.bib"),
                ("ris", "studies.ris"),
                ("csl-json", "studies.csl.json"),
                ("vancouver", "studies.vancouver.txt"),
            }
        )
        {
            Matches(Written.List(format, studies), "Hostile", file);
        }

        Matches(Written.List("ndjson", ARecord.HostileClaim()), "Hostile", "claims.ndjson");
        Matches(Written.List("csv", ARecord.HostileClaim()), "Hostile", "claims.csv");
        Matches(Written.One("jsonld", ARecord.HostileClaim()), "Hostile", "claim.jsonld");
        Matches(Written.One("jsonld", studies[0]), "Hostile", "study.jsonld");
        Matches(Written.One("jsonld", ARecord.Condition()), "Hostile", "condition.jsonld");
    }

    private static void MatchesNode(byte[] document, Type kind, string file)
    {
        var text = Written.Bytes("jsonld", kind, LdnEvidence.Api.Formats.Arity.One, [document]);
        Matches(Json.Pretty(JsonNode.Parse(text)!), "Shipped", file);
    }

    private static void Matches(string text, string folder, string file) =>
        Snapshot.Matches(text, "Formats", "Golden", folder, file);
}
