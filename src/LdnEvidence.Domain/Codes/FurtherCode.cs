using LdnEvidence.Domain.Audit;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Domain.Codes;

/// <summary>A code that an operator adds to a condition: of SNOMED CT, or of a system of the operator's own.</summary>
/// <param name="System"><c>snomedct</c>, or a slug or URI that no system of the catalogue has.</param>
/// <param name="Value">The code as its system writes it.</param>
/// <param name="Condition">The condition that it means.</param>
/// <param name="Label">The system's own name for the code.</param>
/// <param name="Note">A caution about the code, if there is one.</param>
public sealed record FurtherCode(string System, string Value, Slug Condition, string? Label, string? Note)
{
    /// <summary>Names everything that is wrong with an operator's codes.</summary>
    /// <param name="file">The name of the file that they come from.</param>
    /// <param name="codes">The codes in the order of the file.</param>
    /// <param name="conditions">The conditions of the catalogue.</param>
    public static IEnumerable<Fault> Check(
        string file,
        IReadOnlyList<FurtherCode> codes,
        IReadOnlyList<Condition> conditions
    )
    {
        var known = conditions.Select(condition => condition.Id).ToHashSet();
        var earlier = new HashSet<(string, Slug)>();
        foreach (var code in codes)
        {
            // Not by its place: records that could not be read are missing here.
            var record = $"{code.System}|{code.Value}";
            if (code.Problem() is var (field, problem, remedy))
            {
                yield return new Fault(file, record, field, problem, remedy);
            }

            if (!known.Contains(code.Condition))
            {
                yield return new Fault(
                    file,
                    record,
                    "condition",
                    $"There is no condition '{code.Condition}'.",
                    "Name the id of a condition in conditions.json, for example crohns-disease."
                );
            }

            if (!earlier.Add(($"{code.System}|{code.Value}", code.Condition)))
            {
                yield return new Fault(
                    file,
                    record,
                    "value",
                    $"'{code.System}|{code.Value}' is already a code of '{code.Condition}'.",
                    "List each code of a condition once."
                );
            }
        }
    }

    /// <summary>The conditions with the codes that were added to them.</summary>
    public static IReadOnlyList<Condition> AddTo(IReadOnlyList<Condition> conditions, IReadOnlyList<FurtherCode> codes)
    {
        var added = codes.ToLookup(code => code.Condition);
        return
        [
            .. conditions.Select(condition =>
                added.Contains(condition.Id)
                    ? condition with
                    {
                        Codes =
                        [
                            .. condition.Codes,
                            .. added[condition.Id]
                                .Select(code => new TerminologyCode(code.System, code.Value, code.Label, code.Note)),
                        ],
                    }
                    : condition
            ),
        ];
    }

    private (string Field, string Problem, string Remedy)? Problem()
    {
        var isReadable = Code.TryParse($"{System}|{Value}", out var code);
        if (CodeSystemNames.Find(System) is { } system)
        {
            return system != IdentifierSystem.Snomedct
                    ? (
                        "system",
                        $"'{System}' is a system of the catalogue itself.",
                        "Add only codes of snomedct, or of a system of your own; codes of the catalogue's systems belong into conditions.json."
                    )
                : !string.Equals(System, KebabCase<IdentifierSystem>.Of(system), StringComparison.Ordinal)
                    ? ("system", $"'{System}' is another name of snomedct.", "Write snomedct.")
                : !isReadable || !string.Equals(code!.Value, Value, StringComparison.Ordinal)
                    ? (
                        "value",
                        $"'{Value}' is not {Identifier.Form(system)}.",
                        "Write the digits of the concept alone; the last is a check digit."
                    )
                : null;
        }

        return Code.TryParse($"{System}|x", out _) is false
                ? (
                    "system",
                    $"'{System}' is no name of a system.",
                    "Write snomedct, a slug such as clinic-a, or a URI such as https://clinic.example/problems."
                )
            : !isReadable || !string.Equals(code!.Value, Value, StringComparison.Ordinal)
                ? ("value", $"'{Value}' is no code.", "Write 1 to 100 characters without space around them.")
            : null;
    }
}
