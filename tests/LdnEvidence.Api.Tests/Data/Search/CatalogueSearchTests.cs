using System.Text.Json.Nodes;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Sqlite;
using LdnEvidence.Api.Tests.Support;
using Microsoft.Extensions.Options;

namespace LdnEvidence.Api.Tests.Data.Search;

/// <summary>What is found, in which order, in which release.</summary>
public sealed class CatalogueSearchTests
{
    [Fact]
    public async Task Words_phrases_and_beginnings_are_found_whatever_their_case_and_accents()
    {
        (string Query, string[] Ids)[] examples =
        [
            ("naltrexone", ["about-hiv", "about-pain"]),
            ("NALTREXONE Pain", ["about-pain"]),
            ("\"severe burning pain\"", ["about-pain"]),
            ("\"burning severe pain\"", []),
            ("burn*", ["about-pain"]),
            ("\"severe burn\"*", ["about-pain"]),
            ("burn", []),
            ("cafe", ["about-hiv"]),
            ("café", ["about-hiv"]),
            ("cafe\u0301", ["about-hiv"]),
            ("cd4-count", ["about-hiv"]),
            ("\"cd4 count\"", ["about-hiv"]),
            ("count-cd4", []),
        ];
        using var seed = SeedFiles.Minimal();
        Claim(seed, "about-pain", "LDN (naltrexone) eases severe, burning pain.");
        Claim(seed, "about-hiv", "Naltrexone is said by a Café owner to raise the CD4 count.");
        using var catalogue = await SearchedCatalogue.On(seed);

        foreach (var (query, ids) in examples)
        {
            (await catalogue.Find(Collection.Claims, query)).ShouldBe(ids, query);
        }
    }

    [Fact]
    public async Task A_claim_is_found_by_the_names_and_synonyms_of_its_conditions()
    {
        string[] queries = ["HIV", "\"human immunodeficiency virus\"", "LDN \"virus infection\""];
        using var seed = SeedFiles.Minimal();
        seed.Conditions.Add(Condition("hiv-infection", "HIV infection", "human immunodeficiency virus infection"));
        seed.Claims.Add(Given.AClaim("on-it", conditions: ["hiv-infection"]));
        using var catalogue = await SearchedCatalogue.On(seed);

        foreach (var query in queries)
        {
            (await catalogue.Find(Collection.Claims, query)).ShouldBe(["on-it"], query);
        }
    }

    [Fact]
    public async Task The_shipped_conditions_are_found_by_what_people_call_them()
    {
        (string Query, string Id)[] examples =
        [
            ("HIV", "hiv-infection"),
            ("AIDS", "aids"),
            ("oesophageal", "oesophageal-cancer"),
            ("esophageal cancer", "oesophageal-cancer"),
            ("crohn's disease", "crohns-disease"),
            ("crohns disease", "crohns-disease"),
            ("\"crohn disease\"", "crohns-disease"),
            ("K50", "crohns-disease"),
            ("K50.90", "crohns-disease"),
            ("MONDO:0005011", "crohns-disease"),
        ];
        using var seed = SeedFiles.Shipped();
        using var catalogue = await SearchedCatalogue.On(seed);

        foreach (var (query, id) in examples)
        {
            (await catalogue.Find(Collection.Conditions, query)).ShouldBe([id], query);
        }

        (await catalogue.Find(Collection.Claims, "hiv")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_claim_is_found_by_outcome_mechanism_citation_and_correction()
    {
        string[] queries = ["outcomeword", "mechanismword", "titleword", "authorword", "noteword", "correctionword"];
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

        foreach (var query in queries)
        {
            (await catalogue.Find(Collection.Claims, query)).ShouldBe(["wanted"], query);
        }
    }

    [Fact]
    public async Task A_study_is_found_by_its_record()
    {
        string[] queries =
        [
            "titleword",
            "authorword",
            "journalword",
            "populationword",
            "resultword",
            "printedword",
            "firstword lastword",
            "wanted-2020",
            "\"crossover trial\"",
            "10.1000/ABC.5",
            "12345678",
        ];
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

        foreach (var query in queries)
        {
            (await catalogue.Find(Collection.Studies, query)).ShouldBe(["wanted-2020"], query);
        }
    }

    [Fact]
    public async Task Either_spelling_finds_the_other()
    {
        (string One, string Other)[] examples =
        [
            ("tumour", "tumor"),
            ("oedema", "edema"),
            ("œstrogen", "estrogen"),
            ("haemoglobin", "hemoglobin"),
            ("hæmatology", "haematology"),
            ("anaemia", "anemia"),
            ("leukaemias", "leukemias"),
            ("paediatric", "pediatric"),
            ("gynaecology", "gynecology"),
            ("diarrhoea", "diarrhea"),
            ("foetus", "fetus"),
            ("aetiology", "etiology"),
            ("anaesthetise", "anesthetize"),
            ("randomised", "randomized"),
            ("immunisation", "immunization"),
            ("analyse", "analyze"),
            ("sulphate", "sulfate"),
            ("fibre", "fiber"),
            ("multicentre", "multicenter"),
            ("behavioural", "behavioral"),
            ("Sjøgren", "sjogren's"),
            ("Weiß", "weiss"),
        ];
        using var seed = SeedFiles.Minimal();
        foreach (var (one, other) in examples)
        {
            Claim(seed, Id(one, other) + "-1", $"A word: {one}.");
            Claim(seed, Id(one, other) + "-2", $"A word: {other}.");
        }

        using var catalogue = await SearchedCatalogue.On(seed);

        foreach (var (one, other) in examples)
        {
            string[] both = [Id(one, other) + "-1", Id(one, other) + "-2"];
            (await catalogue.Find(Collection.Claims, one)).ShouldBe(both, one);
            (await catalogue.Find(Collection.Claims, other)).ShouldBe(both, other);
        }

        static string Id(string one, string other) =>
            string.Concat($"{one}-{other}".Where(letter => char.IsAsciiLetterLower(letter) || letter == '-'));
    }

    [Fact]
    public async Task Beginnings_and_phrases_are_found_in_other_spellings_too()
    {
        (string Query, string Text)[] examples =
        [
            ("leukaem*", "leukemia"),
            ("leukem*", "leukaemia"),
            ("randomis*", "randomization"),
            ("non-steroidal", "nonsteroidal"),
            ("\"non-steroidal drugs\"", "nonsteroidal drugs"),
            ("\"tumour necrosis factor\"", "tumor necrosis factor"),
            ("\"tumor necrosis factor\"", "tumour necrosis factor"),
            ("\"anaemia or oedema in children\"", "anemia or edema in children"),
            ("\"anaemia or oedema in children\"", "anemia or oedema in children"),
            ("\"Parkinson's disease\"", "Parkinson disease"),
            ("\"Parkinson's disease\"", "Parkinsons disease"),
            ("\"Parkinson's disease\"", "Parkinson’s disease"),
        ];
        using var seed = SeedFiles.Minimal();
        for (var number = 0; number < examples.Length; number++)
        {
            Claim(seed, $"claim-{number}", $"Number{number}: {examples[number].Text}.");
        }

        Claim(seed, "other", "Factor, tumour, children, oedema, anaemia, drugs, disease, non-drugs.");
        using var catalogue = await SearchedCatalogue.On(seed);

        for (var number = 0; number < examples.Length; number++)
        {
            var query = examples[number].Query;
            (await catalogue.Find(Collection.Claims, $"number{number} {query}")).ShouldBe([$"claim-{number}"], query);
            (await catalogue.Find(Collection.Claims, query)).ShouldNotContain("other", query);
        }
    }

    [Fact]
    public async Task Words_that_only_look_alike_are_not_one()
    {
        (string Query, string Text)[] examples =
        [
            ("viru", "A virus."),
            ("analysi", "An analysis."),
            ("diabete", "Diabetes."),
            ("aid", "AIDS."),
            ("serie", "A series."),
            ("new", "The news."),
            ("inactive", "In active disease."),
            ("managed", "A man aged 40."),
            ("often", "Of ten people."),
            ("15", "1-5 people."),
            ("105", "10 5 people."),
            ("45", "4.5 mg."),
            ("4.5", "A list of 4,5 and 6."),
            ("th", "The 5th day."),
            ("art", "The heart."),
            ("ms", "The CMS."),
        ];
        using var seed = SeedFiles.Minimal();
        for (var number = 0; number < examples.Length; number++)
        {
            Claim(seed, $"claim-{number}", examples[number].Text);
        }

        using var catalogue = await SearchedCatalogue.On(seed);

        for (var number = 0; number < examples.Length; number++)
        {
            var query = examples[number].Query;
            (await catalogue.Find(Collection.Claims, query)).ShouldNotContain($"claim-{number}", query);
        }
    }

    [Fact]
    public async Task Plurals_that_follow_no_rule_are_found_by_their_singular()
    {
        (string One, string Many)[] examples =
        [
            ("diagnosis", "diagnoses"),
            ("metastasis", "metastases"),
            ("woman", "women"),
            ("mouse", "mice"),
            ("criterion", "criteria"),
            ("virus", "viruses"),
            ("cause", "causes"),
            ("calorie", "calories"),
            ("headache", "headaches"),
            ("class", "classes"),
        ];
        using var seed = SeedFiles.Minimal();
        foreach (var (one, many) in examples)
        {
            Claim(seed, $"{one}-1", $"Of a {one}.");
            Claim(seed, $"{one}-2", $"Of {many}.");
        }

        using var catalogue = await SearchedCatalogue.On(seed);

        foreach (var (one, many) in examples)
        {
            foreach (var query in new[] { one, many, many.ToUpperInvariant(), $"{one[..^1]}*" })
            {
                (await catalogue.Find(Collection.Claims, query)).ShouldContain($"{one}-1", query);
            }

            (await catalogue.Find(Collection.Claims, one)).ShouldBe([$"{one}-1", $"{one}-2"], one);
            (await catalogue.Find(Collection.Claims, many)).ShouldBe([$"{one}-1", $"{one}-2"], many);
            (await catalogue.Find(Collection.Claims, $"{many}*")).ShouldContain($"{one}-2", many);
        }
    }

    [Fact]
    public async Task Every_beginning_of_a_word_as_it_is_written_finds_it()
    {
        string[] words =
        [
            "leukaemias",
            "studies",
            "oesophagus",
            "randomisation",
            "analysed",
            "tumours",
            "headaches",
            "programmes",
            "catalogue",
            "litres",
            "diarrhoea",
            "metastases",
            "viruses",
            "children",
            "anaesthetised",
            "haemoglobin",
            "behavioural",
            "sulphates",
        ];
        using var seed = SeedFiles.Minimal();
        foreach (var word in words)
        {
            Claim(seed, $"about-{word}", $"About {word}.");
        }

        using var catalogue = await SearchedCatalogue.On(seed);

        foreach (var word in words)
        {
            for (var length = 2; length <= word.Length; length++)
            {
                var query = $"{word[..length]}*";
                (await catalogue.Find(Collection.Claims, query)).ShouldContain($"about-{word}", query);
            }
        }
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
    public async Task Of_a_very_common_word_only_the_first_matches_are_ranked()
    {
        using var seed = SeedFiles.Minimal();
        Claim(seed, "a", "Itching and a lot of other things that LDN is said to do.");
        Claim(seed, "b", "Itching, itching.");
        Claim(seed, "c", "Itching and more things that LDN is said to do.");
        Claim(seed, "d", "Itching.");
        using var catalogue = await SearchedCatalogue.On(seed);
        using var search = new SqliteSearch(
            new SqliteFile(Options.Create(new CatalogueOptions { DatabasePath = catalogue.DatabaseFile }))
        )
        {
            RankedAtMost = 2,
        };
        var expected = catalogue.Positions(Collection.Claims, "itching");
        var positions = new List<int>();

        search.Rank(1, Collection.Claims, SearchedCatalogue.Parse("itching"), positions);

        positions.ShouldBe([expected[1], expected[0], expected[2], expected[3]]);
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
