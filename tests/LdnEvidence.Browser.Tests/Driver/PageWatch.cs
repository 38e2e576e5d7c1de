using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace LdnEvidence.Browser.Tests.Driver;

/// <summary>
/// Notes what a browser finds fault with while pages are open: errors and warnings on the console, exceptions that no script caught, requests to another
/// host, answers of 5xx.
/// </summary>
public sealed class PageWatch
{
    private readonly ConcurrentQueue<string> _faults = [];
    private readonly List<string> _expected = [];

    public PageWatch(IBrowserContext context, Uri service)
    {
        context.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _faults.Enqueue($"console {message.Type}: {message.Text} ({message.Location})");
            }
        };
        context.WebError += (_, exception) => _faults.Enqueue($"exception: {exception.Error}");
        context.Request += (_, request) =>
        {
            if (IsForeign(new Uri(request.Url), service))
            {
                _faults.Enqueue($"request to another host: {request.Method} {request.Url}");
            }
        };
        context.Response += (_, response) =>
        {
            if (response.Status >= 500)
            {
                _faults.Enqueue($"answer {response.Status}: {response.Url}");
            }
        };
    }

    /// <summary>
    /// Says before it comes that a fault belongs to the story, such as the console's "404" on a page that does not exist. One that is said and does not
    /// come is a fault too.
    /// </summary>
    public void Expect(string text) => _expected.Add(text);

    public void ShouldHaveSeenNoFault(string hint)
    {
        var faults = _faults.ToList();
        foreach (var text in _expected)
        {
            var index = faults.FindIndex(fault => fault.Contains(text, StringComparison.Ordinal));
            if (index < 0)
            {
                faults.Add($"expected, and not seen: {text}");
            }
            else
            {
                faults.RemoveAt(index);
            }
        }

        faults.ShouldBeEmpty(hint);
    }

    /// <summary>What a page carries in itself (data:, blob:, about:) is asked of nobody.</summary>
    private static bool IsForeign(Uri asked, Uri service) =>
        asked.Scheme is not ("data" or "blob" or "about") && asked.Authority != service.Authority;
}
