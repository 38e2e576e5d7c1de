using System.Text.Json;
using LdnEvidence.Api.Contracts.Changes;

namespace LdnEvidence.Api.Data.Changes;

/// <summary>Compares two releases record by record, by id and bytes, with few records in memory at a time.</summary>
internal static class ReleaseChanges
{
    /// <summary>How many records of each release are read at a time.</summary>
    private const int Batch = 128;

    /// <summary>What turns the records of one release into those of another; either may be the older.</summary>
    public static IEnumerable<ChangeResponse> Between(OpenRelease from, OpenRelease to)
    {
        if (from.Release.Number == to.Release.Number)
        {
            return [];
        }

        var standings = new StudyStandings(
            (release, study) => (release == from.Release.Number ? from : to).Document(Collection.Studies, study)
        );
        var words = new RecordChange(study => standings.Move(from.Release.Number, to.Release.Number, study));
        return DigestOrder.Kinds.SelectMany(kind => Between(kind.Collection, from, to, words));
    }

    private static IEnumerable<ChangeResponse> Between(
        Collection collection,
        OpenRelease from,
        OpenRelease to,
        RecordChange words
    )
    {
        var (before, after) = (Named.In(from, collection), Named.In(to, collection));
        using var old = new DocumentBatch(Batch);
        using var now = new DocumentBatch(Batch);
        foreach (var positions in to.Index(collection).All.After(0).Chunk(Batch))
        {
            now.Clear();
            to.AddDocuments(collection, positions, now);
            var places = positions.Select(position => before.PositionOf(after.IdAt(position))).ToList();
            old.Clear();
            from.AddDocuments(collection, [.. places.Where(place => place > 0)], old);
            var next = 0;
            for (var index = 0; index < positions.Length; index++)
            {
                var id = after.IdAt(positions[index]);
                if (places[index] == 0)
                {
                    yield return RecordChange.Alone(collection, id, now[index].Span);
                }
                else if (!old[next].Span.SequenceEqual(now[index].Span))
                {
                    yield return words.Between(collection, id, old[next], now[index]);
                }

                next += places[index] > 0 ? 1 : 0;
            }
        }

        foreach (var id in from.Index(collection).All.After(0).Select(before.IdAt))
        {
            if (after.PositionOf(id) == 0)
            {
                yield return RecordChange.Alone(collection, id, added: []);
            }
        }
    }

    /// <summary>The ids of a collection. Source documents are in no list, so theirs are taken from their records.</summary>
    private sealed record Named(Func<int, string> IdAt, Func<string, int> PositionOf)
    {
        public static Named In(OpenRelease release, Collection collection)
        {
            var index = release.Index(collection);
            if (index.Size == 0)
            {
                return new Named(_ => string.Empty, _ => 0);
            }

            if (collection != Collection.SourceDocuments)
            {
                return new Named(index.IdAt, index.PositionOf);
            }

            using var documents = release.Documents(collection, [.. index.All.After(0)]);
            var ids = Enumerable.Range(0, documents.Count).Select(place => IdOf(documents[place])).ToList();
            return new Named(position => ids[position - 1], id => ids.IndexOf(id) + 1);
        }

        private static string IdOf(ReadOnlyMemory<byte> document)
        {
            using var json = JsonDocument.Parse(document);
            return json.RootElement.GetProperty("id").GetString()!;
        }
    }
}
