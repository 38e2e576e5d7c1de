using LdnEvidence.Domain.Audit;

namespace LdnEvidence.Domain.Tests.Audit;

public sealed class FaultTests
{
    [Fact]
    public void A_fault_reads_as_its_place_its_problem_and_its_remedy() =>
        new Fault("claims.json", "eff-pain", "outcome", "'x' does not exist.", "Name another.")
            .ToString()
            .ShouldBe("claims.json > eff-pain > outcome: 'x' does not exist. Name another.");

    [Fact]
    public void A_fault_of_a_whole_file_names_the_file_alone() =>
        new Fault("claims.json", "", "", "It is missing.", "Add it.")
            .ToString()
            .ShouldBe("claims.json: It is missing. Add it.");
}
