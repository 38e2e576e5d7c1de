using System.Text;

namespace LdnEvidence.Api.Tests.Formats;

/// <summary>Reads CSV exactly as RFC 4180 writes it and refuses everything else; shares no code with the writer.</summary>
internal static class StrictCsv
{
    public static List<List<string>> Read(string text)
    {
        var rows = new List<List<string>>();
        var at = 0;
        while (at < text.Length)
        {
            var row = new List<string>();
            do
            {
                row.Add(at < text.Length && text[at] == '"' ? Quoted(text, ref at) : Bare(text, ref at));
            } while (at < text.Length && text[at] == ',' && ++at > 0);

            text[at..Math.Min(at + 2, text.Length)].ShouldBe("\r\n", $"a row must end with CRLF at {at}");
            at += 2;
            rows.Add(row);
        }

        rows.Select(row => row.Count).Distinct().Count().ShouldBe(1, "all rows must have the same number of cells");
        return rows;
    }

    /// <summary>The rows below the header, by column.</summary>
    public static List<Dictionary<string, string>> Records(string text)
    {
        var rows = Read(text);
        return [.. rows.Skip(1).Select(row => rows[0].Zip(row).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    /// <summary>What a cell stood for: one apostrophe in front is the guard.</summary>
    public static string Value(string cell) => cell is ['\'', ..] ? cell[1..] : cell;

    /// <summary>The entries of a list in a cell.</summary>
    public static List<string> Entries(string cell)
    {
        var entries = new List<string>();
        var entry = new StringBuilder();
        var value = Value(cell);
        for (var at = 0; at < value.Length; at++)
        {
            if (value[at] == '\\')
            {
                entry.Append(value[++at]);
            }
            else if (value[at] == ';')
            {
                value[++at].ShouldBe(' ');
                entries.Add(entry.ToString());
                entry.Clear();
            }
            else
            {
                entry.Append(value[at]);
            }
        }

        return [.. entries, entry.ToString()];
    }

    private static string Bare(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && text[at] is not (',' or '\r' or '\n'))
        {
            text[at].ShouldNotBe('"', "a quote must not stand in a bare cell");
            at++;
        }

        return text[start..at];
    }

    private static string Quoted(string text, ref int at)
    {
        var cell = new StringBuilder();
        for (at++; ; at++)
        {
            at.ShouldBeLessThan(text.Length, "a quoted cell must end");
            if (text[at] == '"' && (at + 1 == text.Length || text[at + 1] != '"'))
            {
                at++;
                return cell.ToString();
            }

            at += text[at] == '"' ? 1 : 0;
            cell.Append(text[at]);
        }
    }
}
