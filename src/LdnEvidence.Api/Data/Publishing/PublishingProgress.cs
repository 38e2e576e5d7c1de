using System.Globalization;

namespace LdnEvidence.Api.Data.Publishing;

/// <summary>What a publication is doing, and how far it is.</summary>
/// <param name="Doing">The work in words, such as <c>Reading claims.json</c>.</param>
/// <param name="Done">How much of it is done.</param>
/// <param name="Total">How much there is.</param>
internal readonly record struct PublishingProgress(string Doing, int Done, int Total)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Doing}: {Done:N0} of {Total:N0}");
}
