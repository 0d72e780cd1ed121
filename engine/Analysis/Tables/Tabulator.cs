using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>Turns the ledgers of a scenario's options into tidy tables.</summary>
public sealed class Tabulator
{
    private readonly Scenario scenario;
    private readonly Deflator deflator;

    /// <summary>Prepares tables for a scenario.</summary>
    public Tabulator(Scenario scenario)
    {
        this.scenario = scenario;
        deflator = new Deflator(scenario);
    }

    /// <summary>The tables.</summary>
    /// <param name="runs">The options' runs, the baseline's among them.</param>
    public ImmutableArray<Table> Tables(IReadOnlyList<OptionRun> runs)
    {
        var observed = runs.ToDictionary(run => run.Option.Id, run => new OptionObservations(scenario, run).All());
        var baseline = observed[scenario.Baseline];
        var all = new List<Observation>();
        foreach (var option in runs.Select(run => run.Option.Id))
        {
            all.AddRange(observed[option]);
            if (option != scenario.Baseline)
            {
                var differences = Differences.Of(observed[option], baseline, option.Name, scenario.Baseline.Name);
                all.AddRange(differences);
                all.AddRange(new Gains(scenario).Of(differences));
            }
        }

        var byTable = all.SelectMany(Priced).ToLookup(row => MeasureCatalogue.Find(row.Measure)!.Table);
        return [.. MeasureCatalogue.Tables.Where(byTable.Contains).Select(name => new Table(name, [.. byTable[name]]))];
    }

    /// <summary>Money stands in nominal and, where the scenario has a deflator, in real terms.</summary>
    private IEnumerable<Observation> Priced(Observation row)
    {
        if (!MeasureCatalogue.Find(row.Measure)!.IsMoney)
        {
            return [row];
        }

        var nominal = row with { PriceBase = "nominal" };
        if (!deflator.IsStated)
        {
            return [nominal];
        }

        var year = YearRow(row.Year);
        return [nominal, row with { PriceBase = deflator.PriceBase, Value = deflator.Real(row.Value, year) }];
    }

    private int YearRow(string name) => FinancialYear.TryParse(name, out var year) ? year - scenario.Horizon.Start : 0;
}
