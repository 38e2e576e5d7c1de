using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Contracts.Reports;
using LdnEvidence.Api.Data;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Features.Lookup;

/// <summary>The records of a release that an identifier means.</summary>
/// <param name="System">The system of the identifier.</param>
/// <param name="Value">The identifier in its canonical form.</param>
/// <param name="Matches">The records.</param>
/// <param name="Below">The ids of records whose codes lie below the identifier, where it is a category that means none.</param>
internal sealed record IdentifiedRecords(
    string System,
    string Value,
    IReadOnlyList<LookupMatch> Matches,
    IReadOnlyList<string> Below
)
{
    private static readonly (Collection Collection, string Name)[] Coded =
    [
        (Collection.Conditions, Address.Conditions),
        (Collection.Mechanisms, Address.Mechanisms),
        (Collection.Outcomes, Address.Outcomes),
    ];

    /// <summary>Reads an identifier and finds what it means.</summary>
    /// <param name="release">The release that is read.</param>
    /// <param name="system">The system, as the caller names it.</param>
    /// <param name="value">The identifier, as the caller writes it.</param>
    /// <param name="records">What it means; null where it cannot be read.</param>
    /// <param name="form">How identifiers of the system are written; null where there is no such system.</param>
    public static bool TryRead(
        OpenRelease release,
        string system,
        string value,
        [NotNullWhen(true)] out IdentifiedRecords? records,
        out string? form
    )
    {
        (records, form) = (null, null);
        if (KebabCase<IdentifierSystem>.TryParse(system, out var known))
        {
            form = Identifier.Form(known);
            records = Identifier.TryParse(known, value, out var identifier) ? Find(release, identifier) : null;
        }
        else if (Coded.Any(coded => release.Codes(coded.Collection).HasSystem(Uri.UnescapeDataString(system))))
        {
            form = "a code of that system";
            records = Code.TryParse($"{Uri.UnescapeDataString(system)}|{value}", out var code)
                ? Find(release, code)
                : null;
        }

        return records is not null;
    }

    private static IdentifiedRecords Find(OpenRelease release, Identifier identifier) =>
        identifier.System
            is IdentifierSystem.Doi
                or IdentifierSystem.Pmid
                or IdentifierSystem.Pmcid
                or IdentifierSystem.Nct
            ? new(
                KebabCase<IdentifierSystem>.Of(identifier.System),
                identifier.Value,
                [
                    .. release
                        .Index(Collection.Studies)
                        .Having(KebabCase<IdentifierSystem>.Of(identifier.System), [identifier.Value])
                        .After(0)
                        .Select(position => Match(release, Collection.Studies, Address.Studies, position)),
                ],
                []
            )
            : Find(release, Code.From(identifier));

    private static IdentifiedRecords Find(OpenRelease release, Code code) =>
        new(
            code.System,
            code.Value,
            [
                .. Coded.SelectMany(coded =>
                    release
                        .Codes(coded.Collection)
                        .Find(code)
                        .Select(position => Match(release, coded.Collection, coded.Name, position))
                ),
            ],
            [.. release.Codes(Collection.Conditions).Below(code).Select(release.Index(Collection.Conditions).IdAt)]
        );

    private static LookupMatch Match(OpenRelease release, Collection collection, string name, int position)
    {
        using var documents = release.Documents(collection, [position]);
        var named = JsonSerializer.Deserialize<NamedRecord>(documents[0].Span, CatalogueJson.Options)!;
        return new LookupMatch(
            name,
            named.Id,
            named.Name ?? named.Citation ?? named.Id,
            $"{Address.Of(name)}/{named.Id}"
        );
    }

    /// <summary>What is read of a record: a study has a citation for its name.</summary>
    private sealed record NamedRecord(string Id, string? Name, string? Citation);
}
