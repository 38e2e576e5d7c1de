using System.Globalization;
using LdnEvidence.Api.Data.Lists;
using LdnEvidence.Domain;

namespace LdnEvidence.Api.Data;

/// <summary>
/// The records of the one release that a request reads, and only those. The release is selected once, before anything is read, so no answer can
/// mix two releases.
/// </summary>
internal sealed class ReleaseReader(ReleaseDirectory directory)
{
    private OpenRelease? _open;

    public Release Release => Open.Release;

    public OpenRelease Open =>
        _open ?? throw new InvalidOperationException("No release was selected for this request.");

    public CollectionIndex Index(Collection collection) => Open.Index(collection);

    /// <summary>The stored body of one record.</summary>
    public byte[]? Document(Collection collection, string id) => Open.Document(collection, id);

    /// <summary>Selects the release with this number, or the newest published by the end of this day (UTC), or the latest.</summary>
    /// <returns>What is wrong with the request, or null.</returns>
    public Error? Select(int? number, DateOnly? asOf)
    {
        _open =
            number is { } wanted ? directory.Find(wanted)
            : asOf is { } day ? directory.AsOf(day)
            : directory.Latest;
        return _open is not null ? null : Error.NoRelease(Missing(number, asOf));
    }

    private static string Missing(int? number, DateOnly? asOf) =>
        (number, asOf) switch
        {
            ({ } wanted, _) => $"There is no release {wanted}; /api/v1/releases lists those that exist.",
            (_, { } day) => string.Create(
                CultureInfo.InvariantCulture,
                $"No release had been published by the end of {day:yyyy-MM-dd} (UTC); /api/v1/releases lists those that exist."
            ),
            _ => "No release has been published yet.",
        };
}
