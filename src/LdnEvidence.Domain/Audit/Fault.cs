namespace LdnEvidence.Domain.Audit;

/// <summary>One thing that is wrong with the catalogue, said so that a curator can mend it.</summary>
/// <param name="File">The seed file, such as <c>claims.json</c>.</param>
/// <param name="Record">The record's key, or its place where it has none.</param>
/// <param name="Field">The member, such as <c>citations[0].study</c>; empty when the whole record or file is meant.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Remedy">What would be right.</param>
public sealed record Fault(string File, string Record, string Field, string Problem, string Remedy)
{
    /// <inheritdoc/>
    public override string ToString()
    {
        var place = string.Join(" > ", new[] { File, Record, Field }.Where(part => part.Length > 0));
        return $"{place}: {Problem} {Remedy}";
    }
}
