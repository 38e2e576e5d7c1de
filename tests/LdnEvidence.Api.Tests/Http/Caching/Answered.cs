using System.Net;
using LdnEvidence.Api.Http.Caching;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LdnEvidence.Api.Tests.Http.Caching;

/// <summary>An answer as it came over the wire, without what belongs to the one request or to the framing of the body.</summary>
internal sealed record Answered(HttpStatusCode Status, IReadOnlyList<string> Headers, byte[] Body)
{
    private static readonly string[] OfTheRequest =
    [
        "X-Request-Id",
        "RateLimit",
        "Date",
        "Content-Length",
        "Transfer-Encoding",
    ];

    public string this[string header] =>
        Headers.Single(line => line.StartsWith($"{header}: ", StringComparison.Ordinal))[(header.Length + 2)..];

    public static async Task<Answered> To(
        HttpClient client,
        string address,
        HttpMethod? method = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, address);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return new Answered(
            response.StatusCode,
            [
                .. response
                    .Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
                    .Where(header => !OfTheRequest.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
                    .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
                    .Order(StringComparer.Ordinal),
            ],
            body
        );
    }

    /// <summary>What is kept for a request to the latest release, or null.</summary>
    public static CachedAnswer? KeptBy(
        IServiceProvider services,
        string address,
        params (string Name, string Value)[] headers
    )
    {
        var parts = address.Split('?', 2);
        var request = new DefaultHttpContext().Request;
        (request.Method, request.Path) = ("GET", parts[0]);
        request.QueryString = parts.Length > 1 ? new QueryString($"?{parts[1]}") : QueryString.Empty;
        foreach (var (name, value) in headers)
        {
            request.Headers[name] = value;
        }

        var latest = services.GetRequiredService<Api.Data.ReleaseDirectory>().Latest!.Release.Number;
        Span<char> key = stackalloc char[1024];
        return services.GetRequiredService<AnswerCache>().Find(key[..AnswerCache.WriteKey(request, latest, key)]);
    }

    public void ShouldBe(Answered other, string what)
    {
        Status.ShouldBe(other.Status, what);
        Headers.ShouldBe(other.Headers, what);
        Body.AsSpan().SequenceEqual(other.Body).ShouldBeTrue($"{what}: the bodies differ");
    }
}
