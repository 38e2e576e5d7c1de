using LdnEvidence.Api.Data.Rows;
using LdnEvidence.Api.Data.Sqlite;

namespace LdnEvidence.Api.Data.Publishing;

/// <summary>The bodies of a release that is in a database. One caller at a time, since all use the context's connection, which must be open.</summary>
/// <param name="db">The context whose connection reads.</param>
/// <param name="documents">The table with the bodies, as SQL names it on that connection.</param>
/// <param name="release">The number of the release.</param>
internal sealed class StoredBodies(CatalogueDbContext db, string documents, int release) : IReleaseBodies
{
    public int Count(Collection collection) =>
        db.Rows(
                row => row.GetInt32(0),
                $"SELECT count(*) FROM {documents} WHERE key BETWEEN @p0 AND @p1",
                First(collection),
                Last(collection)
            )
            .Single();

    public IEnumerable<byte[]> Of(Collection collection) =>
        db.Rows(
            row => row.GetFieldValue<byte[]>(0),
            $"SELECT document FROM {documents} WHERE key BETWEEN @p0 AND @p1 ORDER BY key",
            First(collection),
            Last(collection)
        );

    private long First(Collection collection) => DocumentRow.KeyOf(release, collection, 0) + 1;

    private long Last(Collection collection) => DocumentRow.KeyOf(release, collection + 1, 0) - 1;
}
