using System.Text;
using LdnEvidence.Benchmarks.Rows;

namespace LdnEvidence.Benchmarks.Report;

/// <summary>The measured rows as Markdown.</summary>
internal static class MarkdownTable
{
    public static string Of(IEnumerable<string> head, IEnumerable<(Row Row, Cells? Cells, string? Failure)> results)
    {
        var text = new StringBuilder();
        foreach (var line in head)
        {
            text.Append(line).Append('\n');
        }

        text.Append(
            "\n| Row | Work | Service | Reference | Ratio | Required | Holds | p50 / p99 | Reference p50 / p99 | Processor time | Memory | Remarks |\n"
        );
        text.Append("|---|---|---|---|---|---|---|---|---|---|---|---|\n");
        foreach (var (row, cells, failure) in results)
        {
            string[] values = cells is null
                ? ["FAILED", "", "", "", "**no**", "", "", "", "", failure ?? ""]
                :
                [
                    cells.Service,
                    cells.Reference,
                    cells.Ratio,
                    cells.Required,
                    cells.Holds ? "yes" : "**no**",
                    cells.Latency,
                    cells.ReferenceLatency,
                    cells.Processor,
                    cells.Memory,
                    cells.Note,
                ];
            text.Append($"| `{row.Name}` | {row.Scale}: {row.Work} | {string.Join(" | ", values)} |\n");
        }

        return text.ToString();
    }
}
