using System.Security.Cryptography;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Domain;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Data.Publishing;

/// <summary>A record with what is worked out for it once: its place in the default order, its counts and its JSON body.</summary>
internal sealed record Placed<T>(T Record, int Position, ClaimCounts Counts, byte[] Document);

/// <summary>
/// What a release holds, written from a catalogue that passed the audit. It knows neither its number nor the time, so the same catalogue gives
/// the same content, and the same digest, everywhere.
/// </summary>
internal sealed class ReleaseContent
{
    private ReleaseContent(Catalogue catalogue)
    {
        Catalogue = catalogue;
        Levels = catalogue.Claims.ToDictionary(claim => claim.Id, catalogue.LevelOf);

        SourceDocument = CatalogueJson.Write(SourceDocumentResponse.From(catalogue.Document));
        ClaimCounts = ClaimCounts.Of(Levels.Values.Select(trace => trace.Level));
        EvidenceLevels =
        [
            .. Domain.EvidenceLevels.Definitions.Select(
                (definition, index) =>
                {
                    var id = KebabCase<EvidenceLevel>.Of(definition.Level);
                    var count = Levels.Values.Count(trace => trace.Level == definition.Level);
                    var body = EvidenceLevelResponse.From(definition, id, index + 1, count);
                    return new Placed<EvidenceLevelResponse>(body, index + 1, ClaimCounts, CatalogueJson.Write(body));
                }
            ),
        ];
        Conditions = Place(
            catalogue.Conditions,
            record => record.Id,
            claim => claim.Conditions,
            (record, counts) => CatalogueJson.Write(ConditionResponse.From(record, catalogue, counts))
        );
        Mechanisms = Place(
            catalogue.Mechanisms,
            record => record.Id,
            claim => claim.Mechanisms,
            (record, counts) => CatalogueJson.Write(MechanismResponse.From(record, counts))
        );
        Outcomes = Place(
            catalogue.Outcomes,
            record => record.Id,
            claim => [claim.Outcome],
            (record, counts) => CatalogueJson.Write(OutcomeResponse.From(record, counts))
        );
        Studies = Place(
            catalogue.Studies,
            record => record.Id,
            claim => claim.Citations.Select(citation => citation.Study),
            (record, counts) => CatalogueJson.Write(StudyResponse.From(record, catalogue, counts))
        );
        Claims =
        [
            .. catalogue
                .Claims.OrderBy(claim => Levels[claim.Id].Level)
                .ThenBy(claim => claim.Id.Value, StringComparer.Ordinal)
                .Select(
                    (claim, index) =>
                        new Placed<Claim>(
                            claim,
                            index + 1,
                            ClaimCounts.Of([Levels[claim.Id].Level]),
                            CatalogueJson.Write(ClaimResponse.From(claim, catalogue, Levels[claim.Id]))
                        )
                ),
        ];
        Digest = Hash();
    }

    public Catalogue Catalogue { get; }

    public IReadOnlyDictionary<Slug, LevelTrace> Levels { get; }

    public byte[] SourceDocument { get; }

    public IReadOnlyList<Placed<EvidenceLevelResponse>> EvidenceLevels { get; }

    public IReadOnlyList<Placed<Condition>> Conditions { get; }

    public IReadOnlyList<Placed<Mechanism>> Mechanisms { get; }

    public IReadOnlyList<Placed<Outcome>> Outcomes { get; }

    public IReadOnlyList<Placed<Study>> Studies { get; }

    public IReadOnlyList<Placed<Claim>> Claims { get; }

    public ClaimCounts ClaimCounts { get; }

    /// <summary>SHA-256 over every record's body followed by a line feed, kind by kind and in the default order.</summary>
    public string Digest { get; }

    public static ReleaseContent From(Catalogue catalogue) => new(catalogue);

    private List<Placed<T>> Place<T>(
        IEnumerable<T> records,
        Func<T, Slug> id,
        Func<Claim, IEnumerable<Slug>> named,
        Func<T, ClaimCounts, byte[]> write
    )
    {
        var levels = Catalogue
            .Claims.SelectMany(claim => named(claim).Select(key => (key, Levels[claim.Id].Level)))
            .ToLookup(pair => pair.key, pair => pair.Level);
        return
        [
            .. records
                .OrderBy(record => id(record).Value, StringComparer.Ordinal)
                .Select(
                    (record, index) =>
                    {
                        var counts = ClaimCounts.Of(levels[id(record)]);
                        return new Placed<T>(record, index + 1, counts, write(record, counts));
                    }
                ),
        ];
    }

    private string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        IEnumerable<byte[]> bodies =
        [
            SourceDocument,
            .. EvidenceLevels.Select(record => record.Document),
            .. Conditions.Select(record => record.Document),
            .. Mechanisms.Select(record => record.Document),
            .. Outcomes.Select(record => record.Document),
            .. Studies.Select(record => record.Document),
            .. Claims.Select(record => record.Document),
        ];
        foreach (var body in bodies)
        {
            hash.AppendData(body);
            hash.AppendData("\n"u8);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
