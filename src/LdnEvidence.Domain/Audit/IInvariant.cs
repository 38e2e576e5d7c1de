namespace LdnEvidence.Domain.Audit;

/// <summary>A rule that every release obeys. Publishing refuses a catalogue that breaks one.</summary>
public interface IInvariant
{
    /// <summary>The rule's stable name.</summary>
    string Id { get; }

    /// <summary>The rule in a sentence.</summary>
    string Sentence { get; }

    /// <summary>Names every record that breaks the rule.</summary>
    IEnumerable<Fault> Check(Catalogue catalogue);
}
