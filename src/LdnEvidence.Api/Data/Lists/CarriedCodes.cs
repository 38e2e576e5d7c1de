using LdnEvidence.Api.Contracts;
using LdnEvidence.Domain;
using LdnEvidence.Domain.Codes;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Data.Lists;

/// <summary>The members of a condition, mechanism or outcome that say which codes mean it.</summary>
internal sealed record CodedRecord(
    string Id,
    RecordReference? Broader,
    IReadOnlyList<TerminologyCode>? Codes,
    Icd10cmMatching? Icd10cmMatching
);

/// <summary>Which records of a collection each clinical code means. A record is known by its position.</summary>
internal sealed class CarriedCodes
{
    private readonly Dictionary<string, List<int>> _carried = new(StringComparer.Ordinal);
    private readonly Icd10cmIndex<int> _icd10cm = new();
    private readonly Dictionary<int, string> _broader = [];
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _systems = new(StringComparer.Ordinal);

    /// <param name="records">The records of the collection in the order of their positions, from 1.</param>
    public CarriedCodes(IEnumerable<CodedRecord> records)
    {
        foreach (var record in records)
        {
            Add(record, _positions.Count + 1);
        }
    }

    /// <summary>Whether any record carries a code of this system.</summary>
    public bool HasSystem(string system) => _systems.Contains(system);

    /// <summary>
    /// The records that a code means. Of two where one is broader than the other, only the narrower is meant if its rule names the code more closely:
    /// C25.0 means pancreatic cancer, not cancer.
    /// </summary>
    public IReadOnlyList<int> Find(Code code)
    {
        if (code.System != Icd10cmCode.System)
        {
            return _carried.GetValueOrDefault(code.ToString()) ?? [];
        }

        var matches = _icd10cm.Find(code.Value);
        return
        [
            .. matches
                .Where(match => !matches.Any(other => other.Length > match.Length && IsBroader(match.Key, other.Key)))
                .Select(match => match.Key)
                .Order(),
        ];
    }

    /// <summary>The records whose codes lie below an ICD-10-CM category that does not mean them.</summary>
    public IReadOnlyList<int> Below(Code code) =>
        code.System == Icd10cmCode.System ? [.. _icd10cm.Below(code.Value).Order()] : [];

    private void Add(CodedRecord record, int position)
    {
        _positions.Add(record.Id, position);
        if (record.Broader is { } broader)
        {
            _broader.Add(position, broader.Id);
        }

        foreach (var code in record.Codes ?? [])
        {
            _systems.Add(code.System);
            var text = $"{code.System}|{code.Value}";
            (_carried.TryGetValue(text, out var positions) ? positions : _carried[text] = []).Add(position);
        }

        var terms =
            record.Icd10cmMatching?.Terms()
            ?? (record.Codes ?? [])
                .Where(code => code.System == Icd10cmCode.System)
                .Select(code => Icd10cmTerm.Related(code.Value));
        foreach (var term in terms)
        {
            _icd10cm.Add(term, position);
        }
    }

    private bool IsBroader(int broad, int narrow)
    {
        for (var next = narrow; _broader.TryGetValue(next, out var id); )
        {
            next = _positions[id];
            if (next == broad)
            {
                return true;
            }
        }

        return false;
    }
}
