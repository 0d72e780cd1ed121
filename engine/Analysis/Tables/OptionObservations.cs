using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>All observations of one option's run, nominal, in the order of the catalogue's tables.</summary>
internal sealed class OptionObservations
{
    private readonly OptionRun run;
    private readonly Scenario scenario;
    private readonly ImmutableArray<string> years;
    private readonly LedgerReading reading;

    /// <summary>Prepares to read a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="scenario">The scenario.</param>
    public OptionObservations(OptionRun run, Scenario scenario)
    {
        (this.run, this.scenario) = (run, scenario);
        years = [.. Enumerable.Range(0, scenario.Horizon.Years).Select(year => scenario.Horizon.YearAt(year).ToString())];
        reading = new LedgerReading(scenario, run.Option, run.Ledger.Layout);
    }

    /// <summary>The observations.</summary>
    public List<Observation> All()
    {
        var stepsPerYear = run.Ledger.StepCount / years.Length;
        var rows = new List<Observation>(years.Length * ((reading.Subjects(0).Length * (stepsPerYear + 1)) + reading.Derived(0).Length));
        for (var year = 0; year < years.Length; year++)
        {
            for (var step = 0; step < stepsPerYear; step++)
            {
                AddStep(rows, year, step, stepsPerYear);
            }

            var subjects = reading.Subjects(year);
            for (var position = 0; position < subjects.Length; position++)
            {
                if (subjects[position] is { } about)
                {
                    rows.Add(new Observation(about, years[year], null, Clean(run.Ledger.Year(position, year)[0])));
                }
            }

            foreach (var entry in reading.Derived(year))
            {
                rows.Add(
                    new Observation(entry.About, years[year], null, Clean(entry.Value(position => run.Ledger.Year(position, year)[0])))
                );
            }
        }

        return rows;
    }

    /// <summary>What is there when the run starts, as step 0 of the first year: stocks alone, and the positions that they make
    /// up.</summary>
    public List<Observation> Opening()
    {
        var ledger = run.Ledger;
        var reader = new RowReader(run.Option, run.Option.Places.First(), scenario.BaselineOption.Place);
        ImmutableArray<Subject?> subjects = [.. ledger.Layout.Openings.Select(opening => reader.Describe(opening.Row))];
        var rows = new List<Observation>();
        for (var position = 0; position < subjects.Length; position++)
        {
            if (subjects[position] is { } about)
            {
                rows.Add(new Observation(about, years[0], Observation.Opening, Clean(ledger.Opening(position)[0])));
            }
        }

        var made = DerivedSeries.Of(run.Option, run.Option.Places.First(), subjects).Where(series => series.About.Measure == "position" && !subjects.IsEmpty);
        return
        [
            .. rows,
            .. made.Select(series => new Observation(
                series.About,
                years[0],
                Observation.Opening,
                Clean(series.Value(position => ledger.Opening(position)[0]))
            )),
        ];
    }

    /// <summary>Zero has one sign in what is written.</summary>
    private static double Clean(double value) => value == 0.0 ? 0.0 : value;

    private void AddStep(List<Observation> rows, int year, int step, int stepsPerYear)
    {
        var subjects = reading.Subjects(year);
        for (var position = 0; position < subjects.Length; position++)
        {
            if (run.Ledger.Layout.StepOutputs[position] >= 0 && subjects[position] is { } about)
            {
                var value = run.Ledger.Step(position, (year * stepsPerYear) + step)[0];
                rows.Add(new Observation(about, years[year], step + 1, Clean(value)));
            }
        }
    }
}
