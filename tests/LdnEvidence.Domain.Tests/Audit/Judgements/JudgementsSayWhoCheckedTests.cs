using LdnEvidence.Domain.Tests.Support;

namespace LdnEvidence.Domain.Tests.Audit.Judgements;

public sealed class JudgementsSayWhoCheckedTests
{
    private const string Rule = "judgements-say-who-checked";

    private const string ToSource = "claims.json > the-claim > fidelity.toSource.checked";

    private const string ToDocument = "claims.json > the-claim > fidelity.toDocument.checked";

    [Theory]
    [InlineData(SourceFidelity.Supported)]
    [InlineData(SourceFidelity.PartlySupported)]
    [InlineData(SourceFidelity.NotSupported)]
    [InlineData(SourceFidelity.Contradicted)]
    public void A_judgement_that_nobody_is_named_for_is_a_fault(SourceFidelity label) =>
        Source(label, null).ShouldBreakOnly(Rule, ToSource);

    [Fact]
    public void Not_checked_beside_somebody_who_checked_is_a_fault() =>
        Source(SourceFidelity.NotChecked, Given.ACheck()).ShouldBreakOnly(Rule, ToSource);

    [Fact]
    public void Nothing_cited_beside_somebody_who_checked_is_a_fault() =>
        Of(Given.AnUncitedClaim("the-claim"), Given.ACheck()).ShouldBreakOnly(Rule, ToSource);

    [Fact]
    public void Not_checked_by_nobody_is_no_fault() => Source(SourceFidelity.NotChecked, null).ShouldBreakNothing();

    [Fact]
    public void A_sentence_that_nobody_compared_with_the_document_is_a_fault()
    {
        var claim = Given.AClaim("the-claim");
        var document = claim.Fidelity.ToDocument with { Checked = null };
        Given
            .ACatalogue()
            .And(claim with { Fidelity = claim.Fidelity with { ToDocument = document } })
            .ShouldBreakOnly(Rule, ToDocument);
    }

    private static GivenCatalogue Source(SourceFidelity label, Check? check) =>
        Of(
            Given.AClaim("the-claim") with
            {
                Citations = [Given.ACitation(relation: CitationRelation.Mixed)],
                Fidelity = Given.AFidelity(label, FidelityBasis.CitedStudy),
            },
            check
        );

    private static GivenCatalogue Of(Claim claim, Check? check)
    {
        var source = claim.Fidelity.ToSource with { Checked = check };
        return Given.ACatalogue().And(claim with { Fidelity = claim.Fidelity with { ToSource = source } });
    }
}
