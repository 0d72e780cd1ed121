using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>All observations of one option's run, nominal, in the order of the catalogue's tables.</summary>
internal sealed class OptionObservations
{
    private readonly Scenario scenario;
    private readonly OptionRun run;
    private readonly RowReader reader;

    /// <summary>Prepares to read a run.</summary>
    public OptionObservations(Scenario scenario, OptionRun run)
    {
        this.scenario = scenario;
        this.run = run;
        reader = new RowReader(run.Option, scenario.Horizon);
    }

    /// <summary>The observations.</summary>
    public List<Observation> All()
    {
        var rows = new List<Observation>();
        var described = run.Ledger.Layout.Rows.Select(reader.Describe).ToArray();
        for (var year = 0; year < scenario.Horizon.Years; year++)
        {
            AddSteps(rows, described, year);
            var first = rows.Count;
            for (var position = 0; position < described.Length; position++)
            {
                rows.Add(described[position] with { Year = reader.YearName(year), Value = Clean(run.Ledger.Year(position, year)[0]) });
            }

            AddPositions(rows, first, year);
        }

        return rows;
    }

    /// <summary>Zero has one sign in what is written.</summary>
    private static double Clean(double value) => value == 0.0 ? 0.0 : value;

    private void AddSteps(List<Observation> rows, Observation[] described, int year)
    {
        var stepsPerYear = scenario.Horizon.StepsPerYear;
        for (var step = 0; run.Ledger.StepCount > 0 && step < stepsPerYear; step++)
        {
            for (var position = 0; position < described.Length; position++)
            {
                if (run.Ledger.Layout.StepOutputs[position] >= 0)
                {
                    var value = run.Ledger.Step(position, (year * stepsPerYear) + step)[0];
                    rows.Add(described[position] with { Year = reader.YearName(year), Step = step + 1, Value = Clean(value) });
                }
            }
        }
    }

    /// <summary>Positions and spend, which follow from the rows of the year.</summary>
    private void AddPositions(List<Observation> rows, int first, int year)
    {
        var ofYear = rows.GetRange(first, rows.Count - first);
        foreach (var organisation in run.Option.Place.Organisations.Select(organisation => organisation.Id.Name))
        {
            var position = new Observation
            {
                Option = run.Option.Id.Name,
                Year = reader.YearName(year),
                Measure = "position",
                Organisation = organisation,
                Unit = MeasureEntry.Money,
                Value = Clean(Sum("reserves") - Sum("deficit")),
            };
            rows.Add(position);
            var spend = Sum("payment") + Sum("contribution") + Sum("risk_share") - Sum("shared_underspend") - Sum("ring_fence");
            rows.Add(position with { Measure = "spend", Value = Clean(spend) });

            double Sum(string measure) => ofYear.Where(row => row.Measure == measure && row.Organisation == organisation).Sum(row => row.Value);
        }

        rows.AddRange(ofYear.Where(row => row.Measure == "reserves" && row.Organisation.Length == 0).Select(row => row with { Measure = "position" }));
    }
}
