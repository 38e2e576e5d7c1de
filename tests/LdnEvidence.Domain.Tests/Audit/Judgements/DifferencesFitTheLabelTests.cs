using LdnEvidence.Domain.Tests.Support;

namespace LdnEvidence.Domain.Tests.Audit.Judgements;

public sealed class DifferencesFitTheLabelTests
{
    private const string Rule = "differences-fit-the-label";

    private const string ToSource = "claims.json > the-claim > fidelity.toSource.differences";

    private const string ToDocument = "claims.json > the-claim > fidelity.toDocument.differences";

    [Theory]
    [InlineData(SourceFidelity.PartlySupported)]
    [InlineData(SourceFidelity.NotSupported)]
    [InlineData(SourceFidelity.Contradicted)]
    public void A_label_that_finds_a_difference_and_names_none_is_a_fault(SourceFidelity label) =>
        Source(label, []).ShouldBreakOnly(Rule, ToSource);

    [Theory]
    [InlineData(SourceFidelity.Supported)]
    [InlineData(SourceFidelity.NotChecked)]
    public void A_label_that_finds_no_difference_and_names_one_is_a_fault(SourceFidelity label) =>
        Source(label, [Difference.OtherDose]).ShouldBreakOnly(Rule, ToSource);

    [Fact]
    public void Nothing_cited_with_a_difference_is_a_fault() =>
        Given
            .ACatalogue()
            .And(Of(Given.AnUncitedClaim("the-claim"), source => source with { Differences = [Difference.OtherDose] }))
            .ShouldBreakOnly(Rule, ToSource);

    [Theory]
    [InlineData(Difference.DirectionReversed)]
    [InlineData(Difference.OtherPopulation)]
    public void Contradicted_may_name_any_kind_of_difference(Difference difference) =>
        Source(SourceFidelity.Contradicted, [difference]).ShouldBreakNothing();

    [Fact]
    public void Broadened_without_a_difference_is_a_fault() =>
        Document(DocumentFidelity.Broadened, []).ShouldBreakOnly(Rule, ToDocument);

    [Fact]
    public void Faithful_with_a_difference_is_a_fault() =>
        Document(DocumentFidelity.Faithful, [Difference.Overstated]).ShouldBreakOnly(Rule, ToDocument);

    [Fact]
    public void Broadened_with_a_difference_is_no_fault() =>
        Document(DocumentFidelity.Broadened, [Difference.OtherPopulation]).ShouldBreakNothing();

    [Fact]
    public void Narrowed_may_name_a_difference_or_none()
    {
        Document(DocumentFidelity.Narrowed, []).ShouldBreakNothing();
        Document(DocumentFidelity.Narrowed, [Difference.OtherPopulation]).ShouldBreakNothing();
    }

    private static GivenCatalogue Source(SourceFidelity label, IReadOnlyList<Difference> differences)
    {
        var claim = Given.AClaim("the-claim") with
        {
            Citations = [Given.ACitation(relation: CitationRelation.Mixed)],
            Fidelity = Given.AFidelity(label, FidelityBasis.CitedStudy),
        };
        return Given.ACatalogue().And(Of(claim, source => source with { Differences = differences }));
    }

    private static GivenCatalogue Document(DocumentFidelity label, IReadOnlyList<Difference> differences)
    {
        var claim = Given.AClaim("the-claim");
        var document = claim.Fidelity.ToDocument with { Label = label, Differences = differences };
        return Given.ACatalogue().And(claim with { Fidelity = claim.Fidelity with { ToDocument = document } });
    }

    private static Claim Of(Claim claim, Func<FidelityToSource, FidelityToSource> change) =>
        claim with
        {
            Fidelity = claim.Fidelity with { ToSource = change(claim.Fidelity.ToSource) },
        };
}
