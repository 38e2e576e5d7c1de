using LdnEvidence.Benchmarks.Bare;
using Microsoft.Extensions.Primitives;

namespace LdnEvidence.Benchmarks.Driver;

/// <summary>Asks the service once, and keeps its answer for bare Kestrel to send.</summary>
internal static class Recorder
{
    /// <summary>Headers of the connection and the hour, which the server sets by itself.</summary>
    private static readonly HashSet<string> OfTheServer = new(StringComparer.OrdinalIgnoreCase)
    {
        "Date",
        "Connection",
        "Transfer-Encoding",
        "Keep-Alive",
    };

    public static async Task<RecordedResponse> Record(
        ServerProcess server,
        string line,
        int expected,
        CancellationToken cancellationToken
    )
    {
        var parts = line.Split('\t');
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(parts[0], UriKind.Relative));
        if (parts is [_, var tag])
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        using var response = await server.Client.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if ((int)response.StatusCode != expected)
        {
            throw new MeasureException($"{parts[0]} answers {(int)response.StatusCode}");
        }

        return new RecordedResponse(
            expected,
            [
                .. response
                    .Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
                    // A 304 has no body to be long.
                    .Where(header =>
                        !OfTheServer.Contains(header.Key) && !(expected == 304 && header.Key == "Content-Length")
                    )
                    .Select(header =>
                        KeyValuePair.Create(header.Key, new StringValues(string.Join(", ", header.Value)))
                    ),
            ],
            body
        );
    }
}
