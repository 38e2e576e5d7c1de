using LdnEvidence.Api.Contracts;
using LdnEvidence.Domain;

namespace LdnEvidence.Api.Formats.References;

/// <summary>
/// A study as reference managers take it. A title or authors that nobody verified come from the printed citation, and <see cref="Notes"/> says so;
/// nothing else is filled in.
/// </summary>
internal sealed record Reference
{
    private static readonly string[] MoreAuthors = [" et al.", " et al"];

    public required StudyResponse Study { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<ReferenceName> Authors { get; init; }

    /// <summary>The printed citation stops with "et al.".</summary>
    public required bool HasMoreAuthors { get; init; }

    /// <summary>What a reader must know, one sentence each: parts as printed, and a study that no longer stands as it was.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    public static Reference To(StudyResponse study)
    {
        var printed = study.Authors.Count == 0 ? study.PrintedCitation.Authors : null;
        var ending = printed is null
            ? null
            : Array.Find(MoreAuthors, ending => printed.EndsWith(ending, StringComparison.Ordinal));
        return new Reference
        {
            Study = study,
            Title = RecordBody.OnOneLine(study.Title ?? study.PrintedCitation.Title),
            Authors = printed is null
                ? [.. study.Authors.Select(ReferenceName.Of)]
                : [.. Names(printed[..^(ending?.Length ?? 0)])],
            HasMoreAuthors = ending is not null,
            Notes = [.. NotesOn(study, printed is not null)],
        };
    }

    /// <summary>For formats without a sign for further authors: the last name as printed carries its "et al.".</summary>
    public IEnumerable<ReferenceName> AuthorsInWords =>
        HasMoreAuthors ? [.. Authors.SkipLast(1), new ReferenceName($"{Authors[^1].Literal} et al.")] : Authors;

    private static IEnumerable<ReferenceName> Names(string printed) =>
        RecordBody
            .OnOneLine(printed)
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(name => new ReferenceName(name));

    private static IEnumerable<string> NotesOn(StudyResponse study, bool authorsAreAsPrinted)
    {
        if (study.Title is null)
        {
            yield return "Title as printed in the source document, not verified.";
        }

        if (authorsAreAsPrinted)
        {
            yield return "Authors as printed in the source document, not verified.";
        }

        if (study.Standing != StudyStanding.Current)
        {
            yield return study.Standing switch
            {
                StudyStanding.Retracted => "Retracted.",
                StudyStanding.Concern => "An expression of concern was published.",
                StudyStanding.Corrected => "A correction was published.",
                _ => $"Standing: {study.Standing}.",
            };
        }
    }
}
