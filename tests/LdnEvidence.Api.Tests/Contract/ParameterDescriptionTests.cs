using System.Net;
using System.Text.Json.Nodes;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Api.Tests.Support;

namespace LdnEvidence.Api.Tests.Contract;

/// <summary>What the document says of parameters is what the service does with them.</summary>
public sealed class ParameterDescriptionTests(ShippedCatalogue catalogue) : IClassFixture<ShippedCatalogue>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_default_changes_nothing_when_it_is_sent()
    {
        var operations = (await DescribedApi.Read(catalogue.Client)).Reads.ToList();

        operations.Count.ShouldBeGreaterThan(20);
        foreach (var operation in operations)
        {
            foreach (var parameter in operation.Parameters)
            {
                if (Default(parameter) is { } value)
                {
                    (await WhereItMatters(operation, parameter, value)).ShouldBeEmpty(
                        $"{operation.Id} {parameter.Name}={value}"
                    );
                }
            }
        }
    }

    [Theory]
    [InlineData("ListClaims", "limit", "20", "text/csv")]
    [InlineData("ListClaims", "levelIsMeaningful", "false", "application/json")]
    [InlineData("SearchCatalogue", "limit", "20", "application/json")]
    [InlineData("GetClaim", "format", "json", "application/ld+json")]
    public async Task A_default_that_changes_something_would_be_noticed(
        string name,
        string parameter,
        string value,
        string type
    )
    {
        var operation = (await DescribedApi.Read(catalogue.Client)).Operations.Single(one => one.Id == name);

        (
            await WhereItMatters(operation, operation.Parameters.Single(one => one.Name == parameter), value)
        ).ShouldContain(type);
    }

    [Fact]
    public async Task A_value_that_an_optional_parameter_takes_when_absent_may_be_sent_with_every_format()
    {
        foreach (var operation in (await DescribedApi.Read(catalogue.Client)).Reads)
        {
            foreach (var parameter in operation.Parameters.Where(one => one.Name is "highlight" or "includeNarrower"))
            {
                (await WhereItMatters(operation, parameter, "false")).ShouldBeEmpty($"{operation.Id} {parameter.Name}");
            }
        }
    }

    [Fact]
    public async Task Nothing_that_is_optional_is_filled_in()
    {
        var optional = (await DescribedApi.Read(catalogue.Client))
            .Operations.SelectMany(operation =>
                operation
                    .Parameters.Where(parameter => !parameter.IsRequired)
                    .Select(parameter => (Name: $"{operation.Id} {parameter.Name}", Parameter: parameter))
            )
            .ToList();

        optional.Count.ShouldBeGreaterThan(200);
        foreach (var (name, parameter) in optional)
        {
            // In this order Swagger UI looks for a value to begin with.
            parameter.NamedExamples.FirstOrDefault(string.Empty).ShouldBeEmpty(name);
            parameter.Node["example"].ShouldBeNull(name);
            parameter.Schema["example"].ShouldBeNull(name);
            parameter.Schema["default"].ShouldBeNull(name);
        }
    }

    [Fact]
    public async Task What_is_required_is_filled_in_with_something_that_is_found()
    {
        foreach (var operation in (await DescribedApi.Read(catalogue.Client)).Reads)
        {
            using var response = await catalogue.Client.GetAsync(operation.Address, Cancellation);

            ((int)response.StatusCode).ShouldBeLessThan(400, operation.Address);
        }
    }

    [Fact]
    public async Task A_closed_list_has_exactly_the_values_that_are_accepted()
    {
        var seen = 0;
        foreach (var operation in (await DescribedApi.Read(catalogue.Client)).Reads)
        {
            var endpoint = Endpoints.Table.Single(endpoint => Endpoints.Name(endpoint) == operation.Id);
            var rules = endpoint
                .Metadata.GetMetadata<ValidatedQuery>()!
                .Validator.CreateDescriptor()
                .GetMembersWithValidators()
                .Where(member => !string.IsNullOrEmpty(member.Key))
                .ToDictionary(
                    member => CamelCase.Of(member.Key),
                    member => member.Select(rule => rule.Validator).OfType<IAllowedNames>().FirstOrDefault()
                );
            foreach (var parameter in operation.Parameters.Where(parameter => parameter.In == "query"))
            {
                if (rules.GetValueOrDefault(parameter.Name) is { } names)
                {
                    seen++;
                    parameter.Values.ShouldBe(names.Values, $"{operation.Id} {parameter.Name}");
                    await ShouldBeAccepted(operation, parameter);
                }
                else if (parameter.Values is not null)
                {
                    await ShouldBeAccepted(operation, parameter);
                }
            }
        }

        seen.ShouldBeGreaterThan(50);
    }

    [Fact]
    public async Task Names_with_commas_are_one_parameter_and_every_other_array_is_repeated()
    {
        foreach (var operation in (await DescribedApi.Read(catalogue.Client)).Operations)
        {
            foreach (var parameter in operation.Parameters.Where(one => one.Schema["type"]?.ToString() == "array"))
            {
                var isRepeated = parameter.Node["explode"]?.GetValue<bool>() ?? true;
                isRepeated.ShouldBe(
                    parameter.Name is not ("sort" or "facets" or "include" or "fields"),
                    $"{operation.Id} {parameter.Name}"
                );
            }
        }
    }

    private async Task ShouldBeAccepted(DescribedOperation operation, DescribedParameter parameter)
    {
        foreach (var value in parameter.Values!)
        {
            var address = operation.With(parameter, value);
            using var response = await catalogue.Client.GetAsync(
                value == "relevance" ? Endpoints.With(address, "q=pain") : address,
                Cancellation
            );

            response.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        }
    }

    private static string? Default(DescribedParameter parameter) => parameter.Schema["default"]?.ToString();

    /// <summary>The media types of an operation in which its body changes when a value is sent.</summary>
    private async Task<List<string>> WhereItMatters(
        DescribedOperation operation,
        DescribedParameter parameter,
        string value
    )
    {
        var types = operation.Responses.First().Response["content"]!
            .AsObject()
            .Select(content => content.Key.Split(';')[0]);
        var differing = new List<string>();
        foreach (var type in types)
        {
            if (await Body(operation.Address, type) != await Body(operation.With(parameter, value), type))
            {
                differing.Add(type);
            }
        }

        return differing;
    }

    /// <summary>The status and the body, without the addresses that repeat what was asked for.</summary>
    private async Task<string> Body(string address, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept", type);
        using var response = await catalogue.Client.SendAsync(request, Cancellation);
        var body = await response.Content.ReadAsStringAsync(Cancellation);
        if (response.Content.Headers.ContentType?.MediaType == "application/json")
        {
            var json = JsonNode.Parse(body)!.AsObject();
            json.Remove("next");
            body = json.ToJsonString();
        }

        return $"{response.StatusCode} {response.Content.Headers.ContentType} {body}";
    }
}
