using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Contracts.Reports;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Api.Http.Queries;

namespace LdnEvidence.Api.Features.Service;

internal static class GetService
{
    /// <summary>Describes the service and links its resources.</summary>
    /// <remarks>Name, version, the release that is read, licences, and the disclaimer to show beside the data.</remarks>
    /// <response code="200">The service document.</response>
    public static RecordResult<ServiceResponse> Handle(GetServiceQuery query, ReleaseReader catalogue)
    {
        var release = catalogue.Release;
        return RecordResult<ServiceResponse>.Of(
            new ServiceResponse
            {
                Name = "LDN Evidence",
                Description =
                    "What is claimed about low-dose naltrexone (LDN), how strong the cited evidence is, whether the cited source says so, and where each sentence comes from.",
                Version = typeof(GetService).Assembly.GetName().Version!.ToString(3),
                Release = new ServedRelease(release.Number, release.PublishedAt.UtcDateTime, release.Digest),
                Licence = Licences.Current,
                Disclaimer = ServiceResponse.DisclaimerText,
                Links = new ServiceLinks(
                    Self: Address.Api,
                    Conditions: Address.Of(Address.Conditions),
                    Mechanisms: Address.Of(Address.Mechanisms),
                    Outcomes: Address.Of(Address.Outcomes),
                    Studies: Address.Of(Address.Studies),
                    Claims: Address.Of(Address.Claims),
                    EvidenceLevels: Address.Of(Address.EvidenceLevels),
                    Releases: Address.Of(Address.Releases),
                    Audit: Address.Of(Address.Audit),
                    Coverage: Address.Of(Address.Coverage),
                    OpenApi: Address.OpenApi,
                    Documentation: "/swagger"
                ),
            }
        );
    }
}

/// <summary>Which release to describe.</summary>
public sealed record GetServiceQuery : RecordQuery, IQuery<GetServiceQuery>;

internal sealed class GetServiceQueryValidator() : RecordQueryValidator<GetServiceQuery>(typeof(ServiceResponse));
