using System.Data.Common;

namespace LdnEvidence.Api.Data;

/// <summary>Reads documents by their keys, by the shortest way that a database has.</summary>
internal interface IStoredDocuments
{
    /// <summary>The document under a key, which must exist.</summary>
    byte[] Read(DbConnection connection, long key);

    /// <summary>Adds the documents under these keys to a batch, in this order; all of them as of one moment.</summary>
    void Read(DbConnection connection, IReadOnlyList<long> keys, DocumentBatch into);
}
