using LdnEvidence.Api.Contracts.Reports;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace LdnEvidence.Api.OpenApi;

/// <summary>What stands before the operations: what the service is, how to read it, and what each group of operations is for.</summary>
internal sealed class Preamble : IDocumentFilter
{
    private const string Description = $"""
        What is claimed about low-dose naltrexone (LDN), how strong the cited evidence is, whether the cited source really says so, and where each sentence comes from.

        **{ServiceResponse.DisclaimerText}**

        Read a claim by two fields together. `evidenceLevel` says what kind of study is cited; `fidelity.toSource` says whether that study bears the claim out. A claim can rest on a pilot trial that reports the opposite. Where `levelIsMeaningful` is false the claim is no statement of an effect, and its level must not be presented as evidence.

        Every answer is read from one release, named in the `Catalogue-Release` header. A release never changes: send `release=` to pin an answer, and `If-None-Match` to be told 304 while your copy is right. Lists are walked along `next`. Errors are `application/problem+json` (RFC 9457). Every address that answers `GET` also answers `HEAD` and `OPTIONS`.
        """;

    private static readonly (string Name, string Description)[] Tags =
    [
        ("Service", "What this service is and where its resources are."),
        (
            "Conditions",
            "What the patient has, with MeSH, ICD-10-CM and MONDO codes. Begin here to ask what is claimed for a patient."
        ),
        ("Mechanisms", "How LDN is said to act, with Gene Ontology codes where they were seen."),
        ("Outcomes", "What claims say changes, with LOINC codes where they were seen."),
        (
            "Studies",
            "The works that the source document cites: full record, design, result, and every error in the printed citation."
        ),
        (
            "Claims",
            "Single sentences, each with its evidence level, the rule that gave it, its fidelity to source and document, and its citations."
        ),
        ("Evidence levels", "The three levels and the decision table that derives them."),
        ("Search", "What words find, in all collections at once."),
        ("Lookup", "From an identifier of another system to the record that carries it."),
        ("Audit", "The rules that every release obeys, and what came of each."),
        ("Coverage", "What is claimed of which condition in which domain, and what is missing."),
        ("Releases", "Complete, immutable, numbered copies of the catalogue."),
    ];

    public static OpenApiInfo Info { get; } =
        new()
        {
            Title = "LDN Evidence",
            Version = typeof(Preamble).Assembly.GetName().Version!.ToString(3),
            Description = Description,
            Contact = new OpenApiContact { Name = "The LDN Evidence contributors" },
            License = new OpenApiLicense
            {
                Name = "CC0 1.0 for the data, MIT for the code",
                Url = new Uri("https://creativecommons.org/publicdomain/zero/1.0/"),
            },
        };

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Tags = new HashSet<OpenApiTag>(
            Tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description })
        );
        // An empty requirement: anyone may read.
        swaggerDoc.Security = [new OpenApiSecurityRequirement()];
    }
}
