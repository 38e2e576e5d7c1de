using LdnEvidence.Domain.Audit;
using NJsonSchema;
using NJsonSchema.Validation;

namespace LdnEvidence.Api.Data.Publishing;

/// <summary>
/// The JSON Schema of one seed file, from the copy that travels with the executable. It is the one definition of a record's shape, and its
/// descriptions are what a curator is told would be right.
/// </summary>
internal sealed class SeedSchema
{
    private readonly JsonSchema _record;

    private SeedSchema(JsonSchema record) => _record = record;

    public static async Task<SeedSchema> Load(string name, string collection, CancellationToken cancellationToken)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "seed-data", "schema", $"{name}.schema.json");
        var schema = await JsonSchema.FromFileAsync(path, cancellationToken);
        return new SeedSchema(schema.ActualProperties[collection].ActualSchema.Item!.ActualSchema);
    }

    /// <summary>Names everything that is wrong with the shape of one record.</summary>
    public IEnumerable<Fault> Check(string file, string record, string json) =>
        Flatten(_record.Validate(json)).Select(error => ToFault(file, record, error)).Distinct();

    private static IEnumerable<ValidationError> Flatten(IEnumerable<ValidationError> errors) =>
        errors.SelectMany(error =>
            error is ChildSchemaValidationError parent && parent.Errors.Any(pair => pair.Value.Count > 0)
                ? Flatten(parent.Errors.SelectMany(pair => pair.Value))
                : [error]
        );

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
            _ => $"It breaks the schema ({kind}).",
        };
}
