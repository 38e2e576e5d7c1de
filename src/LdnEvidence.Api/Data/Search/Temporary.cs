using System.Data.Common;

namespace LdnEvidence.Api.Data.Search;

internal sealed record SearchExpression(string Normal)
{
    public static bool TryParse(string text, out SearchExpression expression, out string problem)
    {
        (expression, problem) = (new SearchExpression(text), string.Empty);
        return true;
    }
}

internal interface ICatalogueSearch
{
    void Find(int release, Collection collection, SearchExpression expression, List<int> positions);
    void Rank(int release, Collection collection, SearchExpression expression, List<int> positions);
    IReadOnlyDictionary<int, string> Snippets(
        int release,
        Collection collection,
        SearchExpression expression,
        IReadOnlyList<int> positions
    );
    Task Build(DbConnection connection, DbTransaction? transaction, int release, CancellationToken cancellationToken);
    bool IsBuilt(int release);
}

internal sealed class NoSearch : ICatalogueSearch
{
    public void Find(int release, Collection collection, SearchExpression expression, List<int> positions) { }

    public void Rank(int release, Collection collection, SearchExpression expression, List<int> positions) { }

    public IReadOnlyDictionary<int, string> Snippets(
        int release,
        Collection collection,
        SearchExpression expression,
        IReadOnlyList<int> positions
    ) => new Dictionary<int, string>();

    public Task Build(
        DbConnection connection,
        DbTransaction? transaction,
        int release,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    public bool IsBuilt(int release) => true;
}
