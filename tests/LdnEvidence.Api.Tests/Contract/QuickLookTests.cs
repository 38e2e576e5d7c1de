using CsCheck;
using FluentValidation;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Api.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace LdnEvidence.Api.Tests.Contract;

/// <summary>The quick look at a query lets pass what the whole validator allows, and nothing else.</summary>
public sealed class QuickLookTests
{
    private static readonly string[] Texts =
    [
        "",
        "0",
        "7",
        "20",
        "101",
        "true",
        "false",
        "2026-11-23",
        "id",
        "-id,kind",
        "relevance",
        "json",
        "csv",
        "crohn",
        "\"",
        "pilot-trial",
        "overstated",
        "conditions",
        "evidenceLevel",
        "10.1000/x",
        "K50",
    ];

    [Fact]
    public void It_lets_pass_what_the_validator_allows()
    {
        var (passed, refused) = (0, 0);
        foreach (var checks in Endpoints.Table.Select(endpoint => endpoint.Metadata.GetMetadata<ValidatedQuery>()!))
        {
            var (look, shape) = (new QuickLook(checks), QueryShape.Of(checks.Type).Parameters);
            if (shape.Count == 0 || !checks.NeedsNothing)
            {
                continue;
            }

            Gen.Select(Gen.Int[0, shape.Count - 1], Laws.OneOf(Texts))
                .Array[1, 3]
                .Sample(
                    sent =>
                    {
                        var parameters = sent.DistinctBy(pair => pair.Item1)
                            .ToDictionary(pair => shape[pair.Item1], pair => pair.Item2);
                        var query = Make(checks.Type, parameters);
                        var isSound = checks.Validator.Validate(new ValidationContext<object>(query)).IsValid;
                        look.IsSound(Collection(parameters), query)
                            .ShouldBe(
                                isSound,
                                $"{checks.Type.Name}: {string.Join(", ", parameters.Select(pair => $"{pair.Key.Name}={pair.Value}"))}"
                            );
                        passed += isSound ? 1 : 0;
                        refused += isSound ? 0 : 1;
                    },
                    iter: 400,
                    threads: 1
                );
        }

        passed.ShouldBeGreaterThan(100);
        refused.ShouldBeGreaterThan(100);
    }

    [Theory]
    [InlineData("limit", "3")]
    [InlineData("Limit", "3")]
    [InlineData("limit", "3", "3")]
    [InlineData("nothing", "3")]
    [InlineData("q", "a\u0007b")]
    public void It_passes_a_known_parameter_once_and_without_control_characters(string name, params string[] values)
    {
        var checks = Endpoints
            .Table.Select(endpoint => endpoint.Metadata.GetMetadata<ValidatedQuery>()!)
            .First(checks => checks.Type.Name == "ListClaimsQuery");
        var query = Make(
            checks.Type,
            QueryShape
                .Of(checks.Type)
                .Parameters.Where(parameter => parameter.Name == name)
                .ToDictionary(parameter => parameter, _ => values[0])
        );

        new QuickLook(checks)
            .IsSound(
                new QueryCollection(new Dictionary<string, StringValues>(StringComparer.Ordinal) { [name] = values }),
                query
            )
            .ShouldBe(name == "limit" && values.Length == 1);
    }

    private static QueryCollection Collection(Dictionary<QueryParameter, string> parameters) =>
        new(
            parameters.ToDictionary(
                pair => pair.Key.Name,
                pair => new StringValues(pair.Value),
                StringComparer.OrdinalIgnoreCase
            )
        );

    private static Query Make(Type type, Dictionary<QueryParameter, string> parameters)
    {
        var query = (Query)Activator.CreateInstance(type)!;
        QueryShape.Of(type).Fill(query, Collection(parameters));
        return query;
    }
}
