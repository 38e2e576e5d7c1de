namespace LdnEvidence.Domain;

/// <summary>Who or what judged something, and when.</summary>
/// <param name="By">Who or what judged.</param>
/// <param name="On">The day on which the judgement was entered.</param>
/// <param name="Against">What was looked at, where that is not said elsewhere.</param>
public sealed record Check(string By, DateOnly On, string? Against);

/// <summary>That something was looked for and not found.</summary>
/// <param name="Statement">What is missing, in one sentence.</param>
/// <param name="LookedAt">What was looked at.</param>
/// <param name="By">Who or what looked.</param>
/// <param name="On">The day on which the result was entered.</param>
public sealed record Absence(string Statement, string LookedAt, string By, DateOnly On);
