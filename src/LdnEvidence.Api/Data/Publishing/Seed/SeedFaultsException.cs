using LdnEvidence.Domain.Audit;

namespace LdnEvidence.Api.Data.Publishing.Seed;

/// <summary>The seed files have faults. The message lists every one: file, record, field, what is wrong, what would be right.</summary>
internal sealed class SeedFaultsException(string folder, IReadOnlyList<Fault> faults)
    : Exception(
        $"The seed data in {folder} has {faults.Count} {(faults.Count == 1 ? "fault" : "faults")}; nothing was changed.{Environment.NewLine}"
            + string.Join(Environment.NewLine, faults.Select(fault => $"  {fault}"))
    )
{
    public IReadOnlyList<Fault> Faults { get; } = faults;
}
