using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>A second engine, written from the equations alone and in no haste, for the fast one to be held against.</summary>
/// <remarks>Central values only: a quantity is its value times those of its factors. Chance is that of a draw, where one is
/// named.</remarks>
public static class PlainEngine
{
    /// <summary>Runs one option over the whole horizon.</summary>
    /// <exception cref="PlainEngineException">The model refuses the run.</exception>
    public static PlainResult Run(Scenario scenario, Option option) => Run(scenario, option, null);

    /// <summary>Runs one option with the chance of a draw.</summary>
    /// <exception cref="PlainEngineException">The model refuses the run.</exception>
    internal static PlainResult Run(Scenario scenario, Option option, PlainChance? chance)
    {
        var today = new PlainToday(scenario);
        var (residual, scale) = PlainResidual.Fit(scenario, today);
        return new PlainRun(scenario, option, today, option.Id == scenario.Baseline ? null : Opening(today), scale, residual, chance).Run();
    }

    /// <summary>Runs the option of a name; the baseline when none is given.</summary>
    /// <exception cref="PlainEngineException">The model refuses the run.</exception>
    public static PlainResult Run(Scenario scenario, string? option = null) =>
        Run(scenario, option is null ? scenario.BaselineOption : scenario.Options.Single(known => known.Id.Name == option));

    private static PlainOpening Opening(PlainToday today)
    {
        var place = today.Place;
        var budgets = new PlainBudgets(place, today, new(place, today, null), null);
        var given = budgets.Open(0, today.People.Opening, new PlainPositions(place), null).Budget;
        return new([.. given.Select((budget, j) => place.Funds[place.Payer(j)].Owner is null ? budgets.Opened[j] : budget)], given);
    }
}
