using System.Globalization;
using System.Text.Json;
using LdnEvidence.Domain;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Benchmarks.Generator;

/// <summary>Writes conditions.json, mechanisms.json and outcomes.json.</summary>
internal static class CodedRecords
{
    /// <summary>The first of so many conditions is broader than every third of the rest.</summary>
    private const int Family = 20;

    private static readonly OutcomeDomain[] Domains = Enum.GetValues<OutcomeDomain>();

    public static void Write(string folder, Scale scale)
    {
        RecordFile.Write(folder, "conditions", "conditions", scale.Conditions, Condition);
        RecordFile.Write(folder, "mechanisms", "mechanisms", scale.Mechanisms, Mechanism);
        RecordFile.Write(folder, "outcomes", "outcomes", scale.Outcomes, Outcome);
    }

    private static void Condition(Utf8JsonWriter json, int condition)
    {
        var word = Words.Condition(condition);
        var name = char.ToUpperInvariant(word[0]) + word[1..];
        json.WriteStartObject();
        json.WriteString("id", Scale.ConditionId(condition));
        json.WriteString("name", $"{name} disorder");
        json.WriteStrings("synonyms", [$"{name}'s disease", $"{word} syndrome"]);
        if (condition % Family != 0 && condition % 3 == 0)
        {
            json.WriteString("broader", Scale.ConditionId(condition - (condition % Family)));
        }

        json.WriteStartArray("codes");
        Code("mesh", string.Create(CultureInfo.InvariantCulture, $"D{990000 + condition:D6}"));
        Code(
            "icd10cm",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{(char)('A' + (condition / 100 % 26))}{condition % 100:D2}.{condition / 2600:D2}"
            )
        );
        Code("mondo", string.Create(CultureInfo.InvariantCulture, $"MONDO:{9_900_000 + condition:D7}"));
        json.WriteEndArray();
        // Whether a claim with a counted study names it is left to chance, so each says what is missing.
        json.WriteStartArray("absences");
        json.WriteStartObject();
        json.WriteString("statement", "The invented page cites no further study.");
        json.WriteString("lookedAt", "The invented page.");
        json.WriteString("by", RecordFile.Reader);
        json.WriteString("on", RecordFile.Day);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();

        void Code(string system, string value)
        {
            json.WriteStartObject();
            json.WriteString("system", system);
            json.WriteString("value", value);
            json.WriteEndObject();
        }
    }

    private static void Mechanism(Utf8JsonWriter json, int mechanism)
    {
        json.WriteStartObject();
        json.WriteString("id", Scale.MechanismId(mechanism));
        json.WriteString("name", string.Create(CultureInfo.InvariantCulture, $"Invented mechanism {mechanism}"));
        json.WriteStrings("synonyms", []);
        json.WriteString("description", "A program made it up; no drug acts by it.");
        json.WriteStrings("codes", []);
        json.WriteEndObject();
    }

    private static void Outcome(Utf8JsonWriter json, int outcome)
    {
        json.WriteStartObject();
        json.WriteString("id", Scale.OutcomeId(outcome));
        json.WriteString("name", string.Create(CultureInfo.InvariantCulture, $"Invented outcome {outcome}"));
        json.WriteStrings("synonyms", []);
        json.WriteString("domain", KebabCase<OutcomeDomain>.Of(Domains[outcome % Domains.Length]));
        json.WriteStrings("codes", []);
        json.WriteEndObject();
    }
}
