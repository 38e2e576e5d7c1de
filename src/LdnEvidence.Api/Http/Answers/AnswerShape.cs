using LdnEvidence.Api.Formats;
using LdnEvidence.Api.Http.Negotiation;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain;
using Microsoft.Net.Http.Headers;

namespace LdnEvidence.Api.Http.Answers;

/// <summary>Says of an endpoint what it answers with, for choosing the format and for OpenAPI.</summary>
/// <param name="Record">The type of its records.</param>
/// <param name="Body">The type of its body in JSON: the record itself, or the page of a list.</param>
/// <param name="Arity">Whether it answers with one of them or with a list.</param>
internal sealed record AnswerShape(Type Record, Type Body, Arity Arity)
{
    /// <summary>The formats that such an answer can be given in, the default first.</summary>
    public IReadOnlyList<Format> Formats { get; init; } = FormatRegistry.For(Record, Arity);
}

/// <summary>Says of an endpoint that it answers in one format only, which is none of the registry's.</summary>
internal sealed record FixedFormat(string MediaType)
{
    private readonly MediaTypeHeaderValue _type = MediaTypeHeaderValue.Parse(MediaType);

    /// <returns>What is wrong with the Accept header, or null.</returns>
    public Error? Check(HttpRequest request) =>
        MediaRanges.Of(request) is not { } ranges || ranges.QualityOf(_type) > 0
            ? null
            : Error.NotAcceptable(Quote.Of(request.Headers.Accept.ToString()), MediaType);
}
