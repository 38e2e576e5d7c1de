using System.Globalization;
using System.Text.Json.Serialization;
using LdnEvidence.Domain;

namespace LdnEvidence.Api.Contracts;

/// <summary>A complete, immutable, numbered copy of the catalogue.</summary>
public sealed record ReleaseResponse
{
    /// <summary>The release's number, 1 for the first.</summary>
    public required int Number { get; init; }

    /// <summary>When it was published, UTC.</summary>
    public required DateTime PublishedAt { get; init; }

    /// <summary>SHA-256, in lower-case hexadecimal, of all its record bodies: the same seed files give the same digest on every machine.</summary>
    public required string Digest { get; init; }

    /// <summary>
    /// SHA-256, in lower-case hexadecimal, of the chain digest of the release before (64 zeros before the first) and digest, each followed by a line feed. It
    /// covers every release up to this one: keep it to prove later that none was changed. Null on a release from before there was a chain.
    /// </summary>
    public string? ChainDigest { get; init; }

    /// <summary>How many records it holds.</summary>
    public required RecordCounts Records { get; init; }

    /// <summary>Its claims by level.</summary>
    public required ClaimCounts ClaimCounts { get; init; }

    /// <summary>The page that the claims were taken from.</summary>
    public required SourceDocumentResponse SourceDocument { get; init; }

    /// <summary>The licence of the data.</summary>
    public required string Licence { get; init; }

    /// <summary>Where to go from here.</summary>
    public required ReleaseLinks Links { get; init; }

    internal static ReleaseLinks LinksTo(int number) =>
        new($"{Address.Of(Address.Releases)}/{number}", $"{Address.Of(Address.Claims)}?release={number}")
        {
            Html = Address.PageOf(Address.Releases, number.ToString(CultureInfo.InvariantCulture)),
        };
}

/// <summary>How many records a release holds.</summary>
public sealed record RecordCounts(int Conditions, int Mechanisms, int Outcomes, int Studies, int Claims);

/// <summary>Where to go from a release.</summary>
/// <param name="Self">This release.</param>
/// <param name="Claims">Its claims.</param>
public sealed record ReleaseLinks(string Self, string Claims)
{
    /// <summary>The page that shows this release to people; missing in releases older than it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Html { get; init; }
}

/// <summary>The page that the claims were taken from.</summary>
public sealed record SourceDocumentResponse
{
    /// <summary>The key that locators name.</summary>
    public required string Id { get; init; }

    /// <summary>The title as the page prints it.</summary>
    public required string Title { get; init; }

    /// <summary>What is known of the publisher's interest in the subject.</summary>
    public required string PublisherInterest { get; init; }

    /// <summary>The day on which the text was read.</summary>
    public required DateOnly DateRead { get; init; }

    /// <summary>SHA-256 of the text that was read, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The sections of the page and what stands in them.</summary>
    public required IReadOnlyList<OutlineSectionResponse> Outline { get; init; }

    internal static SourceDocumentResponse From(SourceDocument document) =>
        new()
        {
            Id = document.Id.Value,
            Title = document.Title,
            PublisherInterest = document.PublisherInterest,
            DateRead = document.DateRead,
            Sha256 = document.Sha256,
            Outline =
            [
                .. document.Outline.Select(section => new OutlineSectionResponse(section.Heading, section.Blocks)),
            ],
        };
}

/// <summary>A section of the source document.</summary>
/// <param name="Heading">The heading as the page prints it.</param>
/// <param name="Blocks">Paragraphs and list items in order.</param>
public sealed record OutlineSectionResponse(string Heading, IReadOnlyList<OutlineBlock> Blocks);
