using System.Collections.Concurrent;
using LdnEvidence.Domain.Audit.Codes;
using LdnEvidence.Domain.Audit.Judgements;

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
        new CodeRulesAreSound(),
        new CodeRulesAgree(),
        new OutcomesHaveADomain(),
        new StudyIdentifiersAreUnique(),
        new StudiesHaveAnIdentity(),
        new StandingHasItsNotice(),
        new InterventionsArePlaced(),
        new LinksAreSingle(),
        new UnverifiedFieldsAreEmpty(),
        new LevelIsTheDerivedOne(),
        new NoLevelWithoutACountedStudy(),
        new ImpliedLevelOnlyWhereMeaningful(),
        new FidelityFitsTheCitations(),
        new WordingIsNotStrongerThanTheSource(),
        new DifferencesFitTheLabel(),
        new JudgementsSayWhoChecked(),
        new ConditionsAreCovered(),
        new NothingIsOrphaned(),
    ];

    /// <summary>Runs every rule, on all processors. The results come in the order of the rules.</summary>
    public static IEnumerable<AuditResult> Run(Catalogue catalogue) =>
        Partitioner
            .Create(All.ToArray(), loadBalance: true)
            .AsParallel()
            .AsOrdered()
            .WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(rule => new AuditResult(rule, [.. rule.Check(catalogue)]));
}

/// <summary>A catalogue with what came of every rule. Where none has a fault, it may be published.</summary>
/// <param name="Catalogue">The catalogue.</param>
/// <param name="Results">One result a rule.</param>
public sealed record AuditedCatalogue(Catalogue Catalogue, IReadOnlyList<AuditResult> Results)
{
    /// <summary>All faults, rule by rule.</summary>
    public IEnumerable<Fault> Faults => Results.SelectMany(result => result.Faults);
}

/// <summary>What came of one rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Faults">Every record that breaks it; none where the catalogue obeys.</param>
public sealed record AuditResult(IInvariant Rule, IReadOnlyList<Fault> Faults);
