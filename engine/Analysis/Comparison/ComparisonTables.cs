namespace SystemSim.Analysis;

/// <summary>Tidy tables of options of two scenarios: the values of both, and the differences of the second from the first.</summary>
/// <remarks>
/// Differences are taken for the years that both run, and in the price bases that both have; of what is of the whole time where both run
/// the same time, of what is counted or discounted from the start where both start alike, and of steps where both have steps of one length.
/// Options are called by the labels of their sides, because two scenarios may use the same names.
/// </remarks>
public static class ComparisonTables
{
    /// <summary>The tables.</summary>
    /// <param name="pairs">Sides to hold against each other: each second against its first.</param>
    public static ImmutableArray<Table> Of(IReadOnlyList<(ComparedSide First, ComparedSide Second)> pairs) =>
    [
        .. from name in MeasureCatalogue.Tables
           let rows = pairs.SelectMany(pair => Rows(name, pair.First, pair.Second)).ToImmutableArray()
           where !rows.IsEmpty
           select new Table(name, rows),
    ];

    /// <summary>Whether tables show any difference.</summary>
    /// <param name="tables">Tables with differences.</param>
    public static bool Differ(ImmutableArray<Table> tables) =>
        tables.Any(table => table.Rows.Any(row => row.About.Against.Length > 0 && row.Value != 0.0));

    private static IEnumerable<Observation> Rows(string table, ComparedSide first, ComparedSide second)
    {
        var before = Own(table, first);
        var after = Own(table, second);
        var years = YearsOf(before).Intersect(YearsOf(after)).ToHashSet();
        var (one, other) = (first.Answers.Scenario.Horizon, second.Answers.Scenario.Horizon);
        var (startAlike, stepAlike) = (one.Start == other.Start, one.StepsPerYear == other.StepsPerYear);
        if (!startAlike || one.Years != other.Years)
        {
            years.Remove("");
        }

        var bases = before.Select(row => row.About.PriceBase).Intersect(after.Select(row => row.About.PriceBase)).ToHashSet();
        return [.. before, .. after, .. Differences.Of(Shared(after), Shared(before), second.Label, first.Label)];

        List<Observation> Shared(List<Observation> rows) =>
            [
                .. rows.Where(row =>
                    IsShared(MeasureCatalogue.Find(row.About.Measure)!)
                    && years.Contains(row.Year)
                    && bases.Contains(row.About.PriceBase)
                    && IsSharedStep(row.Step)
                ),
            ];

        bool IsShared(MeasureEntry measure) => !measure.TellsWhen && (startAlike || !measure.DependsOnStart);

        bool IsSharedStep(int? step) => step is null || (step == Observation.Opening ? startAlike : stepAlike);
    }

    private static IEnumerable<string> YearsOf(List<Observation> rows) => rows.Select(row => row.Year).Distinct();

    private static List<Observation> Own(string table, ComparedSide side)
    {
        var labelled = new Dictionary<Subject, Subject>(ReferenceEqualityComparer.Instance);
        var own = new List<Observation>();
        foreach (var row in side.Answers.Tables.Where(known => known.Name == table).SelectMany(known => known.Rows))
        {
            if (row.About.Option == side.Option.Name && row.About.Against.Length == 0)
            {
                if (!labelled.TryGetValue(row.About, out var about))
                {
                    labelled[row.About] = about = row.About with { Option = side.Label };
                }

                own.Add(row with { About = about });
            }
        }

        return own;
    }
}
