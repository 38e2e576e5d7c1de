using LdnEvidence.Api.Data.Rows;
using LdnEvidence.Domain;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Data.Publishing;

/// <summary>Turns the content of a release into the rows that are stored, in the order that foreign keys need.</summary>
internal sealed class ReleaseRows(
    ReleaseContent content,
    BodyFile bodies,
    int number,
    DateTime publishedAt,
    string chainBefore
) : IReleaseRows
{
    /// <summary>How many rows <see cref="All"/> has.</summary>
    public int Count =>
        NarrowerConditions.Count()
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
            .Concat(With(Collection.SourceDocuments, [SourceDocument]))
            .Concat(With(Collection.EvidenceLevels, EvidenceLevels))
            .Concat(With(Collection.Conditions, Conditions.OrderBy(Depth)))
            .Concat(With(Collection.Mechanisms, Mechanisms))
            .Concat(With(Collection.Outcomes, Outcomes))
            .Concat(With(Collection.Studies, Studies))
            .Concat(NarrowerConditions)
            .Concat(With(Collection.Claims, Claims));

    /// <summary>The row that closes the release.</summary>
    public ReleaseSealRow Seal => new() { ReleaseNumber = number };

    public IEnumerable<EvidenceLevelRow> EvidenceLevels =>
        content.EvidenceLevels.Select(level => new EvidenceLevelRow
        {
            ReleaseNumber = number,
            Id = KebabCase<EvidenceLevel>.Of(level.Record.Id),
            Position = level.Position,
            ClaimCount = level.Record.ClaimCount,
        });

    public IEnumerable<ConditionRow> Conditions =>
        content.Conditions.Select(placed => new ConditionRow
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
        });

    public IEnumerable<MechanismRow> Mechanisms =>
        content.Mechanisms.Select(placed => new MechanismRow
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
        });

    public IEnumerable<OutcomeRow> Outcomes =>
        content.Outcomes.Select(placed => new OutcomeRow
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
        });

    public IEnumerable<StudyRow> Studies =>
        content.Studies.Select(placed => new StudyRow
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
        });

    public IEnumerable<NarrowerConditionRow> NarrowerConditions =>
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

    public IEnumerable<ClaimRow> Claims =>
        content.Claims.Select(placed =>
        {
            var (claim, trace) = (placed.Record, placed.Assessment.Trace);
            return new ClaimRow
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
                Differences = string.Join(',', claim.Fidelity.ToSource.Differences.Select(KebabCase<Difference>.Of)),
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
            };
        });

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

    private SourceDocumentRow SourceDocument =>
        new()
        {
            ReleaseNumber = number,
            Id = content.Catalogue.Document.Id.Value,
            Position = 1,
            Title = content.Catalogue.Document.Title,
            Sha256 = content.Catalogue.Document.Sha256,
        };

    /// <summary>Each row with that of its document.</summary>
    private IEnumerable<object> With(Collection collection, IEnumerable<CatalogueRow> rows) =>
        rows.SelectMany(row =>
            new object[]
            {
                row,
                DocumentRow.Of(number, collection, row.Position, bodies.Read(collection, row.Position)),
            }
        );

    /// <summary>How many conditions are broader than this one.</summary>
    private int Depth(ConditionRow row) =>
        content.Catalogue.BroaderThan(content.Conditions[row.Position - 1].Record).Count();
}
