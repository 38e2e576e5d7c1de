using LdnEvidence.Domain;
using LdnEvidence.Domain.Audit;
using LdnEvidence.Domain.Audit.Judgements;
using LdnEvidence.Domain.Codes;
using Microsoft.Extensions.Options;

namespace LdnEvidence.Api.Data.Publishing.Seed;

/// <summary>Reads the seed files into a catalogue, and refuses one that breaks a rule with every fault it has.</summary>
internal sealed class SeedFolder(IOptions<CatalogueOptions> options)
{
    public string Location => options.Value.SeedDataFolder;

    /// <returns>The catalogue, which broke no rule.</returns>
    /// <exception cref="SeedFaultsException">The files have faults; nothing was read.</exception>
    public async Task<AuditedCatalogue> Read(
        CancellationToken cancellationToken,
        IProgress<PublishingProgress>? progress = null
    )
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

        var documents = await File<SourceDocument>("document", "documents", progress, cancellationToken);
        var conditions = await File<Condition>("conditions", "conditions", progress, cancellationToken);
        var mechanisms = await File<Mechanism>("mechanisms", "mechanisms", progress, cancellationToken);
        var outcomes = await File<Outcome>("outcomes", "outcomes", progress, cancellationToken);
        var studies = await File<Study>("studies", "studies", progress, cancellationToken);
        var claims = await File<Claim>("claims", "claims", progress, cancellationToken);
        var further = await FurtherCodes(progress, cancellationToken);

        List<Fault> faults =
        [
            .. documents.Faults,
            .. conditions.Faults,
            .. mechanisms.Faults,
            .. outcomes.Faults,
            .. studies.Faults,
            .. claims.Faults,
            .. further?.Faults ?? [],
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

        if (further is not null)
        {
            // A condition that could not be read is there all the same.
            var unread = conditions.Faults.Select(fault => $"'{fault.Record}'").ToList();
            faults.AddRange(
                FurtherCode
                    .Check(further.File, further.Records, conditions.Records)
                    .Where(fault => !unread.Exists(fault.Problem.Contains))
            );
        }

        var catalogue = new Catalogue(
            documents.Records[0],
            // Codes that have a fault were named above, and are no fault of the conditions.
            FurtherCode.AddTo(conditions.Records, faults.Count == 0 ? further?.Records ?? [] : []),
            mechanisms.Records,
            outcomes.Records,
            studies.Records,
            claims.Records
        );

        if (faults.Count > 0)
        {
            throw new SeedFaultsException(Location, [.. faults, .. CheckIncomplete(catalogue, faults)]);
        }

        var results = new List<AuditResult>();
        foreach (var result in AuditRules.Run(catalogue))
        {
            results.Add(result);
            progress?.Report(
                new PublishingProgress("Checking the rules of the catalogue", results.Count, AuditRules.All.Count)
            );
        }

        var audited = new AuditedCatalogue(catalogue, results);
        return audited.Faults.Any() ? throw new SeedFaultsException(Location, [.. audited.Faults]) : audited;
    }

    /// <summary>
    /// A record that could not be read is missing from the catalogue: that others name it is no fault of theirs, and what only it uses is no orphan, and what only it
    /// covers is no gap.
    /// </summary>
    private static List<Fault> CheckIncomplete(Catalogue catalogue, IReadOnlyList<Fault> faults)
    {
        var unread = faults.Select(fault => fault.Record).ToHashSet(StringComparer.Ordinal);
        var longest = unread.Max(record => record.Length);
        return
        [
            .. AuditRules
                .All.Where(rule => rule is not (NothingIsOrphaned or ConditionsAreCovered))
                .SelectMany(rule => rule.Check(catalogue))
                .Where(fault => !Quoted(fault.Problem, longest).Any(unread.Contains)),
        ];
    }

    /// <summary>Whatever stands between two quotation marks of a sentence and is not longer than the longest name that is looked for.</summary>
    private static IEnumerable<string> Quoted(string problem, int longest)
    {
        for (var open = 0; (open = problem.IndexOf('\'', open)) >= 0; open++)
        {
            var last = Math.Min(problem.Length - 1, open + longest + 1);
            for (var close = open; (close = problem.IndexOf('\'', close + 1, last - close)) >= 0; )
            {
                yield return problem[(open + 1)..close];
            }
        }
    }

    /// <summary>The codes that the operator adds, or null where there is no file of them.</summary>
    private async Task<SeedFile<FurtherCode>?> FurtherCodes(
        IProgress<PublishingProgress>? progress,
        CancellationToken cancellationToken
    ) =>
        options.Value.FurtherCodesFile is { } path
            ? await new SeedFile<FurtherCode>(path, "further-codes", "codes", "--further-codes").Read(
                progress,
                cancellationToken
            )
            : null;

    private Task<SeedFile<T>> File<T>(
        string name,
        string collection,
        IProgress<PublishingProgress>? progress,
        CancellationToken cancellationToken
    )
        where T : class =>
        new SeedFile<T>(Path.Combine(Location, $"{name}.json"), name, collection).Read(progress, cancellationToken);
}
