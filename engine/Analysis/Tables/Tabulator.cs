using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>Turns the ledgers of a scenario's options into tidy tables.</summary>
public sealed class Tabulator
{
    private readonly Scenario scenario;
    private readonly ImmutableArray<string> years;
    private readonly Dictionary<string, int> rowOf;
    private readonly Deflator deflator;
    private readonly Dictionary<Subject, Form> forms = new(ReferenceEqualityComparer.Instance);

    /// <summary>Prepares tables for a scenario.</summary>
    public Tabulator(Scenario scenario)
    {
        this.scenario = scenario;
        years = [.. Enumerable.Range(0, scenario.Horizon.Years).Select(year => scenario.Horizon.YearAt(year).ToString())];
        rowOf = years.Select((year, row) => (year, row)).ToDictionary(entry => entry.year, entry => entry.row);
        deflator = new Deflator(scenario);
    }

    /// <summary>The tables.</summary>
    /// <param name="runs">The options' runs, the baseline's among them.</param>
    public ImmutableArray<Table> Tables(IReadOnlyList<OptionRun> runs)
    {
        var tables = MeasureCatalogue.Tables.Select(name => (Name: name, Rows: ImmutableArray.CreateBuilder<Observation>())).ToArray();
        var observed = runs.ToDictionary(run => run.Option.Id, run => new OptionObservations(run, years).All());
        var baseline = observed[scenario.Baseline];
        foreach (var option in runs.Select(run => run.Option.Id))
        {
            Add(observed[option]);
            if (option != scenario.Baseline)
            {
                var differences = Differences.Of(observed[option], baseline, option.Name, scenario.Baseline.Name);
                Add(differences);
                Add(Released.Of(differences));
                Add(Gains.Of(differences));
            }
        }

        return [.. tables.Where(table => table.Rows.Count > 0).Select(table => new Table(table.Name, table.Rows.ToImmutable()))];

        void Add(IEnumerable<Observation> rows)
        {
            foreach (var row in rows)
            {
                var form = FormOf(row.About);
                AddPriced(tables[form.Table].Rows, row, form);
            }
        }
    }

    /// <summary>Money stands in nominal and, where the scenario has a deflator, in real terms.</summary>
    private void AddPriced(ImmutableArray<Observation>.Builder rows, Observation row, Form form)
    {
        rows.Add(row with { About = form.Nominal });
        if (form.Real is { } real)
        {
            rows.Add(row with { About = real, Value = deflator.Real(row.Value, rowOf[row.Year]) });
        }
    }

    private Form FormOf(Subject about)
    {
        if (!forms.TryGetValue(about, out var form))
        {
            var measure = MeasureCatalogue.Find(about.Measure)!;
            var table = MeasureCatalogue.Tables.IndexOf(measure.Table);
            form = measure.IsMoney
                ? new Form(table, about with { PriceBase = Headline.Nominal }, deflator.IsStated ? about with { PriceBase = deflator.PriceBase } : null)
                : new Form(table, about, null);
            forms.Add(about, form);
        }

        return form;
    }

    /// <summary>How a series is written: in which table, and as what.</summary>
    private sealed record Form(int Table, Subject Nominal, Subject? Real);
}
