using System.Globalization;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Contracts.Changes;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Changes;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LdnEvidence.Api.Features.Releases;

internal static class CompareReleases
{
    /// <summary>The part of the address that names the release to begin with.</summary>
    public const string From = "from";

    /// <summary>Tells what changed from one release to another.</summary>
    /// <remarks>
    /// One entry for each record that differs, in the catalogue's words, with the whole record as the second release has it: applied to the records of the first
    /// release they give exactly those of the second. The second may be the older one.
    /// </remarks>
    /// <param name="from" example="1">The number of the release to begin with, such as 1.</param>
    /// <param name="number" example="1">The number of the release to end with, such as 2.</param>
    /// <response code="200">The changes.</response>
    /// <response code="404">One of the releases does not exist.</response>
    public static Results<RecordResult<ChangesResponse>, BadIdentifierProblem, NotFoundProblem> Handle(
        string from,
        string number,
        CompareReleasesQuery query,
        ReleaseReader catalogue,
        ReleaseDirectory releases
    )
    {
        if (releases.Find(int.Parse(from, CultureInfo.InvariantCulture)) is not { } first)
        {
            return new NotFoundProblem(
                Error.NoRelease($"There is no release {from}; {Address.Of(Address.Releases)} lists those that exist.")
            );
        }

        var items = ReleaseChanges.Between(first, catalogue.Open).ToList();
        return RecordResult<ChangesResponse>.Of(
            new ChangesResponse
            {
                From = first.Release.Number,
                To = catalogue.Release.Number,
                Total = items.Count,
                Items = items,
            }
        );
    }

    /// <summary>Refuses what is no number, before a release is looked for.</summary>
    public static RouteHandlerBuilder OfNumbers(this RouteHandlerBuilder endpoint) =>
        endpoint.AddEndpointFilter(
            (context, next) =>
            {
                foreach (var part in new[] { From, ReleaseFilter.RouteParameter })
                {
                    var text = (string)context.HttpContext.GetRouteValue(part)!;
                    if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                    {
                        return ValueTask.FromResult<object?>(
                            new BadIdentifierProblem(part, $"'{Quote.Of(text)}' is not the number of a release.")
                        );
                    }
                }

                return next(context);
            }
        );
}

/// <summary>Both releases are named by the address; there is nothing to select.</summary>
public sealed record CompareReleasesQuery : Query, IQuery<CompareReleasesQuery>;

internal sealed class CompareReleasesQueryValidator : QueryValidator<CompareReleasesQuery>;
