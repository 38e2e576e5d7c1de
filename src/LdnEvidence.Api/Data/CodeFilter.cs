using LdnEvidence.Api.Data.Rows;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Data;

internal static class CodeFilter
{
    /// <summary>Records that carry any of these codes; all records where none is asked for.</summary>
    public static IQueryable<TRow> Carrying<TRow, TCode>(this IQueryable<TRow> rows, IEnumerable<Code> codes)
        where TRow : CodedRow<TCode>
        where TCode : CodeRow
    {
        // System and value as one text, so that several codes are one comparison.
        var wanted = codes.Select(code => code.ToString()).ToArray();
        return wanted.Length == 0
            ? rows
            : rows.Where(row => row.Codes.Any(code => wanted.Contains((string)(object)code.System + "|" + code.Value)));
    }
}
