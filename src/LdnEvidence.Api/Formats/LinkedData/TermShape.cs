using System.Text.Json.Nodes;
using LdnEvidence.Api.Contracts;

namespace LdnEvidence.Api.Formats.LinkedData;

/// <summary>
/// Mechanisms and outcomes as terms of the catalogue: schema.org has no type that is true of all of them. Their codes are left out, because some
/// only come near the term.
/// </summary>
internal static class TermShape
{
    public static JsonObject Of(MechanismResponse mechanism) =>
        Term(Address.Mechanisms, mechanism.Id, mechanism.Name, mechanism.Synonyms, mechanism.Description);

    public static JsonObject Of(OutcomeResponse outcome) =>
        Term(Address.Outcomes, outcome.Id, outcome.Name, outcome.Synonyms, description: null);

    public static JsonObject Mention(string collection, string id, string name) =>
        Term(collection, id, name, synonyms: [], description: null);

    private static JsonObject Term(
        string collection,
        string id,
        string name,
        IReadOnlyList<string> synonyms,
        string? description
    ) =>
        Node.Of(
            "DefinedTerm",
            $"{Address.Of(collection)}/{id}",
            ("name", name),
            ("alternateName", Node.List(synonyms.Select(synonym => (JsonNode?)synonym))),
            ("termCode", id),
            ("description", description),
            ("inDefinedTermSet", Address.Of(collection))
        );
}
