using System.Globalization;

namespace SystemSim.Acceptance;

/// <summary>The rows of a results folder's tidy files, to look numbers up in.</summary>
internal sealed class TidyRows
{
    private readonly Dictionary<(string Option, string Against, string Measure), List<Dictionary<string, string>>> rows = [];

    /// <summary>Reads the rows.</summary>
    /// <param name="folder">Path of the results folder.</param>
    public TidyRows(string folder)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(folder, "tidy"), "*.csv"))
        {
            using var lines = File.ReadLines(file).GetEnumerator();
            lines.MoveNext();
            var columns = lines.Current.Split(',');
            while (lines.MoveNext())
            {
                var cells = Cells(lines.Current);
                var row = columns.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second);
                var key = (row["option"], row["against"], row["measure"]);
                (rows.TryGetValue(key, out var alike) ? alike : rows[key] = []).Add(row);
            }
        }
    }

    /// <summary>The sum of the rows that match; of those with central values unless a statistic is wanted.</summary>
    /// <param name="of">Columns and what they hold, as in <c>measure=spend;option=pooled</c>; one of several where strokes part
    /// them.</param>
    public double Sum(string of)
    {
        var wanted = of.Split(';').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        wanted.TryAdd("statistic", "central");
        return wanted["option"]
            .Split('|')
            .SelectMany(option => wanted["measure"].Split('|').Select(measure => (option, wanted["against"], measure)))
            .SelectMany(key => rows.GetValueOrDefault(key, []))
            .Where(row => wanted.All(column => column.Value.Split('|').Contains(row[column.Key])))
            .Sum(row => double.Parse(row["value"], CultureInfo.InvariantCulture));
    }

    private static List<string> Cells(string line)
    {
        var cells = new List<string> { "" };
        var quoted = false;
        foreach (var letter in line)
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (letter == ',' && !quoted)
            {
                cells.Add("");
            }
            else
            {
                cells[^1] += letter;
            }
        }

        return cells;
    }
}
