using LdnEvidence.Api.Data.Search.Tokens;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Data.Search;

/// <summary>A way in which a text may write a term: words next to each other, the last of which may go on.</summary>
internal readonly record struct TermForm(IReadOnlyList<string> Words, bool IsPrefix);

/// <summary>One thing that a record must contain: a word or a phrase, perhaps the beginning of one.</summary>
/// <param name="words">The words, in order.</param>
/// <param name="isPrefix">Whether the last word may go on.</param>
/// <param name="followsClosely">Whether only space stands between this word and the term before it.</param>
/// <param name="meanings">What the words mean as an identifier, each in its canonical form; any of them will do as well.</param>
/// <param name="normal">The term as a caller could write it, where that does not follow from its words.</param>
internal sealed class SearchTerm(
    IReadOnlyList<Word> words,
    bool isPrefix,
    bool followsClosely,
    IReadOnlyList<IReadOnlyList<Word>>? meanings = null,
    string? normal = null
)
{
    /// <summary>Identifiers of more words than these are written in one way only.</summary>
    private const int MaxLooseWords = 2;

    private IReadOnlyList<TermForm>? _forms;

    public IReadOnlyList<Word> Words => words;

    public bool IsPrefix => isPrefix;

    public bool FollowsClosely => followsClosely;

    /// <summary>The clinical codes that the words may be.</summary>
    public IReadOnlyList<Code> Codes { get; init; } = [];

    /// <summary>The ways in which a text may write the term, any of which will do.</summary>
    public IReadOnlyList<TermForm> Forms => _forms ??= isPrefix ? Beginnings() : Whole();

    /// <summary>The term as a caller could write it.</summary>
    public string Normal { get; } = normal ?? Write(words, isPrefix);

    public bool IsPhrase => Normal[0] == '"';

    /// <summary>This term and the one after it as one phrase.</summary>
    public SearchTerm With(SearchTerm next) => new([.. words, .. next.Words], next.IsPrefix, followsClosely);

    private IReadOnlyList<TermForm> Whole() =>
        [
            .. (meanings ?? [])
                .Prepend(words)
                .SelectMany(way =>
                    meanings is null || way.Count <= MaxLooseWords ? Compounds.Forms(way) : [AsTyped(way)]
                )
                .DistinctBy(form => string.Join(' ', form))
                .Select(form => new TermForm(form, IsPrefix: false)),
        ];

    private static string[] AsTyped(IReadOnlyList<Word> words) => [.. words.Select(word => word.Text)];

    private List<TermForm> Beginnings()
    {
        // What is typed of the last word is no word yet: it has no singular.
        Word[] typed = [.. words.SkipLast(1), words[^1] with { Text = words[^1].Raw }];
        var forms = new List<TermForm>();
        foreach (var form in Compounds.Forms(typed))
        {
            // Only as it was typed is the last word looked up in the tables; the ways of taking it apart are many.
            var (beginnings, whole) =
                form.Length <= typed.Length ? WordForms.BeginningWith(form[^1]) : ([form[^1]], []);
            forms.AddRange(beginnings.Select(last => new TermForm([.. form.SkipLast(1), last], IsPrefix: true)));
            forms.AddRange(whole.Select(last => new TermForm([.. form.SkipLast(1), last], IsPrefix: false)));
        }

        return forms;
    }

    private static string Write(IReadOnlyList<Word> words, bool isPrefix)
    {
        var isPhrase = words.Skip(1).Any(word => !word.IsJoined);
        var text = string.Concat(words.Select((word, index) => Between(index, words) + word.Raw));
        return (isPhrase ? $"\"{text}\"" : text) + (isPrefix ? "*" : string.Empty);
    }

    private static string Between(int index, IReadOnlyList<Word> words) =>
        index == 0 ? string.Empty
        : words[index].IsJoined ? "-"
        // With a space alone between them, a number and its unit would be joined.
        : Numbers.IsNumber(words[index - 1].Raw) && Numbers.IsUnit(words[index].Raw) ? ", "
        : " ";
}
