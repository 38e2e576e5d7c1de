using LdnEvidence.Domain.Audit;

namespace LdnEvidence.Domain.Tests.Support;

/// <summary>Runs every rule, so that a test sees the fault it made and no other.</summary>
internal static class AuditExpectations
{
    /// <summary>The rule finds a fault at each of the places, written <c>claims.json > key > field</c>, and nothing else is found.</summary>
    public static void ShouldBreakOnly(this GivenCatalogue given, string rule, params string[] places)
    {
        var catalogue = given.Build();
        var found = AuditRules.All.SelectMany(each =>
            each.Check(catalogue).Select(fault => $"{each.Id}: {fault.File} > {fault.Record} > {fault.Field}")
        );
        found.ShouldBe(places.Select(place => $"{rule}: {place}"));
    }

    public static void ShouldBreakNothing(this GivenCatalogue given) =>
        ItsFaults(given).Select(fault => fault.ToString()).ShouldBeEmpty();

    /// <summary>The only fault there is.</summary>
    public static Fault ItsFault(this GivenCatalogue given) => ItsFaults(given).ShouldHaveSingleItem();

    public static IEnumerable<Fault> ItsFaults(this GivenCatalogue given) =>
        AuditRules.Run(given.Build()).SelectMany(result => result.Faults);
}
