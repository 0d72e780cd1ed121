using System.Collections.Immutable;
using SystemSim.Analysis;
using SystemSim.Kernel;
using SystemSim.Lanes;
using SystemSim.Model;
using SystemSim.Planning;
using SystemSim.Studies;

namespace SystemSim.Tests;

/// <summary>A run of the real engine, with values found by the keys of <see cref="PlainResult"/>.</summary>
public sealed class EngineRun
{
    private readonly Dictionary<(string Option, string Measure, FinancialYear Year, int? Step, string Item), double> values = [];

    private EngineRun(BrokenInvariant? broken) => Broken = broken;

    /// <summary>What stopped the run; null when nothing did.</summary>
    public BrokenInvariant? Broken { get; }

    /// <summary>Every nominal value of every option.</summary>
    public IEnumerable<((string Option, string Measure, FinancialYear Year, int? Step, string Item) Key, double Value)> Rows =>
        values.Select(entry => (entry.Key, entry.Value));

    /// <summary>The same, for sums over them.</summary>
    internal IEnumerable<LedgerFact> Facts =>
        Rows.Select(row => new LedgerFact(row.Key.Option, row.Key.Measure, row.Key.Year, row.Key.Step, row.Value));

    /// <summary>Runs all options of a scenario.</summary>
    public static EngineRun Of(Scenario scenario, bool bySteps = true)
    {
        var study = CentralStudy.Run(Prepared.Of(scenario), bySteps: bySteps);
        var run = new EngineRun(study.Broken);
        if (study.Broken is null)
        {
            run.Take(scenario, study.Runs);
        }

        return run;
    }

    /// <summary>Runs all options of a scenario with central values and the chance of a draw.</summary>
    /// <returns>The run; null where an option broke an invariant, or a day could not be opened.</returns>
    internal static EngineRun? OfChance(Scenario scenario, ulong seed, long draw)
    {
        var plans = Planner.Build(scenario);
        var programs = ScenarioPrograms.Write(
            plans,
            plans[scenario.Options.IndexOf(scenario.BaselineOption)],
            new RunPurpose { ByChance = true, BySteps = true }
        );
        var loop = new RunLoop(programs, LaneMemory.LaneUnit, _ => new Interpreter()) { Draws = new LaneDraws(seed, draw, AreOne: true) };
        if (loop.Open([]) is not null)
        {
            return null;
        }

        var runs = ImmutableArray.CreateBuilder<OptionRun>();
        for (var row = 0; row < plans.Length; row++)
        {
            var ledger = new Ledger(programs.Options[row].Ledger, plans[row].Years, plans[row].Steps, LaneMemory.LaneUnit);
            if (!loop.Run(row, plans[row], [], ledger))
            {
                return null;
            }

            runs.Add(new OptionRun(scenario.Options[row], ledger) { ShowsSteps = true });
        }

        var run = new EngineRun(null);
        run.Take(scenario, runs.ToImmutable());
        return run;
    }

    /// <summary>One value; null when there is no such row.</summary>
    public double? Find(string option, string measure, FinancialYear year, int? step, string item) =>
        values.TryGetValue((option, measure, year, step, item), out var value) ? value : null;

    private void Take(Scenario scenario, ImmutableArray<OptionRun> runs)
    {
        foreach (var row in new Tabulator(scenario).Tables(runs).SelectMany(table => table.Rows))
        {
            if (row.About.Against.Length == 0 && row.About.PriceBase is "" or "nominal")
            {
                values.TryAdd((row.About.Option, row.About.Measure, Year(row.Year), row.Step - 1, ItemOf(row)), row.Value);
            }
        }
    }

    private static FinancialYear Year(string name) => FinancialYear.TryParse(name, out var year) ? year : default;

    private static string ItemOf(Observation row)
    {
        if (row.About.Measure.StartsWith("bridge_", StringComparison.Ordinal))
        {
            // A service that passes from one fund to another stands in the accounts of both.
            return string.Join('|', row.About.Organisation, row.About.Fund, row.About.Service);
        }

        if (row.About.Service.Length > 0)
        {
            return row.About.Service;
        }

        string[] parts = row.About.Area.Length > 0 ? [row.About.Area, row.About.AgeBand, row.About.NeedState]
            : row.About.Measure is "share_of_money" or "raided" ? [row.About.Fund, row.About.Tier]
            : row.About.Measure is "contingency" or "budgeted_gap" or "fund_money" or "set_up" or "running" or "transaction_cost"
                ? [row.About.Fund]
            : [row.About.Organisation, row.About.Fund];
        return string.Join('|', parts.Where(part => part.Length > 0));
    }
}
