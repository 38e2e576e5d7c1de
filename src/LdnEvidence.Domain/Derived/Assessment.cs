namespace LdnEvidence.Domain.Derived;

/// <summary>What follows for a claim from its citations and the studies that they name. Nothing of it is typed by a curator.</summary>
/// <param name="Trace">The level, and how it was derived.</param>
/// <param name="LevelGap">The level that the document suggests against the one that was derived; null where it suggests none.</param>
/// <param name="InterventionMatch">The nearest to low-dose naltrexone that any counted study gave; null where none counted or none is known.</param>
/// <param name="IndependentCohorts">How many different groups of people the counted studies studied.</param>
/// <param name="Participants">How many people these were; null where no study counted, or where one of the groups has no known size.</param>
public sealed record Assessment(
    LevelTrace Trace,
    LevelGap? LevelGap,
    InterventionMatch? InterventionMatch,
    int IndependentCohorts,
    int? Participants
)
{
    /// <summary>Whether studies counted and none of them is known to have given naltrexone alone.</summary>
    public bool IsOfOtherInterventions =>
        Trace.Counted.Count > 0 && InterventionMatch >= Domain.InterventionMatch.Combined;

    /// <summary>Assesses a claim.</summary>
    public static Assessment Of(Claim claim, Catalogue catalogue)
    {
        var trace = catalogue.LevelOf(claim);
        var counted = trace.Counted.Select(id => catalogue.Study(id)!).ToList();
        var (cohorts, participants) = PeopleOf(counted);
        return new Assessment(
            trace,
            Gap(claim.ImpliedLevel, trace.Level),
            counted.Min(study => study.InterventionMatch),
            cohorts,
            participants
        );
    }

    /// <summary>How many different groups of people these studies studied, and how many people they were together.</summary>
    internal static (int Cohorts, int? Participants) PeopleOf(IEnumerable<Study> studies)
    {
        var cohorts = studies.GroupBy(study => study.Cohort ?? study.Id).ToList();
        // Several reports on the same people may count fewer of them, never more.
        var sizes = cohorts.ConvertAll(cohort => cohort.Max(study => study.SampleSize));
        return (cohorts.Count, cohorts.Count == 0 || sizes.Contains(null) ? null : sizes.Sum());
    }

    private static LevelGap? Gap(EvidenceLevel? implied, EvidenceLevel derived) =>
        // The strongest level comes first.
        implied is not { } level
            ? null
        : level < derived ? Domain.LevelGap.Overstated
        : level > derived ? Domain.LevelGap.Understated
        : Domain.LevelGap.AsStated;
}
