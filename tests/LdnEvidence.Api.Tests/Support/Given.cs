using System.Text.Json.Nodes;

namespace LdnEvidence.Api.Tests.Support;

/// <summary>Seed records of a test's own. Each is complete; a test changes the member it is about.</summary>
internal static class Given
{
    public static JsonObject ADocument() =>
        new()
        {
            ["id"] = "test-page",
            ["title"] = "A page",
            ["publisherInterest"] = "None that is known.",
            ["dateRead"] = "2026-01-01",
            ["sha256"] = new string('0', 64),
            ["outline"] = new JsonArray(
                new JsonObject
                {
                    ["id"] = "a-section",
                    ["heading"] = "A section",
                    ["blocks"] = new JsonArray(
                        new JsonObject { ["position"] = "paragraph 1", ["sentences"] = 3 },
                        new JsonObject { ["position"] = "reference 1", ["sentences"] = 1 }
                    ),
                }
            ),
        };

    public static JsonObject ACondition(string id, string? broader = null, params (string System, string Value)[] codes)
    {
        var condition = new JsonObject
        {
            ["id"] = id,
            ["name"] = $"The condition {id}",
            ["synonyms"] = new JsonArray(),
            ["codes"] = Codes(codes),
            // It says itself that evidence is missing, so that no claim need have any.
            ["absences"] = new JsonArray(
                new JsonObject
                {
                    ["statement"] = "The page cites no study in people.",
                    ["lookedAt"] = "Its references.",
                    ["by"] = "A reader",
                    ["on"] = "2026-01-02",
                }
            ),
        };
        if (broader is not null)
        {
            condition["broader"] = broader;
        }

        return condition;
    }

    public static JsonObject AMechanism(string id, params (string System, string Value)[] codes) =>
        new()
        {
            ["id"] = id,
            ["name"] = $"The mechanism {id}",
            ["synonyms"] = new JsonArray(),
            ["description"] = "It is said to act in some way.",
            ["codes"] = Codes(codes),
        };

    public static JsonObject AnOutcome(string id, params (string System, string Value)[] codes) =>
        new()
        {
            ["id"] = id,
            ["name"] = $"The outcome {id}",
            ["synonyms"] = new JsonArray(),
            ["domain"] = "general",
            ["codes"] = Codes(codes),
        };

    public static JsonObject AStudy(
        string id,
        string design = "randomized-parallel-trial",
        string standing = "current",
        int year = 2020
    )
    {
        var study = new JsonObject
        {
            ["id"] = id,
            ["title"] = $"The study {id}",
            ["authors"] = new JsonArray(new JsonObject { ["family"] = "Tester", ["initials"] = "T" }),
            ["journal"] = "Journal of Tests",
            ["year"] = year,
            ["design"] = design,
            ["standing"] = standing,
            ["interventionMatch"] = "exact",
            ["setting"] = "human",
            ["substance"] = "naltrexone",
            ["coInterventions"] = new JsonArray(),
            ["primaryOutcomes"] = new JsonArray(),
            ["result"] = "It reports a result.",
            ["notVerified"] = new JsonArray(),
            ["printedCitation"] = new JsonObject
            {
                ["title"] = $"The study {id}",
                ["journal"] = "Journal of Tests",
                ["year"] = year,
            },
            ["discrepancies"] = new JsonArray(),
            ["locator"] = new JsonObject { ["section"] = "a-section", ["position"] = "reference 1" },
            ["checkedAgainst"] = new JsonArray(),
        };
        if (standing != "current")
        {
            study["standingNotice"] = ANotice();
        }

        return study;
    }

    /// <summary>Gives a study a standing, with the notice that goes with it.</summary>
    public static void Stand(JsonNode study, string standing)
    {
        study["standing"] = standing;
        study.AsObject().Remove("standingNotice");
        if (standing != "current")
        {
            study["standingNotice"] = ANotice();
        }
    }

    /// <summary>What a study whose standing is not current has to name.</summary>
    public static JsonObject ANotice() => new() { ["date"] = "2026-01-01", ["notice"] = "A notice of the journal." };

    public static JsonObject ACheck() => new() { ["by"] = "A reader", ["on"] = "2026-01-02" };

    public static JsonObject ACitation(string study, bool reportsOutcome = true, string relation = "supports") =>
        new()
        {
            ["study"] = study,
            ["relation"] = relation,
            ["reportsOutcome"] = reportsOutcome,
            ["note"] = "It reports this.",
        };

    public static JsonObject AClaim(
        string id,
        string[]? conditions = null,
        string[]? mechanisms = null,
        string outcome = "test-outcome",
        string kind = "efficacy",
        string direction = "improves",
        string? fidelity = null,
        params JsonObject[] citations
    ) =>
        new()
        {
            ["id"] = id,
            ["kind"] = kind,
            ["statement"] = $"LDN is said to do what {id} says.",
            ["conditions"] = Ids(conditions),
            ["mechanisms"] = Ids(mechanisms),
            ["outcome"] = outcome,
            ["direction"] = direction,
            ["citations"] = new JsonArray([.. citations]),
            ["levelIsMeaningful"] = true,
            ["fidelity"] = AFidelity(
                fidelity ?? (citations.Length > 0 ? "supported" : "nothing-cited"),
                citations.Length > 0 ? "cited-study" : "none"
            ),
            ["locator"] = new JsonObject { ["section"] = "a-section", ["position"] = "paragraph 1, sentence 2" },
        };

    /// <summary>With the difference and the check that the label demands.</summary>
    public static JsonObject AFidelity(string label, string basis = "cited-study")
    {
        var toSource = new JsonObject
        {
            ["label"] = label,
            ["basis"] = basis,
            ["reason"] = "For this reason.",
        };
        if (label is "partly-supported" or "not-supported" or "contradicted")
        {
            toSource["differences"] = new JsonArray("overstated");
        }

        if (label is not ("not-checked" or "nothing-cited"))
        {
            toSource["checked"] = ACheck();
        }

        return new JsonObject
        {
            ["toSource"] = toSource,
            ["toDocument"] = new JsonObject
            {
                ["label"] = "faithful",
                ["reason"] = "Nothing was added or dropped.",
                ["checked"] = ACheck(),
            },
        };
    }

    /// <summary>Makes all that a claim cites say the opposite of it, or the same.</summary>
    public static void Judge(JsonNode claim, bool isContradicted)
    {
        claim["fidelity"] = AFidelity(isContradicted ? "contradicted" : "supported");
        foreach (var citation in claim["citations"]!.AsArray())
        {
            citation!["relation"] = isContradicted ? "contradicts" : "supports";
        }
    }

    private static JsonArray Ids(string[]? ids) => [.. (ids ?? []).Select(id => (JsonNode)id)];

    private static JsonArray Codes((string System, string Value)[] codes) =>
        [.. codes.Select(code => (JsonNode)new JsonObject { ["system"] = code.System, ["value"] = code.Value })];
}
