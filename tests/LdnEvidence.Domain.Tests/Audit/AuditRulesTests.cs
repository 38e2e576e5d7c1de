using LdnEvidence.Domain.Audit;
using LdnEvidence.Domain.Tests.Support;

namespace LdnEvidence.Domain.Tests.Audit;

public sealed class AuditRulesTests
{
    [Fact]
    public void A_whole_catalogue_breaks_no_rule() => Given.ACatalogue().ShouldBreakNothing();

    [Fact]
    public void Every_invariant_is_one_of_the_rules() =>
        AuditRules
            .All.Select(rule => rule.GetType())
            .ShouldBe(
                typeof(IInvariant)
                    .Assembly.GetTypes()
                    .Where(type => type.IsClass && type.IsAssignableTo(typeof(IInvariant))),
                ignoreOrder: true
            );

    [Fact]
    public void No_two_rules_have_the_same_id() => AuditRules.All.Select(rule => rule.Id).ShouldBeUnique();

    [Fact]
    public void The_ids_are_kebab_case() =>
        AuditRules.All.ShouldAllBe(rule =>
            rule.Id.Split('-').All(word => word.Length > 0 && word.All(char.IsAsciiLetterLower))
        );

    [Fact]
    public void Every_rule_is_one_whole_sentence() =>
        AuditRules.All.ShouldAllBe(rule => rule.Sentence.Length > 20 && rule.Sentence.EndsWith('.'));

    [Fact]
    public void All_faults_are_gathered_in_the_order_of_the_rules() =>
        AuditRules
            .Run(
                Given
                    .ACatalogue()
                    .WhereTheClaim(claim => claim with { Locator = Given.ALocator("paragraph 9") })
                    .And(Given.AMechanism("unused"))
                    .And(Given.AnOutcome())
                    .Build()
            )
            .SelectMany(result => result.Faults)
            .Select(fault => $"{fault.File} > {fault.Record} > {fault.Field}")
            .ShouldBe([
                "outcomes.json > pain-severity > id",
                "claims.json > eff-fibromyalgia-pain > locator",
                "mechanisms.json > unused > id",
            ]);
}
