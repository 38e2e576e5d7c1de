using LdnEvidence.Browser.Tests.Driver;
using LdnEvidence.Browser.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LdnEvidence.Browser.Tests.Stories;

public sealed class SearchStories(Chromium chromium, ListeningCatalogue catalogue) : Story(chromium, catalogue)
{
    [Fact]
    public async Task A_reader_searches_with_the_keyboard_alone()
    {
        await MapPage.Open(Page);
        await Page.Keyboard.PressAsync("Tab");
        await Expect(Focused).ToHaveTextAsync("Skip to the content");

        var box = Page.GetByRole(AriaRole.Searchbox, new PageGetByRoleOptions { Name = "Search the catalogue" });
        for (var step = 0; step < 15 && !await IsFocused(box); step++)
        {
            await Page.Keyboard.PressAsync("Tab");
        }

        await Expect(box).ToBeFocusedAsync();
        await Page.Keyboard.TypeAsync("fibromyalgia");
        await Page.Keyboard.PressAsync("Enter");

        var search = new SearchPage(Page);
        await Expect(search.Heading).ToHaveTextAsync("Claims with “fibromyalgia”");
        var claim = search.Claims.First.GetByRole(AriaRole.Heading).GetByRole(AriaRole.Link);
        for (var step = 0; step < 80 && !await IsFocused(claim); step++)
        {
            await Page.Keyboard.PressAsync("Tab");
        }

        await Expect(claim).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Expect(new RecordPage(Page).Trace).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_reader_narrows_a_search_down_and_takes_it_back()
    {
        await Page.GotoAsync("/search?q=cancer");
        var search = new SearchPage(Page);
        var all = await search.Count.InnerTextAsync();

        await search.NarrowTo("How it is used");
        await Expect(search.Count).Not.ToHaveTextAsync(all);
        await Expect(search.Filters).ToHaveCountAsync(1);
        await search.Filters.ClickAsync();
        await Expect(search.Count).ToHaveTextAsync(all);
    }

    [Fact]
    public async Task Who_mistypes_an_address_is_led_on()
    {
        Watch.Expect("404");
        var missing = await RecordPage.Open(Page, "/conditions/crohn");
        await Expect(missing.Heading).ToHaveTextAsync("There is no such condition");

        await Page.GetByRole(AriaRole.Main)
            .GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Search" })
            .ClickAsync();
        await Expect(new SearchPage(Page).Heading).ToHaveTextAsync("Claims with “crohn”");
    }

    private ILocator Focused => Page.Locator(":focus");

    private static Task<bool> IsFocused(ILocator element) =>
        element.EvaluateAsync<bool>("element => element === document.activeElement");
}
