using LdnEvidence.Api.Http.Requests;
using LdnEvidence.Domain;

namespace LdnEvidence.Api.Http.Errors;

/// <summary>What the statuses mean with which the web server refuses a request on its own.</summary>
internal static class ServerErrors
{
    public static Error ForStatus(int status) =>
        status switch
        {
            StatusCodes.Status405MethodNotAllowed => Error.MethodNotAllowed("The method"),
            StatusCodes.Status408RequestTimeout => Error.RequestTimeout(),
            StatusCodes.Status413PayloadTooLarge => Error.BodyTooLarge(RequestSizes.MaxBody),
            StatusCodes.Status414UriTooLong => Error.AddressTooLong(RequestSizes.MaxRequestLine),
            StatusCodes.Status431RequestHeaderFieldsTooLarge => Error.HeadersTooLarge(
                RequestSizes.MaxHeaders,
                RequestSizes.MaxHeaderCount
            ),
            StatusCodes.Status505HttpVersionNotsupported => Error.HttpVersionNotSupported(),
            _ => Error.InvalidRequest(),
        };
}
