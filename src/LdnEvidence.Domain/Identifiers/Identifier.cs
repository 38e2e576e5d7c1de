using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace LdnEvidence.Domain.Identifiers;

/// <summary>
/// An identifier in its one canonical form. <see cref="TryParse"/> reads every form in which people paste identifiers: with a label or the
/// address of a web page, in any case, percent-encoded, with surrounding space, brackets or closing punctuation.
/// </summary>
public sealed record Identifier
{
    /// <summary>The longest text that is read, in characters.</summary>
    private const int MaxPastedLength = 1000;

    private Identifier(IdentifierSystem system, string value) => (System, Value) = (system, value);

    /// <summary>The system that assigned the identifier.</summary>
    public IdentifierSystem System { get; }

    /// <summary>The canonical form, such as <c>K50.90</c>, <c>MONDO:0005011</c> or <c>PMC2891387</c>; a DOI is in lower case.</summary>
    public string Value { get; }

    /// <summary>Reads an identifier of a known system.</summary>
    /// <param name="system">The system that the identifier belongs to.</param>
    /// <param name="text">The text as it was pasted.</param>
    /// <param name="identifier">The identifier, or null where the text is none of the system.</param>
    public static bool TryParse(IdentifierSystem system, string? text, [NotNullWhen(true)] out Identifier? identifier)
    {
        var value = Read(system, text);
        identifier = value is null
            ? null
            : new Identifier(system, system == IdentifierSystem.Doi ? value.ToLowerInvariant() : value);
        return identifier is not null;
    }

    /// <summary>Describes the identifiers of a system, as the end of the sentence "expected …".</summary>
    public static string Form(IdentifierSystem system) =>
        system switch
        {
            IdentifierSystem.Doi => "a DOI such as 10.1007/s10067-014-2517-2",
            IdentifierSystem.Pmid => "a PubMed identifier of one to eight digits, such as 17222320",
            IdentifierSystem.Pmcid => "a PubMed Central identifier such as PMC2891387",
            IdentifierSystem.Nct => "a ClinicalTrials.gov number such as NCT00715117",
            IdentifierSystem.Mesh => "a MeSH identifier such as D003424",
            IdentifierSystem.Icd10cm => "an ICD-10-CM code such as K50.90, or a category such as K50",
            IdentifierSystem.Mondo => "a Mondo identifier such as MONDO:0005011",
            IdentifierSystem.Go => "a Gene Ontology identifier such as GO:0001774",
            IdentifierSystem.Loinc => "a LOINC code with its check digit, such as 24467-3",
            IdentifierSystem.Umls => "a UMLS concept identifier such as C0010346",
            _ => "a SNOMED CT concept identifier with its check digit, such as 34000006",
        };

    /// <inheritdoc/>
    public override string ToString() => $"{KebabCase<IdentifierSystem>.Of(System)}|{Value}";

    /// <summary>Reads an identifier in the spelling in which it was registered; null where the text is none of the system.</summary>
    internal static string? Read(IdentifierSystem system, string? text)
    {
        if (text is null or { Length: > MaxPastedLength })
        {
            return null;
        }

        var match = IdentifierPatterns.Of(system).Match(PastedText.Clean(text, system == IdentifierSystem.Doi));
        var core = match.Groups[IdentifierPatterns.Core].ValueSpan;
        return match.Success && Ascii.IsValid(core) ? Print(system, core) : null;
    }

    private static string? Print(IdentifierSystem system, ReadOnlySpan<char> core) =>
        system switch
        {
            IdentifierSystem.Pmid => core.ToString(),
            IdentifierSystem.Doi => core.Length <= Doi.MaxLength ? core.ToString() : null,
            IdentifierSystem.Pmcid => $"PMC{core}",
            IdentifierSystem.Nct => $"NCT{core}",
            IdentifierSystem.Mondo => $"MONDO:{core}",
            IdentifierSystem.Go => $"GO:{core}",
            IdentifierSystem.Icd10cm => Icd10cmCode.Print(core.ToString()),
            IdentifierSystem.Loinc => CheckDigits.IsLoinc(core) ? core.ToString() : null,
            IdentifierSystem.Snomedct => CheckDigits.IsSnomedConcept(core) ? core.ToString() : null,
            _ => core.ToString().ToUpperInvariant(),
        };
}
