using System.Net;
using System.Text;
using CsCheck;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Features.Search;

/// <summary>Whatever stands in q, the answer is a 200 or a 400.</summary>
public sealed class HostileSearchTests(ShippedCatalogue catalogue) : IClassFixture<ShippedCatalogue>
{
    private static readonly string[] Lists = ["claims", "conditions", "mechanisms", "outcomes", "studies", "search"];

    private static readonly Gen<string> Parts = Gen.OneOf(
        Laws.OneOf(
            "\"",
            "*",
            "'",
            ";",
            "--",
            "(",
            ")",
            "^",
            ":",
            "-",
            "+",
            "NEAR(",
            " AND ",
            " OR ",
            " NOT ",
            "statement:",
            "{a b}",
            "pain",
            "pa*",
            "\"low dos*\"",
            "tumour",
            "ﬁ",
            "e\u0301",
            "\u200b",
            "\u202e",
            "\0",
            "😀",
            "İ",
            "ß",
            "漢字"
        ),
        Gen.String[0, 6]
    );

    private static readonly Gen<string> Texts = Parts.Array[0, 12].Select(string.Concat);

    [Fact]
    public void Any_text_is_a_search_or_a_problem() =>
        Gen.Select(Texts, Laws.OneOf(Lists), Gen.Bool, Gen.Bool)
            .Sample(
                (text, list, marked, ranked) =>
                    Ask(
                        $"/api/v1/{list}?q={Uri.EscapeDataString(text)}{(marked ? "&highlight=true" : "")}{(ranked && list != "search" ? "&sort=relevance" : "")}"
                    ),
                iter: 600,
                threads: 1
            );

    [Fact]
    public void Any_bytes_are_a_search_or_a_problem() =>
        Gen.Select(Gen.Byte.Array[1, 40], Laws.OneOf(Lists))
            .Sample(
                (bytes, list) =>
                    Ask($"/api/v1/{list}?q={string.Concat(bytes.Select(value => $"%{value:X2}"))}&highlight=true"),
                iter: 200,
                threads: 1
            );

    [Fact]
    public void A_long_text_is_a_search_or_a_problem() =>
        Gen.Select(
                Laws.OneOf("tumour ", "a ", "\"", "a-b", "ab* ", "é", "'", "randomised-haemoglobin-tumour "),
                Gen.Int[1, 400]
            )
            .Sample(
                (part, times) =>
                    Ask(
                        $"/api/v1/search?q={Uri.EscapeDataString(new StringBuilder().Insert(0, part, times).ToString())}&highlight=true"
                    ),
                iter: 60,
                threads: 1
            );

    private void Ask(string address)
    {
        var (status, type, body) = Laws.Wait(async () =>
        {
            using var response = await catalogue.Client.GetAsync(address, CancellationToken.None);
            return (
                response.StatusCode,
                response.Content.Headers.ContentType?.MediaType,
                await response.Content.ReadAsStringAsync(CancellationToken.None)
            );
        });

        if (status != HttpStatusCode.OK)
        {
            status.ShouldBe(HttpStatusCode.BadRequest, $"{address}: {body}");
            type.ShouldBe("application/problem+json", address);
        }
        else
        {
            System.Text.Json.Nodes.JsonNode.Parse(body)!["total"]!.GetValue<int>().ShouldBeGreaterThanOrEqualTo(0);
        }
    }
}
