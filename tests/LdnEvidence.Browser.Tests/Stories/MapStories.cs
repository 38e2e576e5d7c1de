using System.Text.RegularExpressions;
using LdnEvidence.Browser.Tests.Driver;
using LdnEvidence.Browser.Tests.Pages;
using static Microsoft.Playwright.Assertions;

namespace LdnEvidence.Browser.Tests.Stories;

public sealed partial class MapStories(Chromium chromium, ListeningCatalogue catalogue) : Story(chromium, catalogue)
{
    [Fact]
    public async Task A_clinician_finds_Crohns_on_the_map_and_follows_a_claim_to_its_source_and_back()
    {
        var map = await MapPage.Open(Page);
        var crohn = await map.OpenCondition("Crohn's disease");
        await Expect(crohn.Claims).ToHaveCountAsync(4);

        var claim = await crohn.OpenClaim("self-reported pain");
        await Expect(claim.Trace).ToContainTextAsync("Counts:");
        await Expect(claim.Trace).ToContainTextAsync("Pilot trial");
        await Expect(claim.Fidelity).ToContainTextAsync("Source supports part of it");

        var study = await claim.OpenSource("Low-dose naltrexone therapy improves active Crohn's disease");
        await Expect(study.Heading).ToHaveTextAsync("Low-dose naltrexone therapy improves active Crohn's disease");

        await Page.GoBackAsync();
        await Page.GoBackAsync();
        await Page.GoBackAsync();
        await Expect(map.Rows.First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_reader_filters_to_contradicted_claims_and_finds_HIV()
    {
        var map = await MapPage.Open(Page);
        await map.Check("Source says the opposite");

        await Expect(map.Rows).ToHaveTextAsync(["AIDS", "HIV infection", "No condition named"]);
        await Expect(Page).ToHaveURLAsync(ContradictedOnly);
        await Expect(map.Clear).ToBeVisibleAsync();

        var claims = await map.OpenMark("HIV infection", "immune system");
        await Expect(claims.Claims).ToHaveCountAsync(1);
        await Expect(claims.Claims).ToContainTextAsync("reports the opposite");

        await Page.GoBackAsync();
        await Expect(map.Rows).ToHaveCountAsync(3);
        await map.Clear.ClickAsync();
        await Expect(map.Rows).ToHaveCountAsync(25);
    }

    [Fact]
    public async Task Going_back_takes_a_filter_back()
    {
        var map = await MapPage.Open(Page);
        await Expect(map.Rows).ToHaveCountAsync(25);
        await map.Check("Case series");
        await Expect(map.Rows).Not.ToHaveCountAsync(25);

        await Page.GoBackAsync();
        await Expect(map.Rows).ToHaveCountAsync(25);
        await Expect(map.Clear).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Arrow_keys_move_from_mark_to_mark()
    {
        var map = await MapPage.Open(Page);
        await map.Mark("Crohn's disease", "digestive tract").FocusAsync();

        await Page.Keyboard.PressAsync("ArrowRight");
        await Expect(map.Mark("Crohn's disease", "pain, fatigue, general")).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("ArrowDown");
        await Expect(map.Mark("Fibromyalgia", "pain, fatigue, general")).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page).ToHaveURLAsync(Fibromyalgia);
    }

    [GeneratedRegex(@"/\?fidelity=contradicted$")]
    private static partial Regex ContradictedOnly { get; }

    [GeneratedRegex("/search\\?condition=fibromyalgia&domain=general")]
    private static partial Regex Fibromyalgia { get; }
}
