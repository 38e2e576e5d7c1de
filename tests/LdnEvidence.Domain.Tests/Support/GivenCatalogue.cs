namespace LdnEvidence.Domain.Tests.Support;

/// <summary>The parts of a catalogue, before they are put together.</summary>
internal sealed record GivenCatalogue
{
    public SourceDocument Document { get; init; } = Given.ADocument();

    public IReadOnlyList<Condition> Conditions { get; init; } = [Given.ACondition()];

    public IReadOnlyList<Mechanism> Mechanisms { get; init; } = [Given.AMechanism()];

    public IReadOnlyList<Outcome> Outcomes { get; init; } = [Given.AnOutcome()];

    public IReadOnlyList<Study> Studies { get; init; } = [Given.AStudy()];

    public IReadOnlyList<Claim> Claims { get; init; } = [Given.AClaim()];

    public GivenCatalogue WhereTheCondition(Func<Condition, Condition> change) =>
        this with
        {
            Conditions = [change(Conditions[0]), .. Conditions.Skip(1)],
        };

    public GivenCatalogue WhereTheMechanism(Func<Mechanism, Mechanism> change) =>
        this with
        {
            Mechanisms = [change(Mechanisms[0]), .. Mechanisms.Skip(1)],
        };

    public GivenCatalogue WhereTheOutcome(Func<Outcome, Outcome> change) =>
        this with
        {
            Outcomes = [change(Outcomes[0]), .. Outcomes.Skip(1)],
        };

    public GivenCatalogue WhereTheStudy(Func<Study, Study> change) =>
        this with
        {
            Studies = [change(Studies[0]), .. Studies.Skip(1)],
        };

    public GivenCatalogue WhereTheClaim(Func<Claim, Claim> change) =>
        this with
        {
            Claims = [change(Claims[0]), .. Claims.Skip(1)],
        };

    public GivenCatalogue And(Condition condition) => this with { Conditions = [.. Conditions, condition] };

    public GivenCatalogue And(Mechanism mechanism) => this with { Mechanisms = [.. Mechanisms, mechanism] };

    public GivenCatalogue And(Outcome outcome) => this with { Outcomes = [.. Outcomes, outcome] };

    public GivenCatalogue And(Study study) => this with { Studies = [.. Studies, study] };

    public GivenCatalogue And(Claim claim) => this with { Claims = [.. Claims, claim] };

    /// <summary>Adds a study that the first claim cites as background.</summary>
    public GivenCatalogue AndCited(Study study) =>
        And(study)
            .WhereTheClaim(claim =>
                claim with
                {
                    Citations =
                    [
                        .. claim.Citations,
                        Given.ACitation(study.Id.Value, reportsOutcome: false, CitationRelation.Background),
                    ],
                }
            );

    public Catalogue Build() => new(Document, Conditions, Mechanisms, Outcomes, Studies, Claims);
}
