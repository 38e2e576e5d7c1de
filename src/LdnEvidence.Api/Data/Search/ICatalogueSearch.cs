using System.Data.Common;

namespace LdnEvidence.Api.Data.Search;

/// <summary>
/// Full-text search in the records of one release. A record is told by its position, its place in the default order of its collection.
/// The reads are synchronous: the embedded database has no asynchronous I/O, and a hit list is read in one go.
/// </summary>
internal interface ICatalogueSearch
{
    /// <summary>Appends the positions of the records that match, ascending.</summary>
    void Find(int release, Collection collection, SearchExpression expression, List<int> positions);

    /// <summary>
    /// Appends the positions of the records that match, best match first; equal matches by position. Of a very common word only the matches that come
    /// first in the default order are ranked, and the others follow in that order: ranking looks at each match.
    /// </summary>
    void Rank(int release, Collection collection, SearchExpression expression, List<int> positions);

    /// <summary>
    /// An excerpt of each of these records that matches, by position. It is safe to put into HTML as it is: the text is escaped, and the only tags
    /// are the <c>&lt;mark&gt;</c> and <c>&lt;/mark&gt;</c> around what was searched for.
    /// </summary>
    IReadOnlyDictionary<int, string> Snippets(
        int release,
        Collection collection,
        SearchExpression expression,
        IReadOnlyCollection<int> positions
    );

    /// <summary>Starts to make the index of a release from its bodies.</summary>
    /// <param name="records">
    /// Those that can be searched, in the order of <see cref="SearchTexts.Searched"/> and of their positions. They are read once, on another thread.
    /// </param>
    /// <param name="folder">Where the draft may keep what it needs while it is made; beside the catalogue where null.</param>
    ISearchDraft Draft(IEnumerable<StoredBody> records, string? folder = null);

    /// <summary>Whether a release has its index, made of the words that this build reads.</summary>
    Task<bool> IsBuilt(
        DbConnection connection,
        DbTransaction? transaction,
        int release,
        CancellationToken cancellationToken
    );
}
