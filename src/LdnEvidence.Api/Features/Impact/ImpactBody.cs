using System.Text.Json;
using FluentValidation;
using LdnEvidence.Api.Contracts.Changes;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Features.Impact;

/// <summary>The body of the question, as it arrived.</summary>
internal sealed record ImpactBody(JsonElement Json)
{
    public const int MostEntries = 1000;

    public bool IsList => Json.ValueKind == JsonValueKind.Array;

    /// <summary>The entries, as far as there may be any.</summary>
    public IReadOnlyList<ImpactEntry> Entries =>
        IsList && Json.GetArrayLength() <= MostEntries
            ? [.. Json.EnumerateArray().Select(entry => new ImpactEntry(entry))]
            : [];
}

/// <summary>One entry of the body, as it arrived.</summary>
internal sealed record ImpactEntry(JsonElement Json)
{
    public bool IsObject => Json.ValueKind == JsonValueKind.Object;

    public JsonElement? Claim => Member("claim");

    public JsonElement? Release => Member("release");

    /// <summary>Members that an entry does not have.</summary>
    public IEnumerable<string> Others =>
        IsObject
            ? Json.EnumerateObject().Select(member => member.Name).Where(name => name is not ("claim" or "release"))
            : [];

    /// <summary>The entry, once it was found to be one.</summary>
    public DisplayedClaim Read() => new(Claim!.Value.GetString()!, Release!.Value.GetInt32());

    private JsonElement? Member(string name) => IsObject && Json.TryGetProperty(name, out var value) ? value : null;
}

internal sealed class ImpactBodyValidator : AbstractValidator<ImpactBody>
{
    /// <param name="hasRelease">Whether there is a release with a number.</param>
    public ImpactBodyValidator(Func<int, bool> hasRelease)
    {
        RuleFor(body => body.Json)
            .Must((body, _) => body.IsList && body.Json.GetArrayLength() is >= 1 and <= ImpactBody.MostEntries)
            .WithMessage($"Expected a list of 1 to {ImpactBody.MostEntries} entries.")
            .OverridePropertyName("");
        RuleForEach(body => body.Entries).SetValidator(new ImpactEntryValidator(hasRelease));
    }

    /// <summary>Names a fault by its JSON pointer: Entries[3].claim is /3/claim.</summary>
    public static string PointerOf(string property) =>
        property
            .Replace("Entries[", "/", StringComparison.Ordinal)
            .Replace("].", "/", StringComparison.Ordinal)
            .TrimEnd('/', ']');
}

internal sealed class ImpactEntryValidator : AbstractValidator<ImpactEntry>
{
    public ImpactEntryValidator(Func<int, bool> hasRelease)
    {
        RuleFor(entry => entry.Json)
            .Must((entry, _) => entry.IsObject && !entry.Others.Any())
            .WithMessage("Expected an object with the members claim and release and no others.")
            .OverridePropertyName("");
        RuleFor(entry => entry.Claim)
            .Must(claim => claim is { ValueKind: JsonValueKind.String } id && Slug.TryParse(id.GetString()!, out _))
            .WithMessage($"Expected the id of a claim: {Slug.Form}.")
            .OverridePropertyName("claim")
            .When(entry => entry.IsObject);
        RuleFor(entry => entry.Release)
            .Must(release => IsNumber(release, out var number) && hasRelease(number))
            .WithMessage(entry =>
                IsNumber(entry.Release, out var number)
                    ? $"There is no release {number}."
                    : "Expected the number of a release."
            )
            .OverridePropertyName("release")
            .When(entry => entry.IsObject);
    }

    private static bool IsNumber(JsonElement? release, out int number)
    {
        number = 0;
        return release is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out number);
    }
}
