using System.Globalization;
using LdnEvidence.Api.Data.Lists;
using LdnEvidence.Api.Data.Rows;
using LdnEvidence.Domain.Identifiers;
using Microsoft.EntityFrameworkCore;

namespace LdnEvidence.Api.Data.Publishing;

/// <summary>Works out the columns that lists of a release are filtered, counted and sorted by, from the rows of the release.</summary>
internal sealed class ListColumns(CatalogueDbContext db)
{
    /// <summary>The columns of one release, to be stored beside its rows.</summary>
    public async Task<List<ListColumnRow>> Of(int release, CancellationToken cancellationToken)
    {
        var rows = new List<ListColumnRow>();
        await Claims(new Writer(rows, release, Collection.Claims), cancellationToken);
        await Studies(new Writer(rows, release, Collection.Studies), cancellationToken);
        await Coded<ConditionRow, ConditionCodeRow>(
            new Writer(rows, release, Collection.Conditions),
            db.Conditions,
            cancellationToken
        );
        await Coded<MechanismRow, MechanismCodeRow>(
            new Writer(rows, release, Collection.Mechanisms),
            db.Mechanisms,
            cancellationToken
        );
        await Coded<OutcomeRow, OutcomeCodeRow>(
            new Writer(rows, release, Collection.Outcomes),
            db.Outcomes,
            cancellationToken
        );
        await Domains(new Writer(rows, release, Collection.Outcomes), cancellationToken);
        await Broader(new Writer(rows, release, Collection.Conditions), cancellationToken);
        var levels = await db
            .EvidenceLevels.Where(row => row.ReleaseNumber == release)
            .OrderBy(row => row.Position)
            .Select(row => row.Id)
            .ToListAsync(cancellationToken);
        new Writer(rows, release, Collection.EvidenceLevels) { Size = levels.Count }.Values(CollectionIndex.Id, levels);
        return rows;
    }

    private async Task Claims(Writer writer, CancellationToken cancellationToken)
    {
        var release = writer.Release;
        var claims = await db
            .Claims.Where(row => row.ReleaseNumber == release)
            .OrderBy(row => row.Position)
            .Select(row => new
            {
                row.Id,
                row.Kind,
                row.Direction,
                row.EvidenceLevel,
                row.EvidenceRank,
                row.FidelityToSource,
                row.FidelityToDocument,
                row.LevelIsMeaningful,
                row.Differences,
                row.CheckedOn,
                row.ImpliedLevel,
                row.LevelGap,
                row.InterventionMatch,
                row.OutcomeId,
            })
            .ToListAsync(cancellationToken);
        var ranks = claims
            .DistinctBy(row => row.EvidenceLevel)
            .ToDictionary(row => KebabCase<Domain.EvidenceLevel>.Of(row.EvidenceLevel), row => row.EvidenceRank);
        writer.Size = claims.Count;
        writer.Values(CollectionIndex.Id, claims.Select(row => row.Id));
        writer.Values("kind", claims.Select(row => KebabCase<Domain.ClaimKind>.Of(row.Kind)));
        writer.Values("direction", claims.Select(row => KebabCase<Domain.ClaimDirection>.Of(row.Direction)));
        writer.Values(
            "evidenceLevel",
            claims.Select(row => KebabCase<Domain.EvidenceLevel>.Of(row.EvidenceLevel)),
            level => ranks[level]
        );
        writer.Values("fidelity", claims.Select(row => KebabCase<Domain.SourceFidelity>.Of(row.FidelityToSource)));
        writer.Values(
            "fidelityToDocument",
            claims.Select(row => KebabCase<Domain.DocumentFidelity>.Of(row.FidelityToDocument))
        );
        writer.Values("levelIsMeaningful", claims.Select(row => row.LevelIsMeaningful ? "true" : "false"));
        writer.Values("outcome", claims.Select(row => row.OutcomeId));
        writer.Values(
            "checked",
            claims.Select(row => row.CheckedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        );
        writer.Values("impliedLevel", claims.Select(row => Word(row.ImpliedLevel)), Order<Domain.EvidenceLevel>);
        writer.Values("levelGap", claims.Select(row => Word(row.LevelGap)), Order<Domain.LevelGap>);
        writer.Values(
            "interventionMatch",
            claims.Select(row => Word(row.InterventionMatch)),
            Order<Domain.InterventionMatch>
        );
        writer.Pairs(
            "difference",
            claims
                .Index()
                .SelectMany(row =>
                    (row.Item.Differences ?? string.Empty)
                        .Split(',', StringSplitOptions.RemoveEmptyEntries)
                        .Select(difference => new Pair(difference, row.Index + 1))
                )
        );

        var ofRelease = db.Claims.Where(row => row.ReleaseNumber == release);
        writer.Pairs(
            "condition",
            await Pairs(
                ofRelease.SelectMany(row => row.Conditions, (row, link) => new Pair(link.ConditionId, row.Position)),
                cancellationToken
            )
        );
        writer.Pairs(
            "mechanism",
            await Pairs(
                ofRelease.SelectMany(row => row.Mechanisms, (row, link) => new Pair(link.MechanismId, row.Position)),
                cancellationToken
            )
        );
        writer.Pairs(
            "study",
            await Pairs(
                ofRelease.SelectMany(row => row.Citations, (row, link) => new Pair(link.StudyId, row.Position)),
                cancellationToken
            )
        );
    }

    private async Task Studies(Writer writer, CancellationToken cancellationToken)
    {
        var release = writer.Release;
        var studies = await db
            .Studies.Where(row => row.ReleaseNumber == release)
            .OrderBy(row => row.Position)
            .Select(row => new
            {
                row.Id,
                row.Title,
                row.Journal,
                row.Year,
                row.Design,
                row.Standing,
                row.InterventionMatch,
                row.Cohort,
                row.SampleSize,
                row.Doi,
                row.Pmid,
                row.Pmcid,
                Claims = row.PilotTrialClaims + row.CaseSeriesClaims + row.AnecdotalClaims,
            })
            .ToListAsync(cancellationToken);
        writer.Size = studies.Count;
        writer.Values(CollectionIndex.Id, studies.Select(row => row.Id));
        writer.Values("design", studies.Select(row => KebabCase<Domain.StudyDesign>.Of(row.Design)));
        writer.Values("standing", studies.Select(row => KebabCase<Domain.StudyStanding>.Of(row.Standing)));
        writer.Values(
            "year",
            studies.Select(row => row.Year.ToString("0000", System.Globalization.CultureInfo.InvariantCulture))
        );
        writer.Values(
            "interventionMatch",
            studies.Select(row => Word(row.InterventionMatch)),
            Order<Domain.InterventionMatch>
        );
        writer.Values("cohort", studies.Select(row => row.Cohort));
        writer.Values("journal", studies.Select(row => row.Journal));
        writer.Values("doi", studies.Select(row => row.Doi));
        writer.Values("pmid", studies.Select(row => row.Pmid));
        writer.Values("pmcid", studies.Select(row => row.Pmcid));
        writer.Ranks("title", [.. studies.Select(row => row.Title)], StringComparer.Ordinal);
        writer.Ranks("sampleSize", [.. studies.Select(row => row.SampleSize)]);
        writer.Ranks("claims", [.. studies.Select(row => row.Claims)]);
    }

    private static async Task Coded<TRow, TCode>(
        Writer writer,
        IQueryable<TRow> all,
        CancellationToken cancellationToken
    )
        where TRow : CodedRow<TCode>
        where TCode : CodeRow
    {
        var release = writer.Release;
        var rows = all.Where(row => row.ReleaseNumber == release);
        var records = await rows.OrderBy(row => row.Position)
            .Select(row => new
            {
                row.Id,
                row.Name,
                Claims = row.PilotTrialClaims + row.CaseSeriesClaims + row.AnecdotalClaims,
            })
            .ToListAsync(cancellationToken);
        var codes = await rows.SelectMany(
                row => row.Codes,
                (row, code) =>
                    new
                    {
                        row.Position,
                        code.System,
                        code.Value,
                    }
            )
            .ToListAsync(cancellationToken);
        writer.Size = records.Count;
        writer.Values(CollectionIndex.Id, records.Select(row => row.Id));
        writer.Ranks("name", [.. records.Select(row => row.Name)], StringComparer.Ordinal);
        writer.Ranks("claims", [.. records.Select(row => row.Claims)]);
        writer.Pairs(
            "code",
            codes.Select(code => new Pair($"{KebabCase<CodeSystem>.Of(code.System)}|{code.Value}", code.Position))
        );
    }

    /// <summary>The part of health that an outcome belongs to.</summary>
    private async Task Domains(Writer writer, CancellationToken cancellationToken)
    {
        var release = writer.Release;
        var domains = await db
            .Outcomes.Where(row => row.ReleaseNumber == release)
            .OrderBy(row => row.Position)
            .Select(row => row.Domain)
            .ToListAsync(cancellationToken);
        writer.Size = domains.Count;
        writer.Values("domain", domains.Select(Word), Order<Domain.OutcomeDomain>);
    }

    /// <summary>Every condition, near or far, that a condition is narrower than.</summary>
    private async Task Broader(Writer writer, CancellationToken cancellationToken)
    {
        var release = writer.Release;
        var steps = db.NarrowerConditions.Where(step => step.ReleaseNumber == release);
        writer.Size = await db.Conditions.CountAsync(row => row.ReleaseNumber == release, cancellationToken);
        writer.Pairs(
            "broader",
            await Pairs(
                db.Conditions.Where(row => row.ReleaseNumber == release)
                    .Join(
                        steps,
                        row => row.Id,
                        step => step.NarrowerId,
                        (row, step) => new Pair(step.BroaderId, row.Position)
                    ),
                cancellationToken
            )
        );
    }

    private static string? Word<TEnum>(TEnum? value)
        where TEnum : struct, Enum => value is { } given ? KebabCase<TEnum>.Of(given) : null;

    /// <summary>A closed list sorts in the order in which it is written.</summary>
    private static int Order<TEnum>(string word)
        where TEnum : struct, Enum => KebabCase<TEnum>.All.ToList().IndexOf(word);

    private static Task<List<Pair>> Pairs(IQueryable<Pair> pairs, CancellationToken cancellationToken) =>
        pairs.ToListAsync(cancellationToken);

    /// <summary>A value, and a position that has it.</summary>
    private sealed record Pair(string Value, int Position);

    private sealed class Writer(List<ListColumnRow> rows, int release, Collection collection)
    {
        public int Release => release;

        public int Size { get; set; }

        public void Values(string name, IEnumerable<string?> values, Func<string, int>? order = null) =>
            Add(
                name,
                ValueColumn.Write(
                    Size,
                    values
                        .Select((value, index) => (Value: value!, Position: index + 1))
                        .Where(pair => pair.Value is not null),
                    order
                )
            );

        public void Pairs(string name, IEnumerable<Pair> pairs) =>
            Add(name, ValueColumn.Write(Size, pairs.Select(pair => (pair.Value, pair.Position))));

        public void Ranks<T>(string name, IReadOnlyList<T> values, IComparer<T>? comparer = null) =>
            Add(name, RankColumn.Write(values, comparer));

        private void Add(string name, byte[] content) =>
            rows.Add(
                new ListColumnRow
                {
                    ReleaseNumber = release,
                    Collection = collection,
                    Name = name,
                    Content = content,
                }
            );
    }
}
