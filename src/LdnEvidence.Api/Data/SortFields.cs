using System.Linq.Expressions;
using LdnEvidence.Api.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace LdnEvidence.Api.Data;

/// <summary>
/// The fields that a list can be sorted by. None of them is ever null, and the position breaks every tie, so any order is total and a page can begin
/// exactly after the record that the page before ended with.
/// </summary>
internal sealed class SortFields<TRow>
    where TRow : CatalogueRow
{
    private readonly Dictionary<string, SortKey> _keys = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Names => _keys.Keys;

    public SortFields<TRow> With<TKey>(string name, Expression<Func<TRow, TKey>> key)
    {
        _keys.Add(name, new SortKey<TKey>(key));
        return this;
    }

    /// <summary>Reads an order such as <c>-year,id</c>, whose fields a validator has admitted; nothing means the default order.</summary>
    public SortOrder Parse(string? sort) =>
        new([
            .. (sort?.Split(',') ?? []).Select(part =>
                part.StartsWith('-') ? (_keys[part[1..]], true) : (_keys[part], false)
            ),
        ]);

    /// <summary>An order of rows: by these keys, then by position.</summary>
    internal sealed class SortOrder(IReadOnlyList<(SortKey Key, bool Descending)> keys)
    {
        /// <summary>The rows in this order that come after the one at a position; all of them where there is none.</summary>
        public async Task<IQueryable<TRow>> After(
            IQueryable<TRow> rows,
            int? position,
            CancellationToken cancellationToken
        )
        {
            var remaining = position is { } seen ? rows.Where(await IsAfter(rows, seen, cancellationToken)) : rows;
            if (keys.Count == 0)
            {
                return remaining.OrderBy(row => row.Position);
            }

            var ordered = keys[0].Key.Order(remaining, keys[0].Descending);
            return keys.Skip(1)
                .Aggregate(ordered, (rows, next) => next.Key.ThenOrder(rows, next.Descending))
                .ThenBy(row => row.Position);
        }

        private async Task<Expression<Func<TRow, bool>>> IsAfter(
            IQueryable<TRow> rows,
            int position,
            CancellationToken cancellationToken
        )
        {
            Expression<Func<TRow, bool>> byPosition = row => row.Position > position;
            var row = byPosition.Parameters[0];
            var isAfter = byPosition.Body;
            var anchor = rows.Where(row => row.Position == position);
            // From the last key to the first: after by this key, or level with it and after by the ones that follow.
            foreach (var (key, descending) in keys.Reverse())
            {
                var (after, level) = await key.Compare(row, anchor, descending, cancellationToken);
                isAfter = Expression.OrElse(after, Expression.AndAlso(level, isAfter));
            }

            return Expression.Lambda<Func<TRow, bool>>(isAfter, row);
        }
    }

    internal abstract class SortKey
    {
        public abstract IOrderedQueryable<TRow> Order(IQueryable<TRow> rows, bool descending);

        public abstract IOrderedQueryable<TRow> ThenOrder(IOrderedQueryable<TRow> rows, bool descending);

        /// <summary>Whether a row comes after the anchor by this key, and whether it is level with it.</summary>
        public abstract Task<(Expression After, Expression Level)> Compare(
            ParameterExpression row,
            IQueryable<TRow> anchor,
            bool descending,
            CancellationToken cancellationToken
        );
    }

    private sealed class SortKey<TKey>(Expression<Func<TRow, TKey>> key) : SortKey
    {
        public override IOrderedQueryable<TRow> Order(IQueryable<TRow> rows, bool descending) =>
            descending ? rows.OrderByDescending(key) : rows.OrderBy(key);

        public override IOrderedQueryable<TRow> ThenOrder(IOrderedQueryable<TRow> rows, bool descending) =>
            descending ? rows.ThenByDescending(key) : rows.ThenBy(key);

        public override async Task<(Expression After, Expression Level)> Compare(
            ParameterExpression row,
            IQueryable<TRow> anchor,
            bool descending,
            CancellationToken cancellationToken
        )
        {
            var value = await anchor.Select(key).FirstOrDefaultAsync(cancellationToken);
            var left = new Replace(key.Parameters[0], row).Visit(key.Body);
            // A captured field, not a constant: EF Core then sends a parameter and compiles the query once.
            var right = Expression.Field(
                Expression.Constant(new Anchor<TKey> { Value = value }),
                nameof(Anchor<>.Value)
            );
            var comparison = descending ? ExpressionType.LessThan : ExpressionType.GreaterThan;
            var after =
                typeof(TKey) == typeof(string)
                    ? Expression.MakeBinary(
                        comparison,
                        Expression.Call(typeof(string), nameof(string.Compare), null, left, right),
                        Expression.Constant(0)
                    )
                    : Expression.MakeBinary(comparison, left, right);
            return (after, Expression.Equal(left, right));
        }
    }

    private sealed class Anchor<TKey>
    {
        public TKey? Value;
    }

    private sealed class Replace(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) =>
            node == from ? to : base.VisitParameter(node);
    }
}
