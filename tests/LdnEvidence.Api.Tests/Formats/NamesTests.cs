using System.Text.Json.Nodes;
using CsCheck;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Domain;

namespace LdnEvidence.Api.Tests.Formats;

/// <summary>Any list of authors comes back from every format as it was written.</summary>
public sealed class NamesTests
{
    [Fact]
    public void Names_come_back_from_bibtex() =>
        Names.List.Sample(authors =>
        {
            var read = BibTexNames.Of(Written.One("bibtex", By(authors)));

            read.Select(name =>
                    (
                        string.Join(' ', new[] { name.Particle, name.Family }.Where(part => part.Length > 0)),
                        name.Given,
                        name.Suffix
                    )
                )
                .ShouldBe(authors.Select(author => (Whole(author), Given(author), author.Suffix)));
            read.Where(name =>
                    name.Particle.Split(' ')
                        .Any(word => word.FirstOrDefault(char.IsLetter) is var first && char.IsUpper(first))
                )
                .ShouldBeEmpty("a family name is no particle");
        });

    [Fact]
    public void Names_come_back_from_ris() =>
        Names.List.Sample(authors =>
            Written
                .One("ris", By(authors))
                .Split("\r\n")
                .Where(line => line.StartsWith("AU  - ", StringComparison.Ordinal))
                .Select(line => line["AU  - ".Length..].Split(", "))
                .Select(parts => (parts[0], parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2)))
                .ShouldBe(
                    authors.Select(author =>
                        (Whole(author).Replace(", ", "，", StringComparison.Ordinal), Given(author), author.Suffix)
                    )
                )
        );

    [Fact]
    public void Names_come_back_from_csl_json() =>
        Names.List.Sample(authors =>
            JsonNode.Parse(Written.One("csl-json", By(authors)))![0]!["author"]!
                .AsArray()
                .Select(name =>
                    (
                        (string?)name!["family"],
                        (string?)name["given"],
                        (string?)name["suffix"],
                        (string?)name["literal"]
                    )
                )
                .ShouldBe(authors.Select(author => (author.Family, Given(author), author.Suffix, author.Literal)))
        );

    [Fact]
    public void Names_come_back_from_csv() =>
        Names.List.Sample(authors =>
            StrictCsv
                .Entries(StrictCsv.Records(Written.List("csv", By(authors))).Single()["authors"])
                .ShouldBe(authors.Select(Cited))
        );

    [Fact]
    public void Names_come_back_from_json_ld() =>
        Names.List.Sample(authors =>
        {
            var nodes = JsonNode.Parse(Written.One("jsonld", By(authors)))!["author"]!.AsArray();
            nodes
                .Select(node =>
                    ((string)node!["@type"]!, (string?)node["familyName"], (string?)node["honorificSuffix"])
                )
                .ShouldBe(
                    authors.Select(author =>
                        (author.Literal is null ? "Person" : "Organization", author.Family, author.Suffix)
                    )
                );
            nodes
                .Zip(authors)
                .ShouldAllBe(pair =>
                    ((string)pair.First!["name"]!).Contains(Whole(pair.Second), StringComparison.Ordinal)
                );
        });

    [Theory]
    [InlineData("小明", "王小明")]
    [InlineData("Xiaoming", "Xiaoming 王")]
    public void A_chinese_name_begins_with_the_family(string given, string whole)
    {
        var node = JsonNode.Parse(Written.One("jsonld", By(new Author("王", "X", given))))!;

        ((string?)node["author"]![0]!["name"]).ShouldBe(whole);
    }

    [Theory]
    [InlineData("JP", "J. P.")]
    [InlineData("J-M", "J.-M.")]
    [InlineData("Ç-É", "Ç.-É.")]
    [InlineData("YuA", "Yu. A.")]
    [InlineData("J\u030CA", "J\u030C. A.")]
    [InlineData("𐐀𐐁", "𐐀. 𐐁.")]
    [InlineData("小明", "小明")]
    [InlineData("م", "م")]
    public void Initials_stand_for_given_names_that_were_not_seen(string initials, string given) =>
        Written.One("ris", By(new Author("Tester", initials))).ShouldContain($"AU  - Tester, {given}\r\n");

    private static StudyResponse By(params Author[] authors) => ARecord.Study() with { Authors = authors };

    private static string Whole(Author author) => author.Literal ?? author.Family!;

    /// <summary>Initials with points, written out for those that are generated.</summary>
    private static string? Given(Author author) =>
        author.Given
        ?? author.Initials switch
        {
            "JP" => "J. P.",
            "J-M" => "J.-M.",
            "Ç-É" => "Ç.-É.",
            "ЙИ" => "Й. И.",
            null or "小明" or "م" => author.Initials,
            var one => $"{one}.",
        };

    private static string Cited(Author author) =>
        (author.Literal ?? $"{author.Family} {author.Initials?.Replace("-", "", StringComparison.Ordinal)}".TrimEnd())
        + author.Suffix switch
        {
            null => "",
            "III" => " 3rd",
            var suffix => $" {suffix}",
        };
}
