using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using LdnEvidence.Api.Data.Publishing.Seed;
using LdnEvidence.Api.Tests.Formats;
using LdnEvidence.Api.Tests.Support;
using LdnEvidence.Domain;

namespace LdnEvidence.Api.Tests.Data;

/// <summary>What a curator may write of a study's authors and pages, and what is refused. The quick look and the validator agree on all of it.</summary>
public sealed class SeedStudyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"family": "Nowak", "initials": "Ł"}""")]
    [InlineData("""{"family": "Öztürk", "initials": "Ç-É"}""")]
    [InlineData("""{"family": "Юрьев", "initials": "Ю", "given": "Юрий"}""")]
    [InlineData("""{"family": "Yuryev", "initials": "Yu"}""")]
    [InlineData("""{"family": "王", "initials": "小明", "given": "小明"}""")]
    [InlineData("""{"family": "الخوري", "initials": "م"}""")]
    [InlineData("""{"family": "शर्मा", "initials": "श्री"}""")]
    [InlineData("""{"family": "𐐔𐐯𐑅", "initials": "𐐀"}""")]
    [InlineData("""{"family": "de la Cruz", "initials": "MA", "suffix": "Jr"}""")]
    [InlineData("""{"family": "O’Neil-D'Arcy", "initials": "A", "suffix": "III"}""")]
    [InlineData("""{"family": "Sukarno"}""")]
    [InlineData("""{"literal": "World Health Organization"}""")]
    [InlineData("""{"literal": "Ministry of Health, Labour and Welfare"}""")]
    public async Task A_name_of_any_script_is_sound(string author) =>
        (await Faults("authors", JsonNode.Parse($"[{author}]")!)).ShouldBeEmpty();

    [Theory]
    [InlineData("""{"family": "Nowak", "initials": "L."}""", "authors[0].initials: It is malformed.")]
    [InlineData("""{"family": "Nowak", "initials": "L M"}""", "authors[0].initials: It is malformed.")]
    [InlineData("""{"family": "Nowak", "initials": "-L"}""", "authors[0].initials: It is malformed.")]
    [InlineData("""{"family": "Nowak", "initials": "1"}""", "authors[0].initials: It is malformed.")]
    [InlineData("""{"family": "Nowak, Jan", "initials": "J"}""", "authors[0].family: It is malformed.")]
    [InlineData("""{"family": "Nowak", "initials": "J", "suffix": "Jr."}""", "authors[0].suffix: It is malformed.")]
    [InlineData("""{"family": "Nowak", "given": "Jan"}""", "authors[0]: It has none of the forms that are allowed.")]
    [InlineData("""{"family": "WHO", "literal": "WHO"}""", "authors[0]: It has none of the forms that are allowed.")]
    [InlineData("""{}""", "authors[0]: It has none of the forms that are allowed.")]
    [InlineData("\"World Health Organization\"", "authors[0]: It has none of the forms that are allowed.")]
    [InlineData("""{"literal": 1}""", "authors[0].literal: It must be a text.")]
    public async Task A_name_without_a_form_is_refused_with_what_would_be_right(string author, string told)
    {
        var faults = await Faults("authors", JsonNode.Parse($"[{author}]")!);

        faults.ShouldHaveSingleItem().ShouldStartWith($"studies.json > tester-2020 > {told}");
    }

    [Theory]
    [InlineData("145")]
    [InlineData("145-150")]
    [InlineData("CD013045")]
    [InlineData("bmj.k1270")]
    [InlineData("bmj-2022-070856")]
    [InlineData("110.e1-110.e5")]
    [InlineData("121-129, 131-142")]
    [InlineData("284-287; discussion 288-291")]
    [InlineData("xii-xv")]
    [InlineData("S12-S18")]
    [InlineData("١٢-١٥")]
    public async Task Pages_and_article_numbers_are_sound(string pages) =>
        (await Faults("pages", JsonValue.Create(pages))).ShouldBeEmpty();

    [Theory]
    [InlineData("145–150")]
    [InlineData("145 - 150")]
    [InlineData("145-")]
    [InlineData("pp. 145-150")]
    [InlineData("121-129,131-142")]
    [InlineData("121-129; 131-142")]
    [InlineData("121-129, ")]
    public async Task Pages_in_another_form_are_refused_with_what_would_be_right(string pages) =>
        (await Faults("pages", JsonValue.Create(pages)))
            .ShouldHaveSingleItem()
            .ShouldStartWith(
                "studies.json > tester-2020 > pages: It is malformed. First and last page in full, joined by a hyphen"
            );

    [Fact]
    public async Task Every_generated_name_is_sound()
    {
        var schema = await Schema();
        Names.List.Sample(authors => FaultsOf(schema, With("authors", Written(authors))).ShouldBeEmpty());
    }

    private static JsonArray Written(IEnumerable<Author> authors) =>
        [
            .. authors.Select(author =>
                (JsonNode)
                    new JsonObject(
                        new Dictionary<string, string?>
                        {
                            ["family"] = author.Family,
                            ["initials"] = author.Initials,
                            ["given"] = author.Given,
                            ["suffix"] = author.Suffix,
                            ["literal"] = author.Literal,
                        }
                            .Where(member => member.Value is not null)
                            .Select(member => KeyValuePair.Create(member.Key, (JsonNode?)member.Value))
                    )
            ),
        ];

    private static async Task<SeedSchema> Schema()
    {
        var schema = await SeedSchema.Load("studies", "studies", Cancellation);
        // The validator reads its schema when it is first needed; samples run side by side.
        await schema.Validate("studies.json", string.Empty, "{}", Cancellation);
        return schema;
    }

    private static async Task<List<string>> Faults(string member, JsonNode value) =>
        FaultsOf(await Schema(), With(member, value));

    private static JsonObject With(string member, JsonNode value)
    {
        var study = Given.AStudy("tester-2020");
        study[member] = value;
        return study;
    }

    private static List<string> FaultsOf(SeedSchema schema, JsonObject study)
    {
        var json = study.ToJsonString();
        var validation = schema.Validate("studies.json", "tester-2020", json, CancellationToken.None);
        validation.IsCompletedSuccessfully.ShouldBeTrue();
        List<string> faults = [.. validation.GetAwaiter().GetResult().Select(fault => fault.ToString())];
        using var record = JsonDocument.Parse(json);
        schema.IsSurelySound(record.RootElement).ShouldBe(faults.Count == 0, "the quick look and the validator agree");
        return faults;
    }
}
