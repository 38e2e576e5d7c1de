using System.Data.Common;

namespace LdnEvidence.Api.Data.Search;

/// <summary>
/// The full-text index of a release that is not stored yet. It is made on a thread of its own and touches no database of the catalogue until
/// <see cref="Store"/>. Given up before that, it leaves nothing behind.
/// </summary>
internal interface ISearchDraft : IAsyncDisposable
{
    /// <summary>
    /// Waits until every record is in the index and stores it. Called once, in the transaction that publishes the release or, for a release of an
    /// earlier build, in one of its own.
    /// </summary>
    /// <param name="connection">The connection of the transaction.</param>
    /// <param name="transaction">The transaction.</param>
    /// <param name="release">The release, which has no index yet or one of an earlier build.</param>
    /// <param name="indexed">Is told now and then how many records are in the index.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task Store(
        DbConnection connection,
        DbTransaction? transaction,
        int release,
        Action<int>? indexed,
        CancellationToken cancellationToken
    );
}
