namespace LdnEvidence.Api.Formats.Tables;

/// <summary>Texts and lists as cells, so that what was written can be told again from what is read.</summary>
internal static class CsvText
{
    /// <summary>
    /// Completes the library's guard, which knows ASCII only. The wide forms are formulas in some spreadsheets too; and a text that begins with an
    /// apostrophe of its own gets another, so that a reader may take one away from every cell that begins with one.
    /// </summary>
    public static string? Guard(string? text) => text is ['\'' or '＝' or '＋' or '－' or '＠', ..] ? $"'{text}" : text;

    /// <summary>Entries with "; " between them; a semicolon or backslash within an entry has a backslash before it.</summary>
    public static string Join(IEnumerable<string> entries) =>
        string.Join(
            "; ",
            entries.Select(entry =>
                entry.AsSpan().IndexOfAny(';', '\\') < 0
                    ? entry
                    : entry
                        .Replace("\\", "\\\\", StringComparison.Ordinal)
                        .Replace(";", "\\;", StringComparison.Ordinal)
            )
        );
}
