using LdnEvidence.Api.Data.Rows;
using LdnEvidence.Domain;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Data.Publishing;

/// <summary>Turns the content of a release into the rows that are stored, in the order that foreign keys need.</summary>
internal sealed class ReleaseRows(ReleaseContent content, int number, DateTime publishedAt, string chainBefore)
{
    /// <summary>How many rows <see cref="All"/> has.</summary>
    public int Count =>
        NarrowerConditions().Count()
        + Reports.Length
        + 2
            * (
                2
                + content.EvidenceLevels.Count
                + content.Conditions.Count
                + content.Mechanisms.Count
                + content.Outcomes.Count
                + content.Studies.Count
                + content.Claims.Count
            );

    /// <summary>
    /// Every row but the seal, each made when it is asked for: kind by kind and in the order of their positions, only that a broader condition comes
    /// before its narrower ones.
    /// </summary>
    public IEnumerable<object> All =>
        Enumerable
            .Empty<object>()
            .Concat(Release())
            .Concat(Reports.Select(report => DocumentRow.Of(number, report.Collection, 1, report.Body(number))))
            .Concat(SourceDocument())
            .Concat(Levels())
            .Concat(Conditions())
            .Concat(Mechanisms())
            .Concat(Outcomes())
            .Concat(Studies())
            .Concat(NarrowerConditions())
            .Concat(Claims());

    /// <summary>The row that closes the release.</summary>
    public ReleaseSealRow Seal => new() { ReleaseNumber = number };

    /// <summary>What is told of the release as a whole.</summary>
    private (Collection Collection, Func<int, byte[]> Body)[] Reports =>
        [(Collection.Audits, content.Audit), (Collection.Coverage, content.Coverage)];

    private IEnumerable<object> Release() =>
        [
            new ReleaseRow
            {
                Number = number,
                PublishedAt = publishedAt,
                Digest = content.Digest,
            },
            DocumentRow.Of(number, Collection.Releases, number, content.Release(number, publishedAt, chainBefore)),
        ];

    private IEnumerable<object> SourceDocument() =>
        With(
            Collection.SourceDocuments,
            content.SourceDocument(),
            new SourceDocumentRow
            {
                ReleaseNumber = number,
                Id = content.Catalogue.Document.Id.Value,
                Position = 1,
                Title = content.Catalogue.Document.Title,
                Sha256 = content.Catalogue.Document.Sha256,
            }
        );

    private IEnumerable<object> Levels() =>
        content.EvidenceLevels.SelectMany(level =>
            With(
                Collection.EvidenceLevels,
                content.Document(level),
                new EvidenceLevelRow
                {
                    ReleaseNumber = number,
                    Id = KebabCase<EvidenceLevel>.Of(level.Record.Id),
                    Position = level.Position,

                    ClaimCount = level.Record.ClaimCount,
                }
            )
        );

    private IEnumerable<object> Conditions() =>
        content
            .Conditions.OrderBy(placed => content.Catalogue.BroaderThan(placed.Record).Count())
            .SelectMany(placed =>
                With(
                    Collection.Conditions,
                    content.Document(placed),
                    new ConditionRow
                    {
                        ReleaseNumber = number,
                        Id = placed.Record.Id.Value,
                        Position = placed.Position,

                        PilotTrialClaims = placed.Counts.PilotTrial,
                        CaseSeriesClaims = placed.Counts.CaseSeries,
                        AnecdotalClaims = placed.Counts.Anecdotal,
                        Name = placed.Record.Name,
                        BroaderId = placed.Record.Broader?.Value,
                        Codes =
                        [
                            .. placed.Record.Codes.Select(code => new ConditionCodeRow
                            {
                                ReleaseNumber = number,
                                RecordId = placed.Record.Id.Value,
                                System = code.System,
                                Value = code.Value,
                                Label = code.Label,
                            }),
                        ],
                    }
                )
            );

    private IEnumerable<object> Mechanisms() =>
        content.Mechanisms.SelectMany(placed =>
            With(
                Collection.Mechanisms,
                content.Document(placed),
                new MechanismRow
                {
                    ReleaseNumber = number,
                    Id = placed.Record.Id.Value,
                    Position = placed.Position,

                    PilotTrialClaims = placed.Counts.PilotTrial,
                    CaseSeriesClaims = placed.Counts.CaseSeries,
                    AnecdotalClaims = placed.Counts.Anecdotal,
                    Name = placed.Record.Name,
                    Codes =
                    [
                        .. placed.Record.Codes.Select(code => new MechanismCodeRow
                        {
                            ReleaseNumber = number,
                            RecordId = placed.Record.Id.Value,
                            System = code.System,
                            Value = code.Value,
                            Label = code.Label,
                        }),
                    ],
                }
            )
        );

    private IEnumerable<object> Outcomes() =>
        content.Outcomes.SelectMany(placed =>
            With(
                Collection.Outcomes,
                content.Document(placed),
                new OutcomeRow
                {
                    ReleaseNumber = number,
                    Id = placed.Record.Id.Value,
                    Position = placed.Position,

                    PilotTrialClaims = placed.Counts.PilotTrial,
                    CaseSeriesClaims = placed.Counts.CaseSeries,
                    AnecdotalClaims = placed.Counts.Anecdotal,
                    Name = placed.Record.Name,
                    Domain = placed.Record.Domain,
                    Codes =
                    [
                        .. placed.Record.Codes.Select(code => new OutcomeCodeRow
                        {
                            ReleaseNumber = number,
                            RecordId = placed.Record.Id.Value,
                            System = code.System,
                            Value = code.Value,
                            Label = code.Label,
                        }),
                    ],
                }
            )
        );

    private IEnumerable<object> Studies() =>
        content.Studies.SelectMany(placed =>
            With(
                Collection.Studies,
                content.Document(placed),
                new StudyRow
                {
                    ReleaseNumber = number,
                    Id = placed.Record.Id.Value,
                    Position = placed.Position,

                    PilotTrialClaims = placed.Counts.PilotTrial,
                    CaseSeriesClaims = placed.Counts.CaseSeries,
                    AnecdotalClaims = placed.Counts.Anecdotal,
                    Title = placed.Record.Title,
                    Journal = placed.Record.Journal,
                    Year = placed.Record.Year,
                    Design = placed.Record.Design,
                    Standing = placed.Record.Standing,
                    InterventionMatch = placed.Record.InterventionMatch,
                    Cohort = (placed.Record.Cohort ?? placed.Record.Id).Value,
                    SampleSize = placed.Record.SampleSize,
                    Doi = placed.Record.Doi?.Key,
                    Pmid = placed.Record.Pmid?.Value,
                    Pmcid = placed.Record.Pmcid,
                }
            )
        );

    private IEnumerable<NarrowerConditionRow> NarrowerConditions() =>
        content.Catalogue.Conditions.SelectMany(condition =>
            content
                .Catalogue.BroaderThan(condition)
                .Select(broader => new NarrowerConditionRow
                {
                    ReleaseNumber = number,
                    BroaderId = broader.Value,
                    NarrowerId = condition.Id.Value,
                })
        );

    private IEnumerable<object> Claims() =>
        content.Claims.SelectMany(placed =>
        {
            var (claim, trace) = (placed.Record, placed.Assessment.Trace);
            return With(
                Collection.Claims,
                content.Document(placed),
                new ClaimRow
                {
                    ReleaseNumber = number,
                    Id = claim.Id.Value,
                    Position = placed.Position,
                    Kind = claim.Kind,
                    Statement = claim.Statement,
                    OutcomeId = claim.Outcome.Value,
                    Direction = claim.Direction,
                    EvidenceLevel = trace.Level,
                    EvidenceRank = (int)trace.Level + 1,
                    LevelRule = trace.Rule.Id,
                    LevelIsMeaningful = claim.LevelIsMeaningful,
                    FidelityToSource = claim.Fidelity.ToSource.Label,
                    FidelityToDocument = claim.Fidelity.ToDocument.Label,
                    Differences = string.Join(
                        ',',
                        claim.Fidelity.ToSource.Differences.Select(KebabCase<Difference>.Of)
                    ),
                    CheckedOn = claim.Fidelity.ToSource.Checked?.On,
                    ImpliedLevel = claim.ImpliedLevel,
                    LevelGap = placed.Assessment.LevelGap,
                    InterventionMatch = placed.Assessment.InterventionMatch,
                    SourceDocumentId = content.Catalogue.Document.Id.Value,
                    LocatorSection = claim.Locator.Section.Value,
                    LocatorPosition = claim.Locator.Position,
                    Conditions =
                    [
                        .. claim.Conditions.Select(id => new ClaimConditionRow
                        {
                            ReleaseNumber = number,
                            ClaimId = claim.Id.Value,
                            ConditionId = id.Value,
                        }),
                    ],
                    Mechanisms =
                    [
                        .. claim.Mechanisms.Select(id => new ClaimMechanismRow
                        {
                            ReleaseNumber = number,
                            ClaimId = claim.Id.Value,
                            MechanismId = id.Value,
                        }),
                    ],
                    Citations =
                    [
                        .. claim.Citations.Select(citation => new CitationRow
                        {
                            ReleaseNumber = number,
                            ClaimId = claim.Id.Value,
                            StudyId = citation.Study.Value,
                            Relation = citation.Relation,
                            ReportsOutcome = citation.ReportsOutcome,
                            Note = citation.Note,
                        }),
                    ],
                }
            );
        });

    /// <summary>A record's row, and the row of its document.</summary>
    private object[] With(Collection collection, byte[] document, CatalogueRow row) =>
        [row, DocumentRow.Of(number, collection, row.Position, document)];
}
