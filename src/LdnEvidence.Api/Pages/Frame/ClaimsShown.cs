using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Contracts.Lists;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Lists;
using LdnEvidence.Api.Features.Claims;
using LdnEvidence.Api.Formats;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Domain;

namespace LdnEvidence.Api.Pages.Frame;

/// <summary>The claims that a page shows of a list, strongest first.</summary>
/// <param name="Items">Those that are shown.</param>
/// <param name="Levels">How many of each level the list has.</param>
/// <param name="Fidelity">How many of each fidelity to the source the list has.</param>
/// <param name="All">The address of the whole list.</param>
public sealed record ClaimsShown(
    IReadOnlyList<ClaimResponse> Items,
    LevelTally Levels,
    IReadOnlyList<(SourceFidelity Label, int Count)> Fidelity,
    string All
)
{
    /// <summary>How many claims the list has.</summary>
    public int Total => Levels.Total;

    /// <summary>The most claims that the page of a record shows; a search shows the rest.</summary>
    private const int Most = 60;

    /// <summary>The claims that name a record.</summary>
    /// <param name="catalogue">The release that is read.</param>
    /// <param name="collection">The record's collection.</param>
    /// <param name="kind">What the record is, which is also the filter on claims.</param>
    /// <param name="id">The record's key.</param>
    internal static ClaimsShown Of(ReleaseReader catalogue, Collection collection, string kind, string id)
    {
        // The record exists: the page has read it.
        var listing = ((ListResult<ClaimPage>)catalogue.List(new ClaimsQuery(), (collection, kind, id)).Result).Listing;
        return new ClaimsShown(
            Read<ClaimResponse>(catalogue, listing, after: null, Most),
            LevelTally.Of(catalogue, listing.Records),
            FidelityOf(catalogue, listing.Records),
            $"/search?{kind}={id}"
        );
    }

    /// <summary>How many of some claims have each fidelity to the source; labels that none has are left out.</summary>
    internal static IReadOnlyList<(SourceFidelity Label, int Count)> FidelityOf(
        ReleaseReader catalogue,
        PositionSet claims
    )
    {
        var column = catalogue.Index(Collection.Claims).Column("fidelity");
        var counts = column.CountEach(claims);
        return
        [
            .. Enum.GetValues<SourceFidelity>()
                .Select(label => (label, column.Find(Words.Key(label)) is >= 0 and var number ? counts[number] : 0))
                .Where(pair => pair.Item2 > 0),
        ];
    }

    /// <summary>The records of a list, read from where the API reads them.</summary>
    internal static IReadOnlyList<T> Read<T>(ReleaseReader catalogue, Listing listing, int? after, int most)
    {
        var positions = listing.Order.Page(listing.Records, after, most);
        using var documents = catalogue.Open.Documents(listing.Collection, positions);
        return [.. Enumerable.Range(0, documents.Count).Select(index => RecordBody.Read<T>(documents[index]))];
    }
}
