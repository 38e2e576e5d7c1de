namespace LdnEvidence.Domain.Audit;

/// <summary>All invariants, in the order in which a curator would mend what they find.</summary>
public static class AuditRules
{
    /// <summary>The rules.</summary>
    public static IReadOnlyList<IInvariant> All { get; } =
    [
        new KeysAreUnique(),
        new NamesAreUnique(),
        new ReferencesResolve(),
        new BroaderConditionsEnd(),
        new LocatorsExist(),
        new CodesAreWellFormed(),
        new StudyIdentifiersAreUnique(),
        new LinksAreSingle(),
        new UnverifiedFieldsAreEmpty(),
        new LevelIsTheDerivedOne(),
        new FidelityFitsTheCitations(),
        new WordingIsNotStrongerThanTheSource(),
        new NothingIsOrphaned(),
    ];

    /// <summary>Runs every rule and gathers all faults.</summary>
    public static IReadOnlyList<Fault> Check(Catalogue catalogue) => [.. All.SelectMany(rule => rule.Check(catalogue))];
}
