using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>Turns the ledgers of a scenario's options into tidy tables.</summary>
public sealed class Tabulator
{
    private readonly Scenario scenario;
    private readonly ImmutableArray<string> years;
    private readonly Dictionary<string, int> rowOf;
    private readonly Deflator deflator;
    private readonly RealValues realValues;
    private readonly Dictionary<Subject, Form> forms = new(ReferenceEqualityComparer.Instance);

    /// <summary>Prepares tables for a scenario.</summary>
    public Tabulator(Scenario scenario)
    {
        this.scenario = scenario;
        years = [.. Enumerable.Range(0, scenario.Horizon.Years).Select(year => scenario.Horizon.YearAt(year).ToString())];
        rowOf = years.Select((year, row) => (year, row)).ToDictionary(entry => entry.year, entry => entry.row);
        deflator = new Deflator(scenario);
        realValues = new RealValues(deflator, rowOf);
    }

    /// <summary>The tables.</summary>
    /// <param name="runs">The options' runs, the baseline's among them.</param>
    /// <param name="threads">Threads to use; never changes a bit.</param>
    public ImmutableArray<Table> Tables(IReadOnlyList<OptionRun> runs, int threads = 1)
    {
        var tables = MeasureCatalogue.Tables.Select(name => (Name: name, Rows: ImmutableArray.CreateBuilder<Observation>())).ToArray();
        // What an option comes to depends on nothing that another changes.
        var observed = runs.AsParallel()
            .AsOrdered()
            .WithDegreeOfParallelism(threads)
            .Select(run => (run.Option.Id, Rows: Observe(run)))
            .ToDictionary(option => option.Id, option => option.Rows);
        var baseline = observed[scenario.Baseline];
        var differencesOf = runs.Where(run => run.Option.Id != scenario.Baseline)
            .AsParallel()
            .WithDegreeOfParallelism(threads)
            .Select(run =>
                (run.Option.Id, Rows: Differences.Of(observed[run.Option.Id], baseline, run.Option.Id.Name, scenario.Baseline.Name))
            )
            .ToDictionary(option => option.Id, option => option.Rows);
        var showsSteps = runs.All(run => run.ShowsSteps);
        var worth = scenario.Appraisal is { } terms ? new DifferenceAppraisal(scenario, terms, deflator) : null;
        foreach (var run in runs)
        {
            var option = run.Option.Id;
            Add(new OptionObservations(run, scenario).Opening());
            Add(observed[option]);
            Add(Resilience.YearsUntilReservesRunOut(scenario, run.Option, observed[option]));
            if (option != scenario.Baseline)
            {
                var differences = differencesOf[option];
                Add(differences);
                Add(Released.Of(differences));
                Add(Gains.Of(differences, SuccessorShares.Of(scenario, run.Option), rowOf));
                Add(worth?.Of(differences, run.Option) ?? []);
            }
        }

        return [.. tables.Where(table => table.Rows.Count > 0).Select(table => new Table(table.Name, table.Rows.ToImmutable()))];

        void Add(IEnumerable<Observation> rows)
        {
            foreach (var row in rows.Where(row => showsSteps || row.Step is null or Observation.Opening))
            {
                var form = FormOf(row.About);
                AddPriced(tables[form.Table].Rows, row, form);
            }
        }
    }

    private List<Observation> Observe(OptionRun run)
    {
        var rows = new OptionObservations(run, scenario).All();
        rows.AddRange([
            .. Funding.Lines(scenario, run.Option),
            .. new SpendingBridge(scenario, run.Option, rows).Rows(),
            .. Resilience.GapsInCouncilTax(scenario, run.Option, rows),
            .. TierBudgets.Rows(scenario, rows),
        ]);
        rows.AddRange(new LocalValue(scenario, run.Option, deflator, rows).Rows().ToList());
        if (scenario.Appraisal is { } terms)
        {
            rows.AddRange(new OptionAppraisal(scenario, terms, run.Option, deflator).Of(rows));
        }

        return rows;
    }

    /// <summary>Money stands in nominal and, where the scenario has a deflator, in real terms.</summary>
    private void AddPriced(ImmutableArray<Observation>.Builder rows, Observation row, Form form)
    {
        rows.Add(row with { About = form.AsIs });
        if (form.Real is { } real)
        {
            rows.Add(row with { About = real, Value = realValues.Of(row) });
        }
    }

    private Form FormOf(Subject about)
    {
        if (!forms.TryGetValue(about, out var form))
        {
            var measure = MeasureCatalogue.Find(about.Measure)!;
            var table = MeasureCatalogue.Tables.IndexOf(measure.Table);
            form = measure.IsPresentValue
                ? new Form(table, about with { PriceBase = deflator.PriceBase }, null)
                : measure.IsMoney
                    ? new Form(
                        table,
                        about with
                        {
                            PriceBase = Headline.Nominal,
                        },
                        deflator.IsStated && !measure.IsNominalOnly ? about with { PriceBase = deflator.PriceBase } : null
                    )
                : new Form(table, about, null);
            forms.Add(about, form);
        }

        return form;
    }

    /// <summary>How a series is written: in which table, and as what; carried to real values where there are two.</summary>
    private sealed record Form(int Table, Subject AsIs, Subject? Real);
}
