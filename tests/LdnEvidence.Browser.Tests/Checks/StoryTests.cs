using LdnEvidence.Browser.Tests.Driver;
using Microsoft.Playwright;

namespace LdnEvidence.Browser.Tests.Checks;

/// <summary>A story on a page with a fault does not pass.</summary>
public sealed class StoryTests
{
    private readonly Chromium _chromium;
    private readonly ListeningCatalogue _catalogue;

    public StoryTests(Chromium chromium, ListeningCatalogue catalogue)
    {
        Chromium.SkipWhereMissing();
        (_chromium, _catalogue) = (chromium, catalogue);
    }

    [Fact]
    public Task A_page_without_fault_passes() => Told("<p>Nothing is wrong.</p>");

    [Theory]
    [InlineData("<script>console.error('Wrong.')</script>", "console error: Wrong.")]
    [InlineData("<script>console.warn('Odd.')</script>", "console warning: Odd.")]
    [InlineData("<script>throw new Error('Broken.')</script>", "exception: Error: Broken.")]
    [InlineData("<img src='http://elsewhere.test/a.png'>", "request to another host: GET http://elsewhere.test/a.png")]
    [InlineData("<img src='/broken'>", "answer 500: http://127.0.0.1:")]
    [InlineData("<img src='/api/v1/nothing'>", "the server responded with a status of 404")]
    public async Task A_fault_is_named(string html, string fault) =>
        (await Assert.ThrowsAsync<ShouldAssertException>(() => Told(html))).Message.ShouldContain(fault);

    [Fact]
    public Task A_fault_that_is_expected_passes() =>
        Told("<img src='/api/v1/nothing'>", "the server responded with a status of 404");

    [Fact]
    public async Task A_fault_that_is_expected_must_come() =>
        (
            await Assert.ThrowsAsync<ShouldAssertException>(() => Told("<p>Nothing is wrong.</p>", "404"))
        ).Message.ShouldContain("expected, and not seen: 404");

    [Fact]
    public async Task Its_end_is_kept_as_a_picture()
    {
        var picture = Path.Combine(
            AppContext.BaseDirectory,
            "pictures",
            $"Checks.StoryTests.{nameof(Its_end_is_kept_as_a_picture)}.png"
        );
        if (File.Exists(picture))
        {
            File.Delete(picture);
        }

        await Told("<p>Nothing is wrong.</p>");

        File.Exists(picture).ShouldBeTrue();
    }

    private async Task Told(string html, params string[] expected)
    {
        await using var story = new OnePage(_chromium, _catalogue);
        await story.InitializeAsync();
        await story.Show(html, expected);
    }

    /// <summary>A page that the service does not have.</summary>
    private sealed class OnePage(Chromium chromium, ListeningCatalogue catalogue) : Story(chromium, catalogue)
    {
        public async Task Show(string html, string[] expected)
        {
            Array.ForEach(expected, Watch.Expect);
            await Page.RouteAsync("**/page", route => Answer(route, 200, html));
            await Page.RouteAsync("**/broken", route => Answer(route, 500, string.Empty));
            await Page.RouteAsync("http://elsewhere.test/**", route => Answer(route, 200, string.Empty));
            await Page.GotoAsync("/page");
        }

        private static Task Answer(IRoute route, int status, string body) =>
            route.FulfillAsync(
                new RouteFulfillOptions
                {
                    Status = status,
                    ContentType = "text/html",
                    Body = body,
                }
            );
    }
}
