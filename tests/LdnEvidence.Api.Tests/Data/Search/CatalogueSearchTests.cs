using System.Text.Json.Nodes;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Data.Search;

/// <summary>What is found, in which order, in which release.</summary>
public sealed class CatalogueSearchTests
{
    [Theory]
    [InlineData("naltrexone", "about-hiv", "about-pain")]
    [InlineData("NALTREXONE Pain", "about-pain")]
    [InlineData("\"severe burning pain\"", "about-pain")]
    [InlineData("\"burning severe pain\"")]
    [InlineData("burn*", "about-pain")]
    [InlineData("\"severe burn\"*", "about-pain")]
    [InlineData("burn")]
    [InlineData("cafe", "about-hiv")]
    [InlineData("café", "about-hiv")]
    [InlineData("cafe\u0301", "about-hiv")]
    [InlineData("cd4-count", "about-hiv")]
    [InlineData("\"cd4 count\"", "about-hiv")]
    [InlineData("count-cd4")]
    public async Task Words_phrases_and_beginnings_are_found_whatever_their_case_and_accents(
        string query,
        params string[] ids
    )
    {
        using var seed = SeedFiles.Minimal();
        Claim(seed, "about-pain", "LDN (naltrexone) eases severe, burning pain.");
        Claim(seed, "about-hiv", "Naltrexone raises the CD4 count, says a Café owner.");
        using var catalogue = await SearchedCatalogue.On(seed);

        (await catalogue.Find(Collection.Claims, query)).ShouldBe(ids);
    }

    [Theory]
    [InlineData("HIV")]
    [InlineData("\"human immunodeficiency virus\"")]
    [InlineData("LDN \"virus infection\"")]
    public async Task A_claim_is_found_by_the_names_and_synonyms_of_its_conditions(string query)
    {
        using var seed = SeedFiles.Minimal();
        seed.Conditions.Add(Condition("hiv-infection", "HIV infection", "human immunodeficiency virus infection"));
        seed.Claims.Add(Given.AClaim("on-it", conditions: ["hiv-infection"]));
        using var catalogue = await SearchedCatalogue.On(seed);

        (await catalogue.Find(Collection.Claims, query)).ShouldBe(["on-it"]);
    }

    [Theory]
    [InlineData("HIV", "hiv-infection")]
    [InlineData("AIDS", "aids")]
    [InlineData("oesophageal", "oesophageal-cancer")]
    [InlineData("esophageal cancer", "oesophageal-cancer")]
    [InlineData("crohn's disease", "crohns-disease")]
    [InlineData("crohns disease", "crohns-disease")]
    [InlineData("\"crohn disease\"", "crohns-disease")]
    [InlineData("K50", "crohns-disease")]
    [InlineData("K50.90", "crohns-disease")]
    [InlineData("MONDO:0005011", "crohns-disease")]
    public async Task The_shipped_conditions_are_found_by_what_people_call_them(string query, string id)
    {
        using var seed = SeedFiles.Shipped();
        using var catalogue = await SearchedCatalogue.On(seed);

        (await catalogue.Find(Collection.Conditions, query)).ShouldBe([id]);
        (await catalogue.Find(Collection.Claims, "hiv")).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("outcomeword")]
    [InlineData("mechanismword")]
    [InlineData("titleword")]
    [InlineData("authorword")]
    [InlineData("noteword")]
    [InlineData("correctionword")]
    public async Task A_claim_is_found_by_outcome_mechanism_citation_and_correction(string query)
    {
        using var seed = SeedFiles.Minimal();
        seed.Outcomes.Add(With(Given.AnOutcome("an-outcome"), "name", "An outcomeword"));
        seed.Mechanisms.Add(With(Given.AMechanism("a-mechanism"), "name", "A mechanismword"));
        var study = With(Given.AStudy("a-2020"), "title", "A titleword");
        study["authors"]![0]!["family"] = "Authorword";
        seed.Studies.Add(study);
        var citation = With(Given.ACitation("a-2020"), "note", "A noteword.");
        var claim = Given.AClaim("wanted", mechanisms: ["a-mechanism"], outcome: "an-outcome", citations: [citation]);
        seed.Claims.Add(With(claim, "correction", "A correctionword."));
        using var catalogue = await SearchedCatalogue.On(seed);

        (await catalogue.Find(Collection.Claims, query)).ShouldBe(["wanted"]);
    }

    [Theory]
    [InlineData("titleword")]
    [InlineData("authorword")]
    [InlineData("journalword")]
    [InlineData("populationword")]
    [InlineData("resultword")]
    [InlineData("printedword")]
    [InlineData("firstword lastword")]
    [InlineData("wanted-2020")]
    [InlineData("\"crossover trial\"")]
    [InlineData("10.1000/ABC.5")]
    [InlineData("12345678")]
    public async Task A_study_is_found_by_its_record(string query)
    {
        using var seed = SeedFiles.Minimal();
        var study = Given.AStudy("wanted-2020", design: "randomized-crossover-trial");
        study["title"] = "A titleword";
        study["authors"]![0]!["family"] = "Authorword";
        study["journal"] = "The Journalword";
        study["population"] = "Populationword adults";
        study["result"] = "A resultword.";
        study["doi"] = "10.1000/abc.5";
        study["pmid"] = "12345678";
        study["printedCitation"]!["title"] = "A printedword";
        study["primaryOutcomes"] = new JsonArray("firstword", "lastword");
        seed.Studies.Add(study);
        seed.Claims.Add(Given.AClaim("cites-it", citations: [Given.ACitation("wanted-2020")]));
        using var catalogue = await SearchedCatalogue.On(seed);

        (await catalogue.Find(Collection.Studies, query)).ShouldBe(["wanted-2020"]);
    }

    [Theory]
    [InlineData("tumour", "tumor")]
    [InlineData("oedema", "edema")]
    [InlineData("œdema", "edema")]
    [InlineData("haemoglobin", "hemoglobin")]
    [InlineData("hæmoglobin", "haemoglobin")]
    [InlineData("anaemia", "anemia")]
    [InlineData("leukaemias", "leukemias")]
    [InlineData("paediatric", "pediatric")]
    [InlineData("gynaecology", "gynecology")]
    [InlineData("diarrhoea", "diarrhea")]
    [InlineData("foetus", "fetus")]
    [InlineData("aetiology", "etiology")]
    [InlineData("anaesthetise", "anesthetize")]
    [InlineData("randomised", "randomized")]
    [InlineData("immunisation", "immunization")]
    [InlineData("analyse", "analyze")]
    [InlineData("sulphate", "sulfate")]
    [InlineData("fibre", "fiber")]
    [InlineData("multicentre", "multicenter")]
    [InlineData("behavioural", "behavioral")]
    [InlineData("Sjøgren", "sjogren's")]
    [InlineData("Weiß", "weiss")]
    public async Task Either_spelling_finds_the_other(string one, string other)
    {
        using var seed = SeedFiles.Minimal();
        Claim(seed, "one", $"A word: {one}.");
        Claim(seed, "other", $"A word: {other}.");
        Claim(seed, "third", "A word of another kind.");
        using var catalogue = await SearchedCatalogue.On(seed);

        (await catalogue.Find(Collection.Claims, one)).ShouldBe(["one", "other"]);
        (await catalogue.Find(Collection.Claims, other)).ShouldBe(["one", "other"]);
    }

    [Theory]
    [InlineData("leukaem*", "leukemia")]
    [InlineData("leukem*", "leukaemia")]
    [InlineData("randomis*", "randomization")]
    [InlineData("non-steroidal", "nonsteroidal")]
    [InlineData("\"non-steroidal drugs\"", "nonsteroidal drugs")]
    [InlineData("\"tumour necrosis factor\"", "tumor necrosis factor")]
    [InlineData("\"tumor necrosis factor\"", "tumour necrosis factor")]
    [InlineData("\"anaemia or oedema in children\"", "anemia or edema in children")]
    [InlineData("\"anaemia or oedema in children\"", "anemia or oedema in children")]
    [InlineData("\"Parkinson's disease\"", "Parkinson disease")]
    [InlineData("\"Parkinson's disease\"", "Parkinsons disease")]
    [InlineData("\"Parkinson's disease\"", "Parkinson’s disease")]
    public async Task Beginnings_and_phrases_are_found_in_other_spellings_too(string query, string text)
    {
        using var seed = SeedFiles.Minimal();
        Claim(seed, "wanted", $"A word: {text}.");
        Claim(seed, "other", "A word: tumour, factor, anaemia, oedema, children, drugs, disease.");
        using var catalogue = await SearchedCatalogue.On(seed);

        (await catalogue.Find(Collection.Claims, query)).ShouldBe(["wanted"]);
    }

    [Fact]
    public async Task No_phrase_is_found_across_two_synonyms()
    {
        using var seed = SeedFiles.Minimal();
        seed.Conditions.Add(Condition("a-condition", "Alpha", "Beta", "Gamma"));
        seed.Claims.Add(Given.AClaim("on-it", conditions: ["a-condition"]));
        using var catalogue = await SearchedCatalogue.On(seed);

        (await catalogue.Find(Collection.Conditions, "beta gamma")).ShouldBe(["a-condition"]);
        (await catalogue.Find(Collection.Conditions, "\"beta gamma\"")).ShouldBeEmpty();
        (await catalogue.Find(Collection.Claims, "\"alpha beta\"")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Matches_come_in_the_default_order_and_all_of_them()
    {
        using var seed = SeedFiles.Minimal();
        for (var number = 0; number < 300; number++)
        {
            seed.Claims.Add(Given.AClaim($"claim-{number:D3}"));
        }

        using var catalogue = await SearchedCatalogue.On(seed);

        // The claim of the seed has a trial and comes first; it does not say "claim".
        catalogue.Positions(Collection.Claims, "claim").ShouldBe([1, .. Enumerable.Range(2, 300)]);
        catalogue.Positions(Collection.Claims, "007").ShouldBe([9]);
    }

    [Fact]
    public async Task A_collection_is_searched_by_itself()
    {
        using var seed = SeedFiles.Minimal();
        using var catalogue = await SearchedCatalogue.On(seed);

        (await catalogue.Find(Collection.Conditions, "test disease")).ShouldBe(["test-disease"]);
        (await catalogue.Find(Collection.Mechanisms, "mechanism said")).ShouldBe(["test-mechanism"]);
        (await catalogue.Find(Collection.Outcomes, "test-outcome")).ShouldBe(["test-outcome"]);
        (await catalogue.Find(Collection.Studies, "tester")).ShouldBe(["tester-2020"]);
        (await catalogue.Find(Collection.Outcomes, "mechanism")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_best_match_comes_first_when_matches_are_ranked()
    {
        using var seed = SeedFiles.Minimal();
        seed.Conditions.Add(Condition("a-condition", "Neuropathy"));
        Claim(
            seed,
            "a-long-one",
            "LDN is said to do many things of which easing neuropathy is only one among several."
        );
        Claim(seed, "b-short-one", "Neuropathy: neuropathy is eased.");
        seed.Claims.Add(Given.AClaim("c-by-condition", conditions: ["a-condition"]));
        Claim(seed, "d-another", "LDN does nothing.");
        using var catalogue = await SearchedCatalogue.On(seed);

        (await catalogue.Find(Collection.Claims, "neuropathy")).ShouldBe([
            "a-long-one",
            "b-short-one",
            "c-by-condition",
        ]);
        (await catalogue.Rank(Collection.Claims, "neuropathy")).ShouldBe([
            "b-short-one",
            "a-long-one",
            "c-by-condition",
        ]);
    }

    [Fact]
    public async Task A_release_keeps_what_is_found_in_it_and_how_it_is_ranked()
    {
        using var seed = SeedFiles.Minimal();
        Claim(seed, "old", "LDN eases itching.");
        using var catalogue = await SearchedCatalogue.On(seed);
        var before = (
            await catalogue.Find(Collection.Claims, "itching"),
            await catalogue.Rank(Collection.Claims, "ldn")
        );
        Claim(seed, "a-new-one", "LDN eases itching and sneezing.");

        var next = await catalogue.Publish();

        next.ShouldBe(2);
        (await catalogue.Find(Collection.Claims, "itching", next)).ShouldBe(["a-new-one", "old"]);
        (await catalogue.Find(Collection.Claims, "itching")).ShouldBe(before.Item1);
        (await catalogue.Rank(Collection.Claims, "ldn")).ShouldBe(before.Item2);
        (await catalogue.Find(Collection.Claims, "sneezing")).ShouldBeEmpty();
        (await catalogue.Build(next)).ShouldBeTrue("it was built");
    }

    private static void Claim(SeedFiles seed, string id, string statement) =>
        seed.Claims.Add(With(Given.AClaim(id), "statement", statement));

    private static JsonObject Condition(string id, string name, params string[] synonyms)
    {
        var condition = With(Given.ACondition(id), "name", name);
        condition["synonyms"] = new JsonArray([.. synonyms.Select(synonym => (JsonNode)synonym)]);
        return condition;
    }

    private static JsonObject With(JsonObject record, string member, string value)
    {
        record[member] = value;
        return record;
    }
}
