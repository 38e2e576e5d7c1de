using System.Security.Cryptography;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Contracts.Reports;
using LdnEvidence.Domain;
using LdnEvidence.Domain.Audit;
using LdnEvidence.Domain.Derived;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Data.Publishing;

/// <summary>A record with what is worked out for it once: its place in the default order and its counts.</summary>
internal sealed record Placed<T>(T Record, int Position, ClaimCounts Counts);

/// <summary>A claim with its place in the default order and what follows from its citations.</summary>
internal sealed record PlacedClaim(Claim Record, int Position, Assessment Assessment)
{
    public EvidenceLevel Level => Assessment.Trace.Level;
}

/// <summary>
/// What a release holds, written from a catalogue that passed the audit. It knows neither its number nor the time, so the same catalogue gives
/// the same content, and the same digest, everywhere. Bodies are written once, for the digest, and handed on: all of them together would need more
/// memory than the catalogue itself.
/// </summary>
internal sealed class ReleaseContent
{
    /// <summary>How many bodies are in memory at once.</summary>
    private const int Batch = 256;

    private readonly IReadOnlyList<AuditResult> _audit;

    private ReleaseContent(
        AuditedCatalogue audited,
        IProgress<PublishingProgress>? progress,
        Action<Collection, byte[]>? keep
    )
    {
        var catalogue = audited.Catalogue;
        (Catalogue, _audit) = (catalogue, audited.Results);
        Claims =
        [
            .. catalogue
                .Claims.Select(claim => (Claim: claim, Assessment: Assessment.Of(claim, catalogue)))
                .OrderBy(pair => pair.Assessment.Trace.Level)
                .ThenBy(pair => pair.Claim.Id.Value, StringComparer.Ordinal)
                .Select((pair, index) => new PlacedClaim(pair.Claim, index + 1, pair.Assessment)),
        ];
        ClaimCounts = ClaimCounts.Of(Claims.Select(claim => claim.Level));
        EvidenceLevels =
        [
            .. Domain.EvidenceLevels.Definitions.Select(
                (definition, index) =>
                {
                    var id = KebabCase<EvidenceLevel>.Of(definition.Level);
                    var count = Claims.Count(claim => claim.Level == definition.Level);
                    var body = EvidenceLevelResponse.From(definition, id, index + 1, count);
                    return new Placed<EvidenceLevelResponse>(body, index + 1, ClaimCounts);
                }
            ),
        ];
        Conditions = Place(catalogue.Conditions, record => record.Id, claim => claim.Conditions);
        Mechanisms = Place(catalogue.Mechanisms, record => record.Id, claim => claim.Mechanisms);
        Outcomes = Place(catalogue.Outcomes, record => record.Id, claim => [claim.Outcome]);
        Studies = Place(
            catalogue.Studies,
            record => record.Id,
            claim => claim.Citations.Select(citation => citation.Study)
        );
        Digest = Hash(progress, keep);
    }

    public Catalogue Catalogue { get; }

    public IReadOnlyList<Placed<EvidenceLevelResponse>> EvidenceLevels { get; }

    public IReadOnlyList<Placed<Condition>> Conditions { get; }

    public IReadOnlyList<Placed<Mechanism>> Mechanisms { get; }

    public IReadOnlyList<Placed<Outcome>> Outcomes { get; }

    public IReadOnlyList<Placed<Study>> Studies { get; }

    public IReadOnlyList<PlacedClaim> Claims { get; }

    public ClaimCounts ClaimCounts { get; }

    /// <summary>SHA-256 over every record's body followed by a line feed, kind by kind and in the default order.</summary>
    public string Digest { get; }

    /// <param name="audited">The catalogue.</param>
    /// <param name="progress">Is told how far the digest is.</param>
    /// <param name="keep">Is given every body of the digest, kind by kind and in the default order.</param>
    public static ReleaseContent From(
        AuditedCatalogue audited,
        IProgress<PublishingProgress>? progress = null,
        Action<Collection, byte[]>? keep = null
    ) => new(audited, progress, keep);

    /// <summary>The body of the release itself, under the number and the time that it is published with.</summary>
    /// <param name="number">The release's number.</param>
    /// <param name="publishedAt">When it is published, UTC.</param>
    /// <param name="chainBefore">The chain digest of the release before it.</param>
    public byte[] Release(int number, DateTime publishedAt, string chainBefore) =>
        CatalogueJson.Write(
            new ReleaseResponse
            {
                Number = number,
                PublishedAt = publishedAt,
                Digest = Digest,
                ChainDigest = Domain.Release.Chain(chainBefore, Digest),
                Records = new RecordCounts(
                    Conditions.Count,
                    Mechanisms.Count,
                    Outcomes.Count,
                    Studies.Count,
                    Claims.Count
                ),
                ClaimCounts = ClaimCounts,
                SourceDocument = SourceDocumentResponse.From(Catalogue.Document),
                Licence = Licences.Current.Data,
                Links = ReleaseResponse.LinksTo(number),
            }
        );

    /// <summary>What came of every audit rule. It is no record, so it is not part of the digest that it names.</summary>
    public byte[] Audit(int number) => CatalogueJson.Write(AuditResponse.From(_audit, number, Digest));

    /// <summary>The matrix of conditions by outcome domains; it follows from the records, so it is not part of the digest either.</summary>
    public byte[] Coverage(int number) =>
        CatalogueJson.Write(
            CoverageResponse.From(
                Catalogue.Conditions.Select(condition => (condition.Id.Value, condition.Name, condition.Absences)),
                Catalogue.Outcomes.ToDictionary(
                    outcome => outcome.Id.Value,
                    outcome => outcome.Domain,
                    StringComparer.Ordinal
                ),
                Claims.Select(claim =>
                    (
                        claim.Record.Conditions.Select(id => id.Value),
                        claim.Record.Outcome.Value,
                        claim.Record.Fidelity.ToSource.Label,
                        claim.Level
                    )
                ),
                number
            )
        );

    private List<Placed<T>> Place<T>(IEnumerable<T> records, Func<T, Slug> id, Func<Claim, IEnumerable<Slug>> named)
    {
        var levels = Claims
            .SelectMany(claim => named(claim.Record).Select(key => (key, claim.Level)))
            .ToLookup(pair => pair.key, pair => pair.Level);
        return
        [
            .. records
                .OrderBy(record => id(record).Value, StringComparer.Ordinal)
                .Select((record, index) => new Placed<T>(record, index + 1, ClaimCounts.Of(levels[id(record)]))),
        ];
    }

    private string Hash(IProgress<PublishingProgress>? progress, Action<Collection, byte[]>? keep)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var bodies = DigestOrder.Kinds.SelectMany(kind =>
            Bodies(kind.Collection).Select(body => (kind.Collection, Body: body))
        );
        var total =
            1
            + EvidenceLevels.Count
            + Conditions.Count
            + Mechanisms.Count
            + Outcomes.Count
            + Studies.Count
            + Claims.Count;
        foreach (var (index, (collection, body)) in bodies.Index())
        {
            progress?.Report(new PublishingProgress("Working out the digest", index, total));
            hash.AppendData(body);
            hash.AppendData("\n"u8);
            keep?.Invoke(collection, body);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private IEnumerable<byte[]> Bodies(Collection collection) =>
        collection switch
        {
            Collection.SourceDocuments => [CatalogueJson.Write(SourceDocumentResponse.From(Catalogue.Document))],
            Collection.EvidenceLevels => Bodies(EvidenceLevels, level => level.Record),
            Collection.Conditions => Bodies(
                Conditions,
                placed => ConditionResponse.From(placed.Record, Catalogue, placed.Counts)
            ),
            Collection.Mechanisms => Bodies(Mechanisms, placed => MechanismResponse.From(placed.Record, placed.Counts)),
            Collection.Outcomes => Bodies(Outcomes, placed => OutcomeResponse.From(placed.Record, placed.Counts)),
            Collection.Studies => Bodies(
                Studies,
                placed => StudyResponse.From(placed.Record, Catalogue, placed.Counts)
            ),
            Collection.Claims => Bodies(
                Claims,
                placed => ClaimResponse.From(placed.Record, Catalogue, placed.Assessment)
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(collection), collection, "It is no part of the digest."),
        };

    /// <summary>Writes the bodies on all processors, a batch at a time, in order.</summary>
    private static IEnumerable<byte[]> Bodies<T, TResponse>(IEnumerable<T> records, Func<T, TResponse> response) =>
        records
            .Chunk(Batch)
            .SelectMany(batch =>
                batch.AsParallel().AsOrdered().Select(record => CatalogueJson.Write(response(record))).ToArray()
            );
}
