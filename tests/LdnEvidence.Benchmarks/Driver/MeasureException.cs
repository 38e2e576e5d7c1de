namespace LdnEvidence.Benchmarks.Driver;

/// <summary>A row cannot be measured; the message says why and stands in the table.</summary>
internal sealed class MeasureException(string message) : Exception(message);
