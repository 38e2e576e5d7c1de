using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Domain;

/// <summary>
/// Everything that one release holds, before it is published. It may still break rules: the audit says which, so look-ups answer null for what
/// is missing and the first record where a key occurs twice.
/// </summary>
public sealed class Catalogue
{
    private readonly Dictionary<Slug, Condition> _conditions;
    private readonly ILookup<Slug, Condition> _narrower;
    private readonly Dictionary<Slug, Mechanism> _mechanisms;
    private readonly Dictionary<Slug, Outcome> _outcomes;
    private readonly Dictionary<Slug, Study> _studies;

    /// <summary>Gathers the records of a release.</summary>
    public Catalogue(
        SourceDocument document,
        IReadOnlyList<Condition> conditions,
        IReadOnlyList<Mechanism> mechanisms,
        IReadOnlyList<Outcome> outcomes,
        IReadOnlyList<Study> studies,
        IReadOnlyList<Claim> claims
    )
    {
        Document = document;
        Conditions = conditions;
        Mechanisms = mechanisms;
        Outcomes = outcomes;
        Studies = studies;
        Claims = claims;
        _conditions = ById(conditions, condition => condition.Id);
        _narrower = conditions
            .Where(condition => condition.Broader is not null)
            .ToLookup(condition => condition.Broader!.Value);
        _mechanisms = ById(mechanisms, mechanism => mechanism.Id);
        _outcomes = ById(outcomes, outcome => outcome.Id);
        _studies = ById(studies, study => study.Id);
    }

    /// <summary>The page that the claims were taken from.</summary>
    public SourceDocument Document { get; }

    /// <summary>The conditions.</summary>
    public IReadOnlyList<Condition> Conditions { get; }

    /// <summary>The mechanisms.</summary>
    public IReadOnlyList<Mechanism> Mechanisms { get; }

    /// <summary>The outcomes.</summary>
    public IReadOnlyList<Outcome> Outcomes { get; }

    /// <summary>The cited studies.</summary>
    public IReadOnlyList<Study> Studies { get; }

    /// <summary>The claims.</summary>
    public IReadOnlyList<Claim> Claims { get; }

    /// <summary>Finds a condition.</summary>
    public Condition? Condition(Slug id) => _conditions.GetValueOrDefault(id);

    /// <summary>The conditions whose next broader condition is this one.</summary>
    public IEnumerable<Condition> NarrowerThan(Slug id) => _narrower[id];

    /// <summary>The conditions, nearest first, that a condition is narrower than.</summary>
    public IEnumerable<Slug> BroaderThan(Condition condition)
    {
        for (var next = condition.Broader; next is { } broader; next = Condition(broader)!.Broader)
        {
            yield return broader;
        }
    }

    /// <summary>Finds a mechanism.</summary>
    public Mechanism? Mechanism(Slug id) => _mechanisms.GetValueOrDefault(id);

    /// <summary>Finds an outcome.</summary>
    public Outcome? Outcome(Slug id) => _outcomes.GetValueOrDefault(id);

    /// <summary>Finds a study.</summary>
    public Study? Study(Slug id) => _studies.GetValueOrDefault(id);

    /// <summary>Derives a claim's level; a citation of a study that does not exist counts for nothing.</summary>
    public LevelTrace LevelOf(Claim claim) =>
        EvidenceLevels.Derive([
            .. claim
                .Citations.Select(citation => (Citation: citation, Study: Study(citation.Study)))
                .Where(link => link.Study is not null)
                .Select(link => (link.Citation, link.Study!)),
        ]);

    private static Dictionary<Slug, T> ById<T>(IEnumerable<T> records, Func<T, Slug> id) =>
        records.GroupBy(id).ToDictionary(group => group.Key, group => group.First());
}
