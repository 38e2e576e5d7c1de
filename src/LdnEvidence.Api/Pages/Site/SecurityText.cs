using System.Globalization;
using LdnEvidence.Api.Http;
using LdnEvidence.Api.Http.Site;
using LdnEvidence.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace LdnEvidence.Api.Pages.Site;

/// <summary>Where a vulnerability can be reported (RFC 9116), if the operator has said where.</summary>
internal static class SecurityText
{
    public const string Path = "/.well-known/security.txt";

    /// <summary>Days for which what it says may be relied on. The standard asks for less than a year.</summary>
    private const int ValidDays = 180;

    /// <summary>Sends the file; nothing is made up where no contact is set.</summary>
    public static Results<ContentHttpResult, NotFoundProblem> Handle(
        HttpRequest request,
        IOptions<SiteOptions> site,
        TimeProvider clock
    )
    {
        if (site.Value.SecurityContact is not { Length: > 0 } contact)
        {
            return new NotFoundProblem(Error.AddressNotFound());
        }

        // From midnight, so that every answer of a day is the same.
        var expires = clock
            .GetUtcNow()
            .Date.AddDays(ValidDays)
            .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        request.HttpContext.Response.Headers.CacheControl = "public, max-age=86400";
        return TypedResults.Text(
            $"Contact: {contact}\nExpires: {expires}\nPreferred-Languages: en\nCanonical: {RequestTarget.SiteOf(request)}{Path}\n",
            "text/plain; charset=utf-8"
        );
    }
}
