using LdnEvidence.Domain;
using LdnEvidence.Domain.Audit;
using Microsoft.Extensions.Options;

namespace LdnEvidence.Api.Data.Publishing;

/// <summary>Reads the seed files into a catalogue, and refuses one that breaks a rule with every fault it has.</summary>
internal sealed class SeedFolder(IOptions<CatalogueOptions> options)
{
    public string Location => options.Value.SeedDataFolder;

    /// <exception cref="SeedFaultsException">The files have faults; nothing was read.</exception>
    public async Task<Catalogue> Read(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(Location))
        {
            throw new SeedFaultsException(
                Location,
                [
                    new Fault(
                        "seed-data",
                        string.Empty,
                        string.Empty,
                        "There is no such folder.",
                        "Name the right folder with --seed-data."
                    ),
                ]
            );
        }

        var documents = await File<SourceDocument>("document", "documents", cancellationToken);
        var conditions = await File<Condition>("conditions", "conditions", cancellationToken);
        var mechanisms = await File<Mechanism>("mechanisms", "mechanisms", cancellationToken);
        var outcomes = await File<Outcome>("outcomes", "outcomes", cancellationToken);
        var studies = await File<Study>("studies", "studies", cancellationToken);
        var claims = await File<Claim>("claims", "claims", cancellationToken);

        List<Fault> faults =
        [
            .. documents.Faults,
            .. conditions.Faults,
            .. mechanisms.Faults,
            .. outcomes.Faults,
            .. studies.Faults,
            .. claims.Faults,
        ];
        if (documents.Records.Count > 1)
        {
            faults.Add(
                new Fault(
                    "document.json",
                    string.Empty,
                    "documents",
                    "It has more than one record.",
                    "The catalogue is taken from one document."
                )
            );
        }

        // Without a whole file nothing can be said of the records that name its records.
        var isWhole = faults.All(fault => fault.Record.Length > 0 || fault.Field.Length > 0);
        if (!isWhole || documents.Records.Count != 1)
        {
            throw new SeedFaultsException(Location, faults);
        }

        var catalogue = new Catalogue(
            documents.Records[0],
            conditions.Records,
            mechanisms.Records,
            outcomes.Records,
            studies.Records,
            claims.Records
        );

        faults.AddRange(faults.Count == 0 ? AuditRules.Check(catalogue) : CheckIncomplete(catalogue, faults));
        return faults.Count == 0 ? catalogue : throw new SeedFaultsException(Location, faults);
    }

    /// <summary>
    /// A record that could not be read is missing from the catalogue: that others name it is no fault of theirs, and what only it uses is no orphan.
    /// </summary>
    private static List<Fault> CheckIncomplete(Catalogue catalogue, IReadOnlyList<Fault> faults)
    {
        var unread = faults.Select(fault => $"'{fault.Record}'").ToHashSet(StringComparer.Ordinal);
        return
        [
            .. AuditRules
                .All.Where(rule => rule is not NothingIsOrphaned)
                .SelectMany(rule => rule.Check(catalogue))
                .Where(fault => !unread.Any(record => fault.Problem.Contains(record, StringComparison.Ordinal))),
        ];
    }

    private Task<SeedFile<T>> File<T>(string name, string collection, CancellationToken cancellationToken) =>
        new SeedFile<T>(Location, name, collection).Read(cancellationToken);
}
