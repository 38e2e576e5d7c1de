using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace LdnEvidence.Api.OpenApi.Parameters;

/// <summary>Moves query parameters that several operations have among the components. Stands last, when parameters are complete.</summary>
internal sealed class SharedParameters : IDocumentAsyncFilter
{
    public async Task ApplyAsync(
        OpenApiDocument swaggerDoc,
        DocumentFilterContext context,
        CancellationToken cancellationToken
    )
    {
        var found = new List<(OpenApiOperation Operation, OpenApiParameter Parameter, string Text)>();
        foreach (var operation in swaggerDoc.Paths.Values.SelectMany(path => path.Operations!.Values))
        {
            foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
            {
                if (parameter.In == ParameterLocation.Query)
                {
                    found.Add(
                        (
                            operation,
                            parameter,
                            await parameter.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellationToken)
                        )
                    );
                }
            }
        }

        foreach (var sameName in found.GroupBy(use => use.Parameter.Name!, StringComparer.Ordinal))
        {
            // What is the same in most operations has the plain name; each other is named after the first operation that has it.
            var variants = sameName
                .GroupBy(use => use.Text, StringComparer.Ordinal)
                .OrderByDescending(variant => variant.Count())
                .ToList();
            foreach (var variant in variants.Where(variant => variant.Skip(1).Any()))
            {
                var first = variant.First();
                var key = variant == variants[0] ? sameName.Key : $"{first.Operation.OperationId}.{sameName.Key}";
                swaggerDoc.AddComponent<IOpenApiParameter>(key, first.Parameter);
                foreach (var (operation, parameter, _) in variant)
                {
                    operation.Parameters![operation.Parameters.IndexOf(parameter)] = new OpenApiParameterReference(
                        key,
                        swaggerDoc
                    );
                }
            }
        }
    }
}
