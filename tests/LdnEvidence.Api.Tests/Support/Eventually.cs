using System.Net;

namespace LdnEvidence.Api.Tests.Support;

/// <summary>Waits for what the service notices by itself within a second.</summary>
internal static class Eventually
{
    public static async Task Status(HttpClient client, string address, HttpStatusCode expected)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            using var answer = await client.GetAsync(address, patience.Token);
            if (answer.StatusCode == expected)
            {
                return;
            }

            await Task.Delay(50, patience.Token);
        }
    }
}
