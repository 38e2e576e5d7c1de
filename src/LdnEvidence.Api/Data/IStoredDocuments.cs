namespace LdnEvidence.Api.Data;

/// <summary>Reads documents by their keys, by the shortest way that a database has.</summary>
internal interface IStoredDocuments
{
    /// <summary>Makes a reader of its own connection.</summary>
    IDocumentReader Reader();
}

/// <summary>
/// Reads documents one after the other; one caller at a time. Between two reads it may keep open what the next would have to open again, and with it a
/// view of the database as it was: until <see cref="LetGo"/>, nothing that was written since can be merged into the file.
/// </summary>
internal interface IDocumentReader : IDisposable
{
    /// <summary>The document under a key, which must exist; it may have been written after the read before.</summary>
    byte[] Read(long key);

    /// <summary>Adds the documents under these keys to a batch, in this order.</summary>
    void Read(IReadOnlyList<long> keys, DocumentBatch into);

    /// <summary>Closes what is kept open, if anything is.</summary>
    void LetGo();
}
