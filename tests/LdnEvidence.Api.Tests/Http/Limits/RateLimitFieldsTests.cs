using LdnEvidence.Api.Http.Limits;

namespace LdnEvidence.Api.Tests.Http.Limits;

public sealed class RateLimitFieldsTests
{
    [Theory]
    [InlineData(600, 100, 6)]
    [InlineData(601, 100, 7)]
    [InlineData(1, 100, 1)]
    [InlineData(50, 1, 50)]
    public void The_policy_names_the_burst_and_the_time_in_which_it_comes_back(int burst, int perSecond, int window) =>
        new RateLimitFields(burst, perSecond).Policy.ShouldBe($"\"default\";q={burst};w={window}");

    [Theory]
    [InlineData(0, 0)]
    [InlineData(7, 7)]
    [InlineData(10, 10)]
    [InlineData(11, 10)]
    [InlineData(-1, 0)]
    public void What_is_left_is_never_less_than_nothing_nor_more_than_the_quota(long counted, int told) =>
        new RateLimitFields(10, 5).Remaining(counted).ShouldBe($"\"default\";r={told};t=1");
}
