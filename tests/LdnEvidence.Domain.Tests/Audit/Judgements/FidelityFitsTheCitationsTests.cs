using LdnEvidence.Domain.Tests.Support;

namespace LdnEvidence.Domain.Tests.Audit.Judgements;

public sealed class FidelityFitsTheCitationsTests
{
    private const string Rule = "fidelity-fits-the-citations";

    private const string Label = "claims.json > the-claim > fidelity.toSource.label";

    private const string Basis = "claims.json > the-claim > fidelity.toSource.basis";

    [Fact]
    public void Nothing_cited_beside_a_citation_is_a_fault_of_the_label() =>
        Cited(SourceFidelity.NothingCited, FidelityBasis.None).ShouldBreakOnly(Rule, Label);

    [Theory]
    [InlineData(SourceFidelity.Supported)]
    [InlineData(SourceFidelity.PartlySupported)]
    [InlineData(SourceFidelity.NotSupported)]
    [InlineData(SourceFidelity.Contradicted)]
    [InlineData(SourceFidelity.NotChecked)]
    public void Another_label_with_basis_none_is_a_fault_of_the_basis(SourceFidelity label) =>
        Cited(label, FidelityBasis.None).ShouldBreakOnly(Rule, Basis);

    [Fact]
    public void Nothing_cited_with_another_source_is_a_fault_of_the_basis() =>
        Uncited(SourceFidelity.NothingCited, FidelityBasis.OtherSource).ShouldBreakOnly(Rule, Basis);

    [Fact]
    public void Basis_cited_study_without_a_citation_is_a_fault_of_the_basis() =>
        Uncited(SourceFidelity.Supported, FidelityBasis.CitedStudy).ShouldBreakOnly(Rule, Basis);

    [Fact]
    public void Contradicted_beside_a_study_that_supports_the_claim_is_a_fault_of_the_label() =>
        Cited(SourceFidelity.Contradicted, FidelityBasis.CitedStudy).ShouldBreakOnly(Rule, Label);

    [Theory]
    [InlineData(CitationRelation.Contradicts)]
    [InlineData(CitationRelation.Mixed)]
    [InlineData(CitationRelation.Background)]
    public void Contradicted_beside_a_study_that_does_not_support_the_claim_is_no_fault(CitationRelation relation) =>
        Cited(SourceFidelity.Contradicted, FidelityBasis.CitedStudy, relation).ShouldBreakNothing();

    [Fact]
    public void Contradicted_by_another_source_may_stand_beside_a_supporting_study() =>
        Cited(SourceFidelity.Contradicted, FidelityBasis.OtherSource).ShouldBreakNothing();

    [Fact]
    public void An_uncited_claim_may_be_compared_with_another_source() =>
        Uncited(SourceFidelity.Contradicted, FidelityBasis.OtherSource).ShouldBreakNothing();

    [Fact]
    public void An_uncited_claim_says_nothing_cited() =>
        Uncited(SourceFidelity.NothingCited, FidelityBasis.None).ShouldBreakNothing();

    private static GivenCatalogue Cited(
        SourceFidelity label,
        FidelityBasis basis,
        CitationRelation relation = CitationRelation.Supports
    ) =>
        Given
            .ACatalogue()
            .And(
                Given.AClaim("the-claim") with
                {
                    Citations = [Given.ACitation(relation: relation)],
                    Fidelity = Given.AFidelity(label, basis),
                }
            );

    private static GivenCatalogue Uncited(SourceFidelity label, FidelityBasis basis) =>
        Given.ACatalogue().And(Given.AnUncitedClaim("the-claim") with { Fidelity = Given.AFidelity(label, basis) });
}
