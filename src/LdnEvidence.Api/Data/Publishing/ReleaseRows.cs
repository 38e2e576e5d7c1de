using LdnEvidence.Api.Contracts;
using LdnEvidence.Api.Data.Rows;

namespace LdnEvidence.Api.Data.Publishing;

/// <summary>
/// The rows of a release, derived from its bodies alone: a publication, a check and a rebuild get the same rows from the same bodies. Each row is
/// created when it is asked for.
/// </summary>
internal sealed class ReleaseRows(int number, IReleaseBodies bodies)
{
    private readonly Lazy<Dictionary<string, string?>> _broader = new(() =>
        bodies
            .Read<ConditionResponse>(Collection.Conditions)
            .ToDictionary(condition => condition.Id, condition => condition.Broader?.Id, StringComparer.Ordinal)
    );

    /// <summary>How many rows <see cref="All"/> has. An audit and a coverage matrix have a document and no other row.</summary>
    public int Count =>
        Enum.GetValues<Collection>()
            .Sum(collection =>
                bodies.Count(collection) * (collection is Collection.Audits or Collection.Coverage ? 1 : 2)
            ) + _broader.Value.Keys.Sum(condition => BroaderThan(condition).Count());

    /// <summary>Every row but the seal and the documents, in the order that foreign keys need.</summary>
    public IEnumerable<object> Records =>
        Enumerable
            .Empty<object>()
            .Concat(bodies.Read<ReleaseResponse>(Collection.Releases).Select(ReleaseRow.From))
            .Concat(SourceDocuments)
            .Concat(EvidenceLevels)
            .Concat(Conditions.OrderBy(row => BroaderThan(row.Id).Count()))
            .Concat(Mechanisms)
            .Concat(Outcomes)
            .Concat(Studies)
            .Concat(NarrowerConditions)
            .Concat(Claims);

    /// <summary>The documents, each with its hash.</summary>
    public IEnumerable<DocumentRow> Documents =>
        bodies
            .Of(Enum.GetValues<Collection>())
            .Select(body =>
                DocumentRow.Of(
                    number,
                    body.Collection,
                    body.Collection == Collection.Releases ? number : body.Position,
                    body.Body
                )
            );

    /// <summary>Every row but the seal.</summary>
    public IEnumerable<object> All => Records.Concat(Documents);

    /// <summary>The row that closes the release.</summary>
    public ReleaseSealRow Seal => new() { ReleaseNumber = number };

    public IEnumerable<EvidenceLevelRow> EvidenceLevels =>
        Rows<EvidenceLevelResponse, EvidenceLevelRow>(Collection.EvidenceLevels, EvidenceLevelRow.From);

    public IEnumerable<ConditionRow> Conditions =>
        Rows<ConditionResponse, ConditionRow>(Collection.Conditions, ConditionRow.From);

    public IEnumerable<MechanismRow> Mechanisms =>
        Rows<MechanismResponse, MechanismRow>(Collection.Mechanisms, MechanismRow.From);

    public IEnumerable<OutcomeRow> Outcomes => Rows<OutcomeResponse, OutcomeRow>(Collection.Outcomes, OutcomeRow.From);

    public IEnumerable<StudyRow> Studies => Rows<StudyResponse, StudyRow>(Collection.Studies, StudyRow.From);

    public IEnumerable<ClaimRow> Claims => Rows<ClaimResponse, ClaimRow>(Collection.Claims, ClaimRow.From);

    /// <summary>Each condition with each that is broader, near or far.</summary>
    public IEnumerable<NarrowerConditionRow> NarrowerConditions =>
        _broader.Value.Keys.SelectMany(narrower =>
            BroaderThan(narrower)
                .Select(broader => new NarrowerConditionRow
                {
                    ReleaseNumber = number,
                    BroaderId = broader,
                    NarrowerId = narrower,
                })
        );

    private IEnumerable<SourceDocumentRow> SourceDocuments =>
        Rows<SourceDocumentResponse, SourceDocumentRow>(Collection.SourceDocuments, SourceDocumentRow.From);

    private IEnumerable<string> BroaderThan(string condition)
    {
        for (var next = _broader.Value[condition]; next is not null; next = _broader.Value[next])
        {
            yield return next;
        }
    }

    private IEnumerable<TRow> Rows<TBody, TRow>(Collection collection, Func<int, int, TBody, TRow> row) =>
        bodies.Read<TBody>(collection).Select((body, index) => row(number, index + 1, body));
}
