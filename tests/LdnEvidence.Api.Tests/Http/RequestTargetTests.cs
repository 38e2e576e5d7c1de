using CsCheck;
using LdnEvidence.Api.Http;
using Microsoft.AspNetCore.Http;

namespace LdnEvidence.Api.Tests.Http;

public sealed class RequestTargetTests
{
    private static readonly Gen<string> Text = Gen.Char["abcXYZ019-._~ ,;:/|+&=%*'()?é€"]
        .Array[0, 6]
        .Select(letters => new string(letters));

    private static readonly Gen<(string Name, string Value)> Parameter = Gen.Select(
        Text.Where(name => name.Length > 0),
        Text
    );

    [Fact]
    public void Any_order_and_any_escaping_of_the_same_parameters_is_one_text() =>
        Gen.Select(Parameter.Array[1, 5], Gen.Int[0, 1_000_000])
            .Sample(
                (parameters, seed) =>
                {
                    var random = new Random(seed);
                    var shuffled = parameters.ToArray();
                    random.Shuffle(shuffled);

                    Of(Spell(parameters, random)).ShouldBe(Of(Spell(shuffled, random)));
                }
            );

    [Fact]
    public void Different_parameters_are_different_texts() =>
        Gen.Select(Parameter.Array[1, 3], Parameter.Array[1, 3])
            .Sample(
                (left, right) =>
                {
                    var random = new Random(1);
                    (Of(Spell(left, random)) == Of(Spell(right, random))).ShouldBe(
                        left.Order().SequenceEqual(right.Order())
                    );
                }
            );

    [Theory]
    [InlineData("", "")]
    [InlineData("?", "")]
    [InlineData("?limit=3", "limit=3")]
    [InlineData("?b=2&a=1", "a=1&b=2")]
    [InlineData("?a=2&a=1", "a=1&a=2")]
    [InlineData("?fields=id,kind", "fields=id%2Ckind")]
    [InlineData("?sort=kind&a=1&sort=-id", "a=1&sort=kind%2C-id")]
    [InlineData("?sort=-id&sort=kind", "sort=-id%2Ckind")]
    [InlineData("?facets=a&facets=b", "facets=a%2Cb")]
    [InlineData("?include=a&include=b&include=c", "include=a%2Cb%2Cc")]
    [InlineData("?q=low+dose", "q=low%20dose")]
    [InlineData("?a==b", "a=%3Db")]
    [InlineData("?a", "a=")]
    public void It_has_one_spelling(string query, string expected) => Of(query).ShouldBe(expected);

    private static string Of(string query)
    {
        var request = new DefaultHttpContext().Request;
        request.QueryString = new QueryString(query);
        return RequestTarget.QueryOf(request);
    }

    /// <summary>Writes parameters, each letter escaped or not where both mean the same.</summary>
    private static string Spell((string Name, string Value)[] parameters, Random random) =>
        "?" + string.Join('&', parameters.Select(pair => $"{Spell(pair.Name, random)}={Spell(pair.Value, random)}"));

    private static string Spell(string text, Random random) =>
        string.Concat(
            text.Select(letter =>
                letter switch
                {
                    ' ' => random.Next(2) == 0 ? "+" : "%20",
                    '&' or '=' or '%' or '+' or '#' or > '~' => Uri.EscapeDataString(letter.ToString()),
                    _ when random.Next(2) == 0 => letter.ToString(),
                    _ when random.Next(2) == 0 => $"%{(int)letter:X2}",
                    _ => $"%{(int)letter:x2}",
                }
            )
        );
}
