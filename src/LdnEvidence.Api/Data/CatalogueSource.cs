using System.Data.Common;

namespace LdnEvidence.Api.Data;

/// <summary>The database that requests read, as a source of connections that stay open.</summary>
internal abstract class CatalogueSource : DbDataSource
{
    private int _generation;

    /// <summary>Connections that were opened under an earlier number are closed instead of being used again.</summary>
    public int Generation => Volatile.Read(ref _generation);

    /// <summary>Where the database is, for messages.</summary>
    public abstract string Place { get; }

    /// <summary>Why nothing can be written into the database, as the end of a sentence; null where it can, or where that is not known.</summary>
    public abstract string? ReadOnlyBecause { get; }

    /// <summary>Whether the file that is open is no longer at its place: moved, deleted, or replaced by another.</summary>
    public abstract bool IsDisplaced();

    /// <summary>Has all connections opened anew, each when it is next used.</summary>
    protected void Reopen() => Interlocked.Increment(ref _generation);
}
