using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using LdnEvidence.Api.Data.Lists;
using LdnEvidence.Api.Data.Rows;
using LdnEvidence.Api.Data.Search.Tokens;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Data.Publishing;

/// <summary>Works out the columns that lists of a release are filtered, counted and sorted by, from the rows of the release.</summary>
internal static class ListColumns
{
    /// <summary>The columns of one release, to be stored beside its rows.</summary>
    public static List<ListColumnRow> Of(int release, ReleaseRows rows)
    {
        var columns = new List<ListColumnRow>();
        Claims(new Writer(columns, release, Collection.Claims), rows.Claims);
        Studies(new Writer(columns, release, Collection.Studies), rows.Studies);
        Named(new Writer(columns, release, Collection.Conditions), rows.Conditions);
        Named(new Writer(columns, release, Collection.Mechanisms), rows.Mechanisms);
        Named(new Writer(columns, release, Collection.Outcomes), rows.Outcomes);
        Domains(new Writer(columns, release, Collection.Outcomes), rows.Outcomes);
        Broader(new Writer(columns, release, Collection.Conditions), rows);
        var levels = rows.EvidenceLevels.Select(row => row.Id).ToList();
        new Writer(columns, release, Collection.EvidenceLevels) { Size = levels.Count }.Values(
            CollectionIndex.Id,
            levels
        );
        return columns;
    }

    private static void Claims(Writer writer, IEnumerable<ClaimRow> rows)
    {
        var (conditions, mechanisms, studies) = (new List<Pair>(), new List<Pair>(), new List<Pair>());
        // Of each row only what lists need is kept: all rows of a large release at once are as much as the catalogue itself.
        var claims = rows.Select(row =>
            {
                conditions.AddRange(row.Conditions.Select(link => new Pair(link.ConditionId, row.Position)));
                mechanisms.AddRange(row.Mechanisms.Select(link => new Pair(link.MechanismId, row.Position)));
                studies.AddRange(row.Citations.Select(link => new Pair(link.StudyId, row.Position)));
                return new
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
                };
            })
            .ToList();
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

        writer.Pairs("condition", conditions);
        writer.Pairs("mechanism", mechanisms);
        writer.Pairs("study", studies);
    }

    private static void Studies(Writer writer, IEnumerable<StudyRow> rows)
    {
        var studies = rows.ToList();
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
        var journals = studies.Select(row => Sorted(row.Journal)).Distinct().Order(StringComparer.Ordinal).ToList();
        writer.Values(
            "journal",
            studies.Select(row => row.Journal),
            journal => journals.BinarySearch(Sorted(journal), StringComparer.Ordinal)
        );
        writer.Values("doi", studies.Select(row => row.Doi));
        writer.Values("pmid", studies.Select(row => row.Pmid));
        writer.Values("pmcid", studies.Select(row => row.Pmcid));
        writer.Values("nct", studies.Select(row => row.TrialRegistration));
        writer.Ranks("title", [.. studies.Select(row => Sorted(row.Title))], StringComparer.Ordinal);
        writer.Ranks("sampleSize", [.. studies.Select(row => row.SampleSize)]);
        writer.Ranks("claims", [.. studies.Select(Claims)]);
    }

    private static void Named(Writer writer, IEnumerable<NamedRow> rows)
    {
        var records = rows.ToList();
        writer.Size = records.Count;
        writer.Values(CollectionIndex.Id, records.Select(row => row.Id));
        writer.Ranks("name", [.. records.Select(row => Sorted(row.Name))], StringComparer.Ordinal);
        writer.Ranks("claims", [.. records.Select(Claims)]);
    }

    /// <summary>The part of health that an outcome belongs to.</summary>
    private static void Domains(Writer writer, IEnumerable<OutcomeRow> rows)
    {
        var domains = rows.Select(row => row.Domain).ToList();
        writer.Size = domains.Count;
        writer.Values("domain", domains.Select(Word), Order<Domain.OutcomeDomain>);
    }

    /// <summary>Every condition, near or far, that a condition is narrower than.</summary>
    private static void Broader(Writer writer, ReleaseRows rows)
    {
        var conditions = rows.Conditions.Select(row => (row.Id, row.Position)).ToList();
        var steps = rows.NarrowerConditions.ToLookup(step => step.NarrowerId, step => step.BroaderId);
        writer.Size = conditions.Count;
        writer.Pairs(
            "broader",
            conditions.SelectMany(row => steps[row.Id].Select(broader => new Pair(broader, row.Position)))
        );
    }

    /// <summary>A text as lists sort it: without regard to case and accents.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    private static string? Sorted(string? text) => text is null ? null : Folding.Plain(text);

    private static int Claims(CountedRow row) => row.PilotTrialClaims + row.CaseSeriesClaims + row.AnecdotalClaims;

    private static string? Word<TEnum>(TEnum? value)
        where TEnum : struct, Enum => value is { } given ? KebabCase<TEnum>.Of(given) : null;

    /// <summary>A closed list sorts in the order in which it is written.</summary>
    private static int Order<TEnum>(string word)
        where TEnum : struct, Enum => KebabCase<TEnum>.All.ToList().IndexOf(word);

    /// <summary>A value, and a position that has it.</summary>
    private readonly record struct Pair(string Value, int Position);

    private sealed class Writer(List<ListColumnRow> columns, int release, Collection collection)
    {
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
            columns.Add(
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
