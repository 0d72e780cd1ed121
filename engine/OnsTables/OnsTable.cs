namespace SystemSim.OnsTables;

/// <summary>The people of one area in a table as the ONS publishes it, CSV or workbook: subnational projections by single year of age or in
/// groups of five years, mid-year estimates, and what Nomis gives.</summary>
/// <remarks>
/// An area is found by its code. Males and females are added up where there is no row for persons. Where a band of ages ends inside a group
/// of five years, the group is shared evenly over its years: 15 to 19 gives three fifths to those below 18.
/// </remarks>
public sealed class OnsTable
{
    private readonly ImmutableArray<Group> groups;

    private OnsTable(string layout, bool isEstimate, ImmutableArray<int> years, ImmutableArray<Group> groups) =>
        (Layout, IsEstimate, Years, this.groups) = (layout, isEstimate, years, groups);

    /// <summary>What it is.</summary>
    public string Layout { get; }

    /// <summary>Whether it counts people of past years, and does not project them.</summary>
    public bool IsEstimate { get; }

    /// <summary>The years that it has, in order: people in the middle of each.</summary>
    public ImmutableArray<int> Years { get; }

    /// <summary>Reads the people of an area.</summary>
    /// <param name="bytes">Bytes of the file.</param>
    /// <param name="codes">Codes of the area, today's and earlier ones.</param>
    /// <param name="area">What the area is called in sentences.</param>
    /// <exception cref="OnsTableException">It does not hold all ages of it.</exception>
    public static OnsTable Read(byte[] bytes, ImmutableArray<string> codes, string area)
    {
        var reader = new OnsTableReader(codes, area);
        try
        {
            foreach (var sheet in Sheet.In(bytes))
            {
                reader.Add(sheet);
            }
        }
        catch (CsvHelper.CsvFormatException wrong)
        {
            throw new OnsTableException($"it is not CSV: {char.ToLowerInvariant(wrong.Message[0])}{wrong.Message[1..]}");
        }
        catch (Exception wrong) when (wrong is not (OnsTableException or OutOfMemoryException))
        {
            throw new OnsTableException(
                "it is no workbook that can be read, or larger than any that is published. Save it as .xlsx or CSV once more."
            );
        }

        var (layout, groups) = reader.Read();
        return new(layout.Name, layout.IsEstimate, [.. groups[0].People.Keys.Order()], groups);
    }

    /// <summary>People of a band of ages in the middle of a year.</summary>
    /// <param name="year">One of <see cref="Years"/>.</param>
    /// <param name="from">Youngest.</param>
    /// <param name="to">Oldest; null where the band is open.</param>
    /// <exception cref="OnsTableException">The band starts or ends among the oldest, who are one group.</exception>
    public double People(int year, int from, int? to) => Within(from, to).Sum(part => part.Share * part.Group.People[year]);

    /// <summary>The sheet, where it has several, and the rows that a band's people were read from: <c>rows 2 to 111</c>, or
    /// <c>sheet Persons, row 7</c>.</summary>
    /// <param name="from">Youngest.</param>
    /// <param name="to">Oldest; null where the band is open.</param>
    public string Where(int from, int? to)
    {
        var read = Within(from, to).SelectMany(part => part.Group.Rows).GroupBy(row => row.Sheet);
        return string.Join(" and ", read.Select(sheet =>
        {
            var (first, last) = (sheet.Min(row => row.Number), sheet.Max(row => row.Number));
            var rows = first == last ? $"row {first}" : $"rows {first} to {last}";
            return sheet.Key.Length == 0 ? rows : $"sheet {sheet.Key}, {rows}";
        }));
    }

    private IEnumerable<(Group Group, double Share)> Within(int from, int? to)
    {
        foreach (var group in groups)
        {
            var (first, last) = (Math.Max(group.Ages.From, from), Math.Min(group.Ages.To, to ?? Ages.Open));
            if (first > last)
            {
                continue;
            }

            if (group.Ages.To != Ages.Open)
            {
                yield return (group, (last - first + 1) / (double)group.Ages.Width);
            }
            else if (first == group.Ages.From && to is null)
            {
                yield return (group, 1.0);
            }
            else
            {
                var band = to is null ? $"{from}+" : $"{from}-{to}";
                throw new OnsTableException($"its oldest people are one group from {group.Ages.From} on, and the band {band} parts them.");
            }
        }
    }
}

/// <summary>A group of ages with its people.</summary>
/// <param name="Ages">The ages.</param>
/// <param name="People">People by year.</param>
/// <param name="Rows">Where they were read.</param>
internal sealed record Group(Ages Ages, IReadOnlyDictionary<int, double> People, ImmutableArray<(string Sheet, int Number)> Rows);
