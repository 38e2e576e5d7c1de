using LdnEvidence.Api.Data.Rows;
using LdnEvidence.Api.Data.Search;

namespace LdnEvidence.Api.Data.Publishing;

/// <summary>What is derived from a release while its rows are written.</summary>
/// <param name="Lists">The columns of its lists.</param>
/// <param name="Words">The index of its words.</param>
internal sealed record DerivedDraft(Task<List<ListColumnRow>> Lists, ISearchDraft Words) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await Words.DisposeAsync();
        // Nobody may still be reading rows when the draft is given up; what that comes to no longer matters.
        await Task.WhenAny(Lists);
    }
}
