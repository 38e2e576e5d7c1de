namespace LdnEvidence.Domain.Identifiers;

/// <summary>A first and a last page, or one page or article number.</summary>
/// <param name="First">The first page, or all there is.</param>
/// <param name="Last">The last page; null where there is none.</param>
public readonly record struct PageRange(string First, string? Last)
{
    /// <summary>
    /// Reads the pages of a work, such as <c>121-129, 131-142</c>. A hyphen parts two pages only where they are alike, as in <c>110.e1-110.e5</c>; in
    /// <c>bmj-2022-070856</c> it is part of an article number.
    /// </summary>
    public static IReadOnlyList<PageRange> Read(string pages) => [.. pages.Split(", ").Select(ReadOne)];

    /// <inheritdoc/>
    public override string ToString() => Last is null ? First : $"{First}-{Last}";

    private static PageRange ReadOne(string range) =>
        range.Split('-') is [{ Length: > 0 } first, { Length: > 0 } last] && AreAlike(first, last)
            ? new PageRange(first, last)
            : new PageRange(range, null);

    private static bool AreAlike(string first, string last) =>
        IsNumber(first) ? IsNumber(last) || char.IsDigit(last[0])
        : IsNumber(last) ? char.IsDigit(first[^1])
        : WithoutDigits(first) == WithoutDigits(last) && last.Any(char.IsDigit);

    /// <summary>Digits of any script, or a Roman numeral.</summary>
    private static bool IsNumber(string page) =>
        page.All(char.IsDigit) || page.All(letter => "ivxlcdmIVXLCDM".Contains(letter, StringComparison.Ordinal));

    private static string WithoutDigits(string page) => string.Concat(page.Where(letter => !char.IsDigit(letter)));
}
