namespace LdnEvidence.Domain;

/// <summary>What kind of thing went wrong. HTTP gives each its status in one place.</summary>
public enum ErrorKind
{
    /// <summary>The caller sent something that cannot be understood.</summary>
    Invalid,

    /// <summary>What the caller named does not exist.</summary>
    NotFound,

    /// <summary>The address exists, the method does not.</summary>
    MethodNotAllowed,

    /// <summary>No format that the caller accepts is served.</summary>
    NotAcceptable,

    /// <summary>The answer is not the one that the caller's condition asks for.</summary>
    PreconditionFailed,

    /// <summary>What the caller sent is too large.</summary>
    TooLarge,

    /// <summary>The part that the caller asks for is none of the answer's.</summary>
    RangeNotSatisfiable,

    /// <summary>What the caller sent is of a type that is not read.</summary>
    UnsupportedMediaType,

    /// <summary>The caller asks more often than its quota allows.</summary>
    TooManyRequests,

    /// <summary>The caller sends its request more slowly than the server waits.</summary>
    TooSlow,

    /// <summary>The address that the caller asks for is too long.</summary>
    AddressTooLong,

    /// <summary>The caller sends too many headers, or too long ones.</summary>
    HeadersTooLarge,

    /// <summary>The caller speaks another version of HTTP.</summary>
    HttpVersionNotSupported,

    /// <summary>The catalogue cannot be read now.</summary>
    Unavailable,

    /// <summary>A defect of the service.</summary>
    Unexpected,
}

/// <summary>An error as callers see it.</summary>
/// <param name="Kind">What kind of thing went wrong.</param>
/// <param name="Code">The stable kebab-case code; the last segment of the problem's type.</param>
/// <param name="Title">The code in words; the same for every occurrence.</param>
/// <param name="Detail">What happened this time, and what would be right.</param>
public sealed record Error(ErrorKind Kind, string Code, string Title, string Detail)
{
    /// <summary>Faults by parameter, where the caller's parameters were wrong.</summary>
    public IReadOnlyDictionary<string, string[]>? Faults { get; init; }

    /// <summary>The kinds of record that can be asked for by key.</summary>
    public static IReadOnlyList<string> RecordKinds { get; } =
    ["condition", "mechanism", "outcome", "study", "claim", "evidence-level", "record", "release"];

    /// <summary>Every code, for the documents and the tests that hold them to it.</summary>
    public static IReadOnlyList<string> Codes { get; } =
    [
        "invalid-parameter",
        "invalid-body",
        "invalid-request",
        "unknown-host",
        .. RecordKinds.Select(kind => $"{kind}-not-found"),
        "audit-not-found",
        "coverage-not-found",
        "address-not-found",
        "method-not-allowed",
        "not-acceptable",
        "request-timeout",
        "precondition-failed",
        "body-too-large",
        "address-too-long",
        "range-not-satisfiable",
        "headers-too-large",
        "unsupported-media-type",
        "too-many-requests",
        "http-version-not-supported",
        "catalogue-unavailable",
        "unexpected",
    ];

    /// <summary>One or more query parameters are unknown, repeated, malformed or out of range.</summary>
    public static Error InvalidParameter(IReadOnlyDictionary<string, string[]> faults) =>
        new(
            ErrorKind.Invalid,
            "invalid-parameter",
            "A parameter is not valid",
            faults.Count == 1
                ? $"The query parameter '{faults.Keys.First()}' is not valid."
                : $"These query parameters are not valid: {string.Join(", ", faults.Keys)}."
        )
        {
            Faults = faults,
        };

    /// <summary>The body is not what it should be; each fault is named by a JSON pointer.</summary>
    public static Error InvalidBody(IReadOnlyDictionary<string, string[]> faults) =>
        new(
            ErrorKind.Invalid,
            "invalid-body",
            "The body is not valid",
            "The body is not valid; errors names each place of it by its JSON pointer, the whole of it by an empty one."
        )
        {
            Faults = faults,
        };

    /// <summary>The body is larger than any that is right.</summary>
    public static Error BodyTooLarge(int most) =>
        new(ErrorKind.TooLarge, "body-too-large", "The body is too large", $"A body has at most {most} bytes.");

    /// <summary>The body is of a type that is not read here.</summary>
    public static Error UnsupportedMediaType(string sent, string read) =>
        new(
            ErrorKind.UnsupportedMediaType,
            "unsupported-media-type",
            "The body has a type that is not read",
            $"This address reads {read} in UTF-8, not compressed; the Content-Type is '{sent}'."
        );

    /// <summary>A request that the web server could not read.</summary>
    public static Error InvalidRequest() =>
        new(
            ErrorKind.Invalid,
            "invalid-request",
            "The request is not valid HTTP",
            "The web server could not read the request: its request line, its headers or the framing of its body are not valid HTTP."
        );

    /// <summary>The service does not answer under the name by which the request calls it.</summary>
    /// <param name="host">The name, shortened; empty where the request has none.</param>
    public static Error UnknownHost(string host) =>
        new(
            ErrorKind.Invalid,
            "unknown-host",
            "The service has another name",
            (host.Length == 0 ? "The request names no host." : $"This service is not known as '{host}'.")
                + " Call it by the name that its operator published. The operator lists such names in the setting AllowedHosts."
        );

    /// <summary>The request did not arrive in the time that the web server waits for it.</summary>
    public static Error RequestTimeout() =>
        new(
            ErrorKind.TooSlow,
            "request-timeout",
            "The request took too long to arrive",
            "The web server stopped waiting for the rest of the request. Send it again, without pauses."
        );

    /// <summary>The request line is longer than the web server reads.</summary>
    public static Error AddressTooLong(int maxBytes) =>
        new(
            ErrorKind.AddressTooLong,
            "address-too-long",
            "The address is too long",
            $"Method, address and version of HTTP have at most {maxBytes} bytes together."
        );

    /// <summary>There are more headers, or longer ones, than the web server reads.</summary>
    public static Error HeadersTooLarge(int maxBytes, int maxCount) =>
        new(
            ErrorKind.HeadersTooLarge,
            "headers-too-large",
            "The headers are too large",
            $"A request has at most {maxCount} headers, with {maxBytes} bytes together."
        );

    /// <summary>The request is in a version of HTTP that the web server does not speak.</summary>
    public static Error HttpVersionNotSupported() =>
        new(
            ErrorKind.HttpVersionNotSupported,
            "http-version-not-supported",
            "The version of HTTP is not supported",
            "The web server speaks HTTP/1.1 and HTTP/1.0, and HTTP/2 over TLS."
        );

    /// <summary>No record of this kind has this key in the release that was read.</summary>
    public static Error NotFound(string recordKind, string id, string where) =>
        new(
            ErrorKind.NotFound,
            $"{recordKind}-not-found",
            $"There is no such {recordKind.Replace('-', ' ')}",
            $"No {recordKind.Replace('-', ' ')} has the id '{id}' {where}."
        );

    /// <summary>No record carries this foreign identifier in the release that was read.</summary>
    public static Error NothingIdentified(string system, string value, string where) =>
        new(
            ErrorKind.NotFound,
            "record-not-found",
            "There is no such record",
            $"No record carries {system} '{value}' {where}."
        );

    /// <summary>No release fits what was asked for.</summary>
    public static Error NoRelease(string detail) =>
        new(ErrorKind.NotFound, "release-not-found", "There is no such release", detail);

    /// <summary>The release was published before audits were kept with releases.</summary>
    public static Error NoAudit(string release) =>
        new(
            ErrorKind.NotFound,
            "audit-not-found",
            "This release has no audit",
            $"{release} was published before audits were kept with releases, and a release is never changed; later ones have theirs."
        );

    /// <summary>The release was published before coverage was kept with releases.</summary>
    public static Error NoCoverage(string release) =>
        new(
            ErrorKind.NotFound,
            "coverage-not-found",
            "This release has no coverage",
            $"{release} was published before coverage was kept with releases, and a release is never changed; later ones have theirs."
        );

    /// <summary>Nothing is served at this address.</summary>
    public static Error AddressNotFound() =>
        new(
            ErrorKind.NotFound,
            "address-not-found",
            "Nothing is served at this address",
            "The API begins at /api/v1, which lists its resources; /swagger documents them."
        );

    /// <summary>The address does not take this method.</summary>
    public static Error MethodNotAllowed(string method) =>
        new(
            ErrorKind.MethodNotAllowed,
            "method-not-allowed",
            "The method is not allowed here",
            $"{method} is not served at this address; the Allow header lists the methods that are."
        );

    /// <summary>The Accept header admits no format that is served.</summary>
    public static Error NotAcceptable(string accept, string served) =>
        new(
            ErrorKind.NotAcceptable,
            "not-acceptable",
            "No acceptable format is served",
            $"This address serves {served}; the Accept header asked for '{accept}'."
        );

    /// <summary>A condition of the request does not hold for the answer that there is.</summary>
    public static Error PreconditionFailed(string header) =>
        new(
            ErrorKind.PreconditionFailed,
            "precondition-failed",
            "The answer has changed",
            $"The condition in the {header} header does not hold for the answer that there is now. Ask without it to get that answer and its ETag."
        );

    /// <summary>The caller asks for bytes behind the end of a file.</summary>
    public static Error RangeNotSatisfiable(string range, string length) =>
        new(
            ErrorKind.RangeNotSatisfiable,
            "range-not-satisfiable",
            "The file has no such part",
            $"The file has {length} bytes; the Range header asked for '{range}'."
        );

    /// <summary>The quota of the caller's address is used up for now.</summary>
    public static Error TooManyRequests() =>
        new(
            ErrorKind.TooManyRequests,
            "too-many-requests",
            "Too many requests came from this address",
            "The quota of this address is used up. Wait as many seconds as the Retry-After header says; RateLimit-Policy says what the quota is."
        );

    /// <summary>The database cannot be read now; the log says why.</summary>
    public static Error CatalogueUnavailable() =>
        new(
            ErrorKind.Unavailable,
            "catalogue-unavailable",
            "The catalogue cannot be read now",
            "The service could not read its database. The operator's log says which file and why; try again later."
        );

    /// <summary>A defect of the service; the log says more.</summary>
    public static Error Unexpected() =>
        new(
            ErrorKind.Unexpected,
            "unexpected",
            "Something went wrong in the service",
            "The fault is the service's own, not the request's. The operator's log says more."
        );
}
