using System.IO.Hashing;
using System.Reflection;
using System.Runtime.InteropServices;
using LdnEvidence.Api.Http.Answers;
using LdnEvidence.Domain;
using Microsoft.Net.Http.Headers;

namespace LdnEvidence.Api.Http;

/// <summary>
/// ETags. A body is a function of the build, the release, the address and the form that was chosen, so its tag is a hash of these and is known before
/// anything is read.
/// </summary>
internal static class EntityTags
{
    /// <summary>Identifies the program: two builds of the same source have the same, wherever they were built.</summary>
    private static readonly string Build = $"{SourceHash()}{typeof(Release).Assembly.ManifestModule.ModuleVersionId:N}";

    public static string Of(Release release, HttpRequest request, Representation representation)
    {
        var subject =
            $"{Build}\n{release.Number}\n{release.Digest}\n{request.Path.ToUriComponent()}\n{RequestTarget.QueryOf(request)}\n{representation.Name}\n{ContentCoding.Of(request)}\n{RequestTarget.RootOf(request)}";
        // Not a hash to withstand those who look for two addresses with one tag: they could only mislead themselves.
        return $"\"{Convert.ToHexStringLower(XxHash128.Hash(MemoryMarshal.AsBytes(subject.AsSpan())))}\"";
    }

    /// <summary>Whether the caller already has this body (RFC 9110, 13.1.2). A bare * is answered once it is known that there is a body.</summary>
    public static bool IsHeld(HttpRequest request, string tag)
    {
        var sent = request.Headers.IfNoneMatch;
        return sent.Count > 0
            && (
                (sent.Count == 1 && sent[0] == tag)
                || (
                    EntityTagHeaderValue.TryParseList(sent, out var held)
                    && held.Any(other => other.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false))
                )
            );
    }

    /// <summary>The project file puts it into the assembly.</summary>
    private static string SourceHash() =>
        typeof(EntityTags)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(pair => pair.Key == nameof(SourceHash))
            .Value!;
}
