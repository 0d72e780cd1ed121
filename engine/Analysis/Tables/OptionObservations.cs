namespace SystemSim.Analysis;

/// <summary>All observations of one option's run, nominal, in the order of the catalogue's tables.</summary>
internal sealed class OptionObservations
{
    private readonly OptionRun run;
    private readonly ImmutableArray<string> years;
    private readonly ImmutableArray<Subject> subjects;
    private readonly ImmutableArray<DerivedSeries> derived;

    /// <summary>Prepares to read a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="years">Names of its years.</param>
    public OptionObservations(OptionRun run, ImmutableArray<string> years)
    {
        this.run = run;
        this.years = years;
        var reader = new RowReader(run.Option);
        subjects = [.. run.Ledger.Layout.Rows.Select(reader.Describe)];
        derived = [.. DerivedSeries.Of(run.Option, subjects)];
    }

    /// <summary>The observations.</summary>
    public List<Observation> All()
    {
        var stepsPerYear = run.Ledger.StepCount / years.Length;
        var rows = new List<Observation>(years.Length * ((subjects.Length * (stepsPerYear + 1)) + derived.Length));
        for (var year = 0; year < years.Length; year++)
        {
            for (var step = 0; step < stepsPerYear; step++)
            {
                AddStep(rows, year, step, stepsPerYear);
            }

            for (var position = 0; position < subjects.Length; position++)
            {
                rows.Add(new Observation(subjects[position], years[year], null, Clean(run.Ledger.Year(position, year)[0])));
            }

            foreach (var entry in derived)
            {
                rows.Add(new Observation(entry.About, years[year], null, Clean(entry.Value(position => run.Ledger.Year(position, year)[0]))));
            }
        }

        return rows;
    }

    /// <summary>Zero has one sign in what is written.</summary>
    private static double Clean(double value) => value == 0.0 ? 0.0 : value;

    private void AddStep(List<Observation> rows, int year, int step, int stepsPerYear)
    {
        for (var position = 0; position < subjects.Length; position++)
        {
            if (run.Ledger.Layout.StepOutputs[position] >= 0)
            {
                var value = run.Ledger.Step(position, (year * stepsPerYear) + step)[0];
                rows.Add(new Observation(subjects[position], years[year], step + 1, Clean(value)));
            }
        }
    }
}
