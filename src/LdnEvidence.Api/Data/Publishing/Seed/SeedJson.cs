using System.Text.Json;
using System.Text.Json.Serialization;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Data.Publishing.Seed;

/// <summary>How seed files are read: strictly, straight into the domain's own types.</summary>
internal static class SeedJson
{
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Strict)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            // Which members a record must have is the schema's to say; it was checked before.
            RespectRequiredConstructorParameters = false,
            Converters =
            {
                new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false),
                new TextConverter<Slug>(text => Slug.TryParse(text, out var slug) ? slug : Fail<Slug>(text, Slug.Form)),
                new TextConverter<Doi>(text => Doi.TryParse(text, out var doi) ? doi : Fail<Doi>(text, Doi.Form)),
                new TextConverter<PubMedId>(text =>
                    PubMedId.TryParse(text, out var id) ? id : Fail<PubMedId>(text, PubMedId.Form)
                ),
                new LocatorConverter(),
            },
        };

    private static T Fail<T>(string? text, string form) => throw new JsonException($"'{text}' is not {form}.");

    private sealed class TextConverter<T>(Func<string?, T> parse) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            parse(reader.GetString());

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            throw new NotSupportedException("Seed files are written by curators, not by the program.");
    }

    private sealed class LocatorConverter : JsonConverter<Locator>
    {
        public override Locator Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var parts = JsonSerializer.Deserialize<Parts>(ref reader, options)!;
            return Locator.TryParse(parts.Section, parts.Position, out var locator)
                ? locator
                : Fail<Locator>(parts.Position, Locator.Form);
        }

        public override void Write(Utf8JsonWriter writer, Locator value, JsonSerializerOptions options) =>
            throw new NotSupportedException("Seed files are written by curators, not by the program.");

        private sealed record Parts(Slug Section, string Position);
    }
}
