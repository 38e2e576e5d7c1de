using System.Text.Json;
using LdnEvidence.Domain.Audit;
using NJsonSchema;
using NJsonSchema.Validation;

namespace LdnEvidence.Api.Data.Publishing.Seed;

/// <summary>
/// The JSON Schema of one seed file, from the copy that travels with the executable. It is the one definition of a record's shape, and its
/// descriptions are what a curator is told would be right.
/// </summary>
internal sealed class SeedSchema
{
    private readonly string _collection;
    private readonly string _json;
    private readonly Func<JsonElement, bool> _isSound;
    private JsonSchema? _record;

    private SeedSchema(string collection, string json)
    {
        (_collection, _json) = (collection, json);
        // Not disposed: the shape reads from it for as long as this lives.
        var root = JsonDocument.Parse(json).RootElement;
        _isSound = SeedShape.Of(root, root.GetProperty("properties").GetProperty(collection).GetProperty("items"));
    }

    public static async Task<SeedSchema> Load(string name, string collection, CancellationToken cancellationToken)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "seed-data", "schema", $"{name}.schema.json");
        return new SeedSchema(collection, await File.ReadAllTextAsync(path, cancellationToken));
    }

    /// <summary>Names everything that is wrong with the shape of one record.</summary>
    public async ValueTask<IReadOnlyList<Fault>> Check(
        string file,
        string record,
        JsonElement element,
        CancellationToken cancellationToken
    ) => _isSound(element) ? [] : await Validate(file, record, element.GetRawText(), cancellationToken);

    /// <summary>The same without the quick look: slow, and the judge of what is sound.</summary>
    internal async Task<IReadOnlyList<Fault>> Validate(
        string file,
        string record,
        string json,
        CancellationToken cancellationToken
    )
    {
        if (_record is null)
        {
            var schema = await JsonSchema.FromJsonAsync(_json, cancellationToken);
            _record = schema.ActualProperties[_collection].ActualSchema.Item!.ActualSchema;
        }

        return [.. Flatten(_record.Validate(json)).Select(error => ToFault(file, record, error)).Distinct()];
    }

    /// <summary>Whether the quick look passes a record.</summary>
    internal bool IsSurelySound(JsonElement element) => _isSound(element);

    private static IEnumerable<ValidationError> Flatten(IEnumerable<ValidationError> errors) =>
        errors.SelectMany(error =>
            error is not ChildSchemaValidationError parent || parent.Errors.All(pair => pair.Value.Count == 0) ? [error]
            : parent.Kind == ValidationErrorKind.NotAnyOf ? OfTheFormMeant(parent)
            : Flatten(parent.Errors.SelectMany(pair => pair.Value))
        );

    /// <summary>
    /// Of a value that may have several forms: what is wrong with its values, where its fields are those of one form; else that it has none of the forms.
    /// </summary>
    private static IEnumerable<ValidationError> OfTheFormMeant(ChildSchemaValidationError parent) =>
        parent
            .Errors.Select(form => Flatten(form.Value).ToList())
            .FirstOrDefault(faults =>
                faults.TrueForAll(fault =>
                    fault.Kind
                        is not (
                            ValidationErrorKind.PropertyRequired
                            or ValidationErrorKind.NoAdditionalPropertiesAllowed
                            or ValidationErrorKind.ObjectExpected
                        )
                )
            )
        ?? [parent];

    private static Fault ToFault(string file, string record, ValidationError error)
    {
        var field = (error.Path ?? string.Empty).TrimStart('#', '/');
        var schema = error.Schema;
        return error.Kind switch
        {
            ValidationErrorKind.PropertyRequired => new Fault(
                file,
                record,
                field,
                "It is missing.",
                Describe(schema, error.Property)
            ),
            ValidationErrorKind.NoAdditionalPropertiesAllowed => new Fault(
                file,
                record,
                field,
                "There is no such field.",
                $"The fields here are {string.Join(", ", schema.ActualProperties.Keys)}."
            ),
            ValidationErrorKind.NotInEnumeration => new Fault(
                file,
                record,
                field,
                "It is not one of the allowed values.",
                $"Allowed: {string.Join(", ", schema.ActualSchema.Enumeration)}."
            ),
            _ => new Fault(file, record, field, Problem(error.Kind), Describe(schema)),
        };
    }

    private static string Describe(JsonSchema schema, string? property = null)
    {
        var described =
            property is not null && schema.ActualProperties.TryGetValue(property, out var named) ? named : schema;
        return described.Description ?? described.ActualSchema.Description ?? "See seed-data/README.md.";
    }

    private static string Problem(ValidationErrorKind kind) =>
        kind switch
        {
            ValidationErrorKind.StringExpected => "It must be a text.",
            ValidationErrorKind.IntegerExpected => "It must be a whole number.",
            ValidationErrorKind.NumberExpected => "It must be a number.",
            ValidationErrorKind.BooleanExpected => "It must be true or false.",
            ValidationErrorKind.ArrayExpected => "It must be a list.",
            ValidationErrorKind.ObjectExpected => "It must be an object.",
            ValidationErrorKind.PatternMismatch => "It is malformed.",
            ValidationErrorKind.StringTooShort => "It is empty.",
            ValidationErrorKind.StringTooLong => "It is too long.",
            ValidationErrorKind.ItemsNotUnique => "It names something twice.",
            ValidationErrorKind.TooFewItems => "The list has too few members.",
            ValidationErrorKind.NumberTooSmall => "The number is too small.",
            ValidationErrorKind.NumberTooBig => "The number is too large.",
            ValidationErrorKind.NotAnyOf => "It has none of the forms that are allowed.",
            _ => $"It breaks the schema ({kind}).",
        };
}
