using BenchmarkDotNet.Attributes;
using LdnEvidence.Benchmarks.Generator;
using LdnEvidence.Domain;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Benchmarks.Micro;

/// <summary>What publishing does for each claim.</summary>
public class LevelBenchmarks
{
    private (Citation Citation, Study Study)[] _cited = [];

    [GlobalSetup]
    public void Setup() => _cited = [.. Enumerable.Range(0, 4).Select(number => (Cite(number), Study(number)))];

    [Benchmark]
    public object Derive() => EvidenceLevels.Derive(_cited);

    private static Citation Cite(int study) =>
        new(Slug.Parse(Scale.StudyId(study)), CitationRelation.Supports, study == 1, "A note.");

    private static Study Study(int study) =>
        new()
        {
            Id = Slug.Parse(Scale.StudyId(study)),
            Journal = "Invented Medicine",
            Year = 2000,
            Design = SyntheticStudy.Design(study),
            Standing = StudyStanding.Current,
            Setting = SyntheticStudy.Setting(study),
            Substance = "naltrexone",
            Result = "Nothing.",
            PrintedCitation = new PrintedCitation(null, "Nothing", "Invented Medicine", 2000, null, null, null, null),
            Locator = Place,
        };

    private static Locator Place =>
        Locator.TryParse(Slug.Parse("references"), "reference 1", out var place)
            ? place
            : throw new InvalidOperationException("The place is well formed.");
}
