using System.Globalization;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Domain;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Formats.Tables;

/// <summary>Releases, and the evidence levels that each of them explains.</summary>
internal static class ReleaseTables
{
    public static CsvTable<EvidenceLevelResponse> EvidenceLevels { get; } =
        new CsvTable<EvidenceLevelResponse>()
            .Label("id", level => level.Id)
            .Number<int>("rank", level => level.Rank)
            .Text("label", level => level.Label)
            .Text("meaning", level => level.Meaning)
            .Text("rule", level => level.Rule.Id)
            .Text("ruleWhen", level => level.Rule.When)
            .List("countedDesigns", level => level.Rule.CountedDesigns.Select(KebabCase<StudyDesign>.Of))
            .List("excludedStandings", level => level.Rule.ExcludedStandings.Select(KebabCase<StudyStanding>.Of))
            .Number<int>("claims", level => level.ClaimCount)
            .Text("link", level => level.Links.Self);

    public static CsvTable<ReleaseResponse> Releases { get; } =
        new CsvTable<ReleaseResponse>()
            .Number<int>("number", release => release.Number)
            .Text(
                "publishedAt",
                release => release.PublishedAt.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture)
            )
            .Text("digest", release => release.Digest)
            .Text("chainDigest", release => release.ChainDigest)
            .Number<int>("conditions", release => release.Records.Conditions)
            .Number<int>("mechanisms", release => release.Records.Mechanisms)
            .Number<int>("outcomes", release => release.Records.Outcomes)
            .Number<int>("studies", release => release.Records.Studies)
            .Counts(release => release.ClaimCounts)
            .Text("document", release => release.SourceDocument.Id)
            .Text("documentTitle", release => release.SourceDocument.Title)
            .Text("publisherInterest", release => release.SourceDocument.PublisherInterest)
            .Day("dateRead", release => release.SourceDocument.DateRead)
            .Text("documentSha256", release => release.SourceDocument.Sha256)
            .Text("licence", release => release.Licence)
            .Text("link", release => release.Links.Self);
}
