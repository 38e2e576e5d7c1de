using LdnEvidence.Api.Formats.LinkedData;
using LdnEvidence.Api.Formats.References;
using LdnEvidence.Api.Formats.Tables;

namespace LdnEvidence.Api.Formats;

/// <summary>Every format of the service. The first that fits is the one for callers who do not mind.</summary>
internal static class FormatRegistry
{
    public static IReadOnlyList<Format> All { get; } =
    [
        new JsonFormat(),
        new NdjsonFormat(),
        CsvFormat.Plain,
        CsvFormat.Excel,
        new BibTexFormat(),
        new RisFormat(),
        new CslJsonFormat(),
        new VancouverFormat(),
        new JsonLdFormat(),
    ];

    public static IReadOnlyList<Format> For(Type record, Arity arity) =>
        [.. All.Where(format => format.Fits(record, arity))];
}
