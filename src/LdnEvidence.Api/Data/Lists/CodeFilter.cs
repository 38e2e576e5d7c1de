using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Data.Lists;

internal static class CodeFilter
{
    /// <summary>
    /// Records that carry any of these codes; all records where none is asked for. ICD-10-CM writes what is narrower by adding to the code, so there a
    /// category such as K50 finds what carries K50.90 too.
    /// </summary>
    public static PositionSet Carrying(this CollectionIndex index, IReadOnlyCollection<Code> codes)
    {
        if (codes.Count == 0)
        {
            return index.All;
        }

        var column = index.Column("code");
        return index.Having(
            column,
            codes.SelectMany(code =>
                code.System == KebabCase<CodeSystem>.Of(CodeSystem.Icd10cm)
                    ? column.StartingWith(code.ToString())
                    : new[] { column.Find(code.ToString()) }.Where(number => number >= 0)
            )
        );
    }
}
