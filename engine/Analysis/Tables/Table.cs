namespace SystemSim.Analysis;

/// <summary>One tidy file: its name, and its observations in their order.</summary>
/// <param name="Name">Name without ending, such as <c>population</c>.</param>
/// <param name="Rows">The observations.</param>
public sealed record Table(string Name, ImmutableArray<Observation> Rows)
{
    /// <summary>Tables with more rows, each at the end of the table of its measure.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="rows">The rows.</param>
    public static ImmutableArray<Table> Add(ImmutableArray<Table> tables, IEnumerable<Observation> rows)
    {
        var added = rows.ToLookup(row => MeasureCatalogue.Find(row.About.Measure)!.Table);
        return
        [
            .. from name in MeasureCatalogue.Tables
               let known = tables.FirstOrDefault(table => table.Name == name)
               where known is not null || added.Contains(name)
               select new Table(name, [.. known?.Rows ?? [], .. added[name]]),
        ];
    }
}
