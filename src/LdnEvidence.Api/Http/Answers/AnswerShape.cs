using LdnEvidence.Api.Formats;

namespace LdnEvidence.Api.Http.Answers;

/// <summary>Says of an endpoint what it answers with, for choosing the format and for OpenAPI.</summary>
/// <param name="Record">The type of its records.</param>
/// <param name="Arity">Whether it answers with one of them or with a list.</param>
internal sealed record AnswerShape(Type Record, Arity Arity)
{
    /// <summary>The formats that such an answer can be given in, the default first.</summary>
    public IReadOnlyList<Format> Formats { get; init; } = FormatRegistry.For(Record, Arity);
}
