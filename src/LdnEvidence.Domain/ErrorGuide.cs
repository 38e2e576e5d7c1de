namespace LdnEvidence.Domain;

/// <summary>What the address of an error code answers with. The table of errors in API-DESIGN.md is the same.</summary>
/// <param name="Code">The code, as <see cref="Error.Code"/> has it.</param>
/// <param name="Kind">What kind of thing went wrong.</param>
/// <param name="Title">The code in words, as <see cref="Error.Title"/> has it.</param>
/// <param name="Meaning">What has happened, in a sentence.</param>
/// <param name="Remedy">How to mend it. Names of members, parameters and headers stand between grave accents.</param>
public sealed record ErrorGuide(string Code, ErrorKind Kind, string Title, string Meaning, string Remedy)
{
    /// <summary>One for each code, in the order of <see cref="Error.Codes"/>.</summary>
    public static IReadOnlyList<ErrorGuide> All { get; } =
    [
        new(
            "invalid-parameter",
            ErrorKind.Invalid,
            "A parameter is not valid",
            "A parameter is unknown, repeated, unreadable or out of range.",
            "Correct each parameter that `errors` names."
        ),
        new(
            "invalid-body",
            ErrorKind.Invalid,
            "The body is not valid",
            "The body is no JSON, or not the JSON that this address reads.",
            "Correct each place of the body that `errors` names by its JSON pointer, such as `/0/claim`; an empty one means the whole body."
        ),
        new(
            "invalid-request",
            ErrorKind.Invalid,
            "The request is not valid HTTP",
            "The request is not valid HTTP.",
            "Send valid HTTP."
        ),
        new(
            "unknown-host",
            ErrorKind.Invalid,
            "The service has another name",
            "The request calls the service by a name that is not its own.",
            "Call it by the name that its operator published."
        ),
        NoRecord("condition", "Take an id from `/api/v1/conditions`, or another release."),
        NoRecord("mechanism", "Take an id from `/api/v1/mechanisms`, or another release."),
        NoRecord("outcome", "Take an id from `/api/v1/outcomes`, or another release."),
        NoRecord("study", "Take a citation key from `/api/v1/studies`, or another release."),
        NoRecord("claim", "Take an id from `/api/v1/claims`, or another release."),
        NoRecord("evidence-level", "Name one of the three levels: `pilot-trial`, `case-series`, `anecdotal`."),
        new(
            "record-not-found",
            ErrorKind.NotFound,
            "There is no such record",
            "No record of the release carries this foreign identifier.",
            "Search for the name instead, with `/api/v1/search`."
        ),
        new(
            "release-not-found",
            ErrorKind.NotFound,
            "There is no such release",
            "No release has this number, or none had been published by this day.",
            "Take a number from `/api/v1/releases`, or a later day."
        ),
        new(
            "audit-not-found",
            ErrorKind.NotFound,
            "This release has no audit",
            "The release was published before audits were kept.",
            "Read the audit of a later release."
        ),
        new(
            "coverage-not-found",
            ErrorKind.NotFound,
            "This release has no coverage",
            "The release was published before coverage was kept.",
            "Read the coverage of a later release."
        ),
        new(
            "address-not-found",
            ErrorKind.NotFound,
            "Nothing is served at this address",
            "The address is none of the service's.",
            "Begin at `/api/v1`, which links what there is."
        ),
        new(
            "method-not-allowed",
            ErrorKind.MethodNotAllowed,
            "The method is not allowed here",
            "The address exists, but not with this method.",
            "Use a method that `Allow` lists."
        ),
        new(
            "not-acceptable",
            ErrorKind.NotAcceptable,
            "No acceptable format is served",
            "The `Accept` header admits none of the formats of this answer.",
            "Accept a format that the problem names."
        ),
        new(
            "request-timeout",
            ErrorKind.TooSlow,
            "The request took too long to arrive",
            "The rest of the request did not arrive in time.",
            "Send it again, without pauses."
        ),
        new(
            "precondition-failed",
            ErrorKind.PreconditionFailed,
            "The answer has changed",
            "The answer is no longer the one that `If-Match` or `If-Unmodified-Since` asks for.",
            "Ask without these headers, and take the new answer and its `ETag`."
        ),
        new(
            "body-too-large",
            ErrorKind.TooLarge,
            "The body is too large",
            "The body is larger than any that is right.",
            "Send at most 256 KiB."
        ),
        new(
            "address-too-long",
            ErrorKind.AddressTooLong,
            "The address is too long",
            "The request line is longer than the web server reads.",
            "Shorten the query."
        ),
        new(
            "range-not-satisfiable",
            ErrorKind.RangeNotSatisfiable,
            "The file has no such part",
            "The `Range` header asks for bytes behind the end of the file.",
            "Take the length of the file from `Content-Range`, and ask for bytes before it."
        ),
        new(
            "headers-too-large",
            ErrorKind.HeadersTooLarge,
            "The headers are too large",
            "There are more headers, or longer ones, than the web server reads.",
            "Send fewer or shorter headers."
        ),
        new(
            "unsupported-media-type",
            ErrorKind.UnsupportedMediaType,
            "The body has a type that is not read",
            "The body is no JSON, not in UTF-8, or compressed.",
            "Send `application/json` in UTF-8, not compressed."
        ),
        new(
            "too-many-requests",
            ErrorKind.TooManyRequests,
            "Too many requests came from this address",
            "The quota of your address is used up for now.",
            "Wait as many seconds as `Retry-After` says."
        ),
        new(
            "http-version-not-supported",
            ErrorKind.HttpVersionNotSupported,
            "The version of HTTP is not supported",
            "The web server does not speak this version of HTTP.",
            "Use HTTP/1.1."
        ),
        new(
            "catalogue-unavailable",
            ErrorKind.Unavailable,
            "The catalogue cannot be read now",
            "The service cannot read its database.",
            "Try again later; the operator's log says why."
        ),
        new(
            "unexpected",
            ErrorKind.Unexpected,
            "Something went wrong in the service",
            "The service has a defect; the request is not at fault.",
            "Report it with the `X-Request-Id` of the answer."
        ),
    ];

    private static ErrorGuide NoRecord(string kind, string remedy)
    {
        var words = kind.Replace('-', ' ');
        return new(
            $"{kind}-not-found",
            ErrorKind.NotFound,
            $"There is no such {words}",
            $"The release that was read has no {words} with this id.",
            remedy
        );
    }
}
