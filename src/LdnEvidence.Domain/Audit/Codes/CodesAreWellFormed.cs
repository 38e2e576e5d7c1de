using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Domain.Audit.Codes;

/// <summary>Every code has the form that its system gives its codes.</summary>
public sealed class CodesAreWellFormed : IInvariant
{
    /// <inheritdoc/>
    public string Id => "codes-are-well-formed";

    /// <inheritdoc/>
    public string Sentence =>
        "Every code has the form of its code system, its check digit included where there is one, and stands once.";

    /// <inheritdoc/>
    public IEnumerable<Fault> Check(Catalogue catalogue) =>
        [
            .. catalogue.Conditions.SelectMany(record => Malformed("conditions.json", record.Id, record.Codes)),
            .. catalogue.Mechanisms.SelectMany(record => Malformed("mechanisms.json", record.Id, record.Codes)),
            .. catalogue.Outcomes.SelectMany(record => Malformed("outcomes.json", record.Id, record.Codes)),
        ];

    private static IEnumerable<Fault> Malformed(string file, Slug record, IReadOnlyList<TerminologyCode> codes)
    {
        var earlier = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, code) in codes.Index())
        {
            if (!code.IsWellFormed)
            {
                yield return new Fault(
                    file,
                    record.Value,
                    $"codes[{index}].value",
                    $"'{code.Value}' does not have the form of a {code.System} code.",
                    "Write the code as its system does, for example D003424 (mesh), K50.90 (icd10cm), MONDO:0005011 (mondo), GO:0001774 (go), 24467-3 (loinc)."
                );
            }

            if (!earlier.Add(code.ToString()))
            {
                yield return new Fault(
                    file,
                    record.Value,
                    $"codes[{index}]",
                    $"'{code}' stands here twice.",
                    "List each code once."
                );
            }
        }
    }
}
