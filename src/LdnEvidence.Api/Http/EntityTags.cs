using System.Security.Cryptography;
using System.Text;
using LdnEvidence.Domain;
using Microsoft.Net.Http.Headers;

namespace LdnEvidence.Api.Http;

/// <summary>
/// ETags. A body is a function of the build, the release and the address, so its tag is a hash of those three and is known before anything is read.
/// </summary>
internal static class EntityTags
{
    /// <summary>Identifies the program: two builds of the same sources are the same.</summary>
    private static readonly string Build =
        $"{typeof(EntityTags).Assembly.ManifestModule.ModuleVersionId:N}{typeof(Release).Assembly.ManifestModule.ModuleVersionId:N}";

    public static EntityTagHeaderValue Of(Release release, HttpRequest request)
    {
        var subject =
            $"{Build}\n{release.Number}\n{release.Digest}\n{request.Path.ToUriComponent()}\n{request.QueryString.Value}";
        return new EntityTagHeaderValue(
            $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(subject)).AsSpan(0, 16))}\""
        );
    }

    /// <summary>Whether the caller already has this body (RFC 9110, 13.1.2). A bare * is answered once it is known that there is a body.</summary>
    public static bool IsHeld(HttpRequest request, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var held)
        && held.Any(other => other.Compare(tag, useStrongComparison: false));

    public static bool IsAny(HttpRequest request) => request.Headers.IfNoneMatch.ToString().Trim() == "*";
}
