using LdnEvidence.Api.Contracts.Reports;
using LdnEvidence.Api.Data;
using LdnEvidence.Api.Data.Codes;
using LdnEvidence.Api.Data.Lists;
using LdnEvidence.Api.Data.Search;
using LdnEvidence.Api.Http.Queries;
using LdnEvidence.Domain;
using LdnEvidence.Domain.Identifiers;

namespace LdnEvidence.Api.Features.Coverage;

/// <summary>The matrix as it is for some of a release's claims, counted in the columns of its lists.</summary>
internal static class CoverageMatrix
{
    /// <summary>Every row and column of the release, with the claims that a query asks for counted in the cells.</summary>
    internal static CoverageResponse Of(ReleaseReader catalogue, GetCoverageQuery query)
    {
        var (claims, conditions) = (catalogue.Index(Collection.Claims), catalogue.Index(Collection.Conditions));
        var (levels, labels) = (
            Values<EvidenceLevel>(claims, "evidenceLevel"),
            Values<SourceFidelity>(claims, "fidelity")
        );
        var (domains, columns) = Columns(catalogue);
        var coded =
            query.Code.Length == 0
                ? null
                : CodedRecords.Find(
                    catalogue.Open,
                    Collection.Claims,
                    [.. query.Code.Select(code => code.Value)],
                    includeNarrower: false
                );
        var (asked, isNamed) = (Asked(catalogue, query, coded), new bool[claims.Size + 1]);
        var rows = new List<CoveredCondition>(conditions.Size + 1);
        for (var position = 1; position <= conditions.Size; position++)
        {
            var id = conditions.IdAt(position);
            var row = claims.Having("condition", [id]);
            foreach (var claim in row.After(0))
            {
                isNamed[claim] = true;
            }

            var condition = catalogue.Open.Condition(id);
            rows.Add(new CoveredCondition(id, condition.Name, Cells(row), condition.Absences));
        }

        var rest = claims.All.After(0).Where(claim => !isNamed[claim]).ToArray();
        if (rest.Length > 0)
        {
            rows.Add(new CoveredCondition(Id: null, Name: null, Cells(PositionSet.Of(claims.Size, rest)), []));
        }

        return new CoverageResponse
        {
            Release = catalogue.Release.Number,
            Domains = domains,
            Conditions = rows,
            UnmatchedCodes = coded is null ? null : query.Code.Unmatched(coded),
        };

        List<CoverageCell> Cells(PositionSet row)
        {
            var cells = domains.ConvertAll(domain => new CellCount(domain));
            foreach (var claim in row.Intersect(asked).After(0).Where(claim => columns[claim] >= 0))
            {
                cells[columns[claim]].Add(levels[claim], labels[claim]);
            }

            return cells.ConvertAll(cell => cell.Cell());
        }
    }

    /// <summary>The claims that the query asks for.</summary>
    private static PositionSet Asked(ReleaseReader catalogue, GetCoverageQuery query, CodedRecords? coded)
    {
        var claims = new Narrowing(catalogue.Index(Collection.Claims))
            .To("evidenceLevel", query.EvidenceLevel.Words())
            .To("kind", query.Kind.Words())
            .To("fidelity", query.Fidelity.Words())
            .To("interventionMatch", query.InterventionMatch.Words())
            .To("levelIsMeaningful", query.LevelIsMeaningful is { Raw: var isMeaningful } ? [isMeaningful] : [])
            .Records;
        claims = coded is null ? claims : claims.Intersect(coded.Records);
        return query.Q is { Value: var words } && SearchExpression.TryParse(words, out var expression, out _)
            ? claims.Intersect(catalogue.Open.Matching(Collection.Claims, expression))
            : claims;
    }

    /// <summary>The domains that have an outcome, in order, and by the position of a claim in which of them it is; -1 where in none.</summary>
    private static (List<OutcomeDomain> Domains, int[] Columns) Columns(ReleaseReader catalogue)
    {
        var (claims, outcomes) = (catalogue.Index(Collection.Claims), catalogue.Index(Collection.Outcomes));
        var domain = outcomes.Column("domain");
        var (domains, columns) = (new List<OutcomeDomain>(), new int[claims.Size + 1]);
        Array.Fill(columns, -1);
        foreach (var number in Enumerable.Range(0, domain.Values).OrderBy(domain.Order))
        {
            List<string> ids = [.. catalogue.Open.Ids(Collection.Outcomes, domain.Having(number))];
            foreach (var claim in claims.Having("outcome", ids).After(0))
            {
                columns[claim] = domains.Count;
            }

            domains.Add(KebabCase<OutcomeDomain>.Parse(domain.Value(number)));
        }

        return (domains, columns);
    }

    /// <summary>The value of a field at each position.</summary>
    private static TEnum[] Values<TEnum>(CollectionIndex index, string name)
        where TEnum : struct, Enum
    {
        var (column, values) = (index.Column(name), new TEnum[index.Size + 1]);
        for (var number = 0; number < column.Values; number++)
        {
            var value = KebabCase<TEnum>.Parse(column.Value(number));
            foreach (var position in column.Having(number).After(0))
            {
                values[position] = value;
            }
        }

        return values;
    }
}
