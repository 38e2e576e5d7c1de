using LdnEvidence.Api.Contracts;

namespace LdnEvidence.Api.Tests.Formats;

public sealed class VancouverFormatTests(StoredRecords stored) : IClassFixture<StoredRecords>
{
    [Fact]
    public void A_list_is_numbered() =>
        Written
            .List("vancouver", typeof(StudyResponse), stored.Documents(typeof(StudyResponse)))
            .ShouldBe(
                string.Concat(stored.Of<StudyResponse>().Select((study, index) => $"{index + 1}. {study.Citation}\n"))
            );

    [Fact]
    public void One_reference_has_no_number_and_one_line() =>
        Written
            .One("vancouver", ARecord.Study() with { Citation = "Tester T.\nA study." })
            .ShouldBe("Tester T. A study.\n");
}
