using System.Text.Json;
using LdnEvidence.Api.Contracts;

namespace LdnEvidence.Api.Data.Publishing;

/// <summary>The bodies of one release. Everything else that is stored of the release follows from them.</summary>
internal interface IReleaseBodies
{
    /// <summary>How many bodies a collection has.</summary>
    int Count(Collection collection);

    /// <summary>The bodies of a collection in the order of their positions, from 1.</summary>
    IEnumerable<byte[]> Of(Collection collection);
}

internal static class ReleaseBodies
{
    /// <summary>The bodies of several collections, one collection after the other.</summary>
    public static IEnumerable<StoredBody> Of(this IReleaseBodies bodies, IEnumerable<Collection> collections) =>
        collections.SelectMany(collection =>
            bodies.Of(collection).Select((body, index) => new StoredBody(collection, index + 1, body))
        );

    /// <summary>The records of a collection in the order of their positions, from 1.</summary>
    public static IEnumerable<TBody> Read<TBody>(this IReleaseBodies bodies, Collection collection) =>
        bodies.Of(collection).Select(body => JsonSerializer.Deserialize<TBody>(body, CatalogueJson.Options)!);
}
