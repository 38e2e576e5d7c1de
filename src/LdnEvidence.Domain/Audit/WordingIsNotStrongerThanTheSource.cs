using LdnEvidence.Domain.Derived;
using LdnEvidence.Domain.Identifiers;
using LdnEvidence.Domain.Wording;

namespace LdnEvidence.Domain.Audit;

/// <summary>No sentence that the catalogue serves about a claim is stronger than the claim's level and fidelity allow.</summary>
public sealed class WordingIsNotStrongerThanTheSource : IInvariant
{
    /// <inheritdoc/>
    public string Id => "wording-is-not-stronger-than-the-source";

    /// <inheritdoc/>
    public string Sentence =>
        "Neither a claim's statement nor its display uses a phrase that is stronger than its level and fidelity allow.";

    /// <inheritdoc/>
    public IEnumerable<Fault> Check(Catalogue catalogue) =>
        catalogue.Claims.AsParallel().AsOrdered().SelectMany(claim => Check(claim, catalogue));

    private static IEnumerable<Fault> Check(Claim claim, Catalogue catalogue)
    {
        var assessment = Assessment.Of(claim, catalogue);
        var allowed = Display.Allowed(claim, assessment, catalogue);
        if (TooStrong(claim.Statement, allowed) is { } statement)
        {
            yield return Fault(claim, "statement", statement, allowed);
            // The display repeats the statement.
            yield break;
        }

        var display = Display.Of(claim, assessment, catalogue);
        var said = Strength.FirstIn(display.Text, display.MustNotSay);
        if (said is not null || TooStrong(display.Text, allowed) is not null)
        {
            yield return Fault(claim, "statement", said ?? TooStrong(display.Text, allowed)!, allowed);
        }

        if (TooStrong(display.Caveat, allowed) is { } caveat)
        {
            yield return Fault(claim, "correction", caveat, allowed);
        }
    }

    private static string? TooStrong(string text, StatementStrength allowed) =>
        Strength.StrongestIn(text) is { } found && found.Strength > allowed ? found.Phrase : null;

    private static Fault Fault(Claim claim, string field, string phrase, StatementStrength allowed) =>
        new(
            "claims.json",
            claim.Id.Value,
            field,
            $"It uses '{phrase}', which is more than the claim's level and fidelity allow.",
            $"Say no more than '{KebabCase<StatementStrength>.Of(allowed)}'."
        );
}
