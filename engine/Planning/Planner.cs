using SystemSim.Kernel;
using SystemSim.Model;

namespace SystemSim.Planning;

/// <summary>Turns a scenario into plans, one for each option: names become rows.</summary>
public static class Planner
{
    /// <summary>The plans of a scenario's options, in their order.</summary>
    /// <param name="scenario">A scenario that reading has found sound.</param>
    /// <param name="free">Names of numbers that are inputs of the runs although they are known; null for none.</param>
    public static ImmutableArray<Plan> Build(Scenario scenario, IReadOnlySet<string>? free = null)
    {
        var numbers = new NumberPlanner(scenario, free);
        return [.. scenario.Options.Select(option => Build(scenario, option.Place, numbers))];
    }

    private static Plan Build(Scenario scenario, Place place, NumberPlanner numbers)
    {
        var people = new PeoplePlanner(place.People, scenario.BaselineOption.Place.People, numbers);
        var services = new ServicePlanner(scenario, place, numbers, people);
        var effects = new EffectPlanner(scenario, place, numbers, people, services);
        var funds = new FundPlanner(scenario, place, numbers, services);
        return new Plan
        {
            StepsPerYear = scenario.Horizon.StepsPerYear,
            Years = scenario.Horizon.Years,
            Counting = scenario.Horizon.Counting switch
            {
                Counting.Mid => CountingRule.Mid,
                Counting.End => CountingRule.End,
                _ => CountingRule.Start,
            },
            DeathsFirst = scenario.Horizon.Flows == FlowOrder.DeathsFirst,
            RatesAreObserved = scenario.Rates == RateBasis.Observed,
            BaseYear = numbers.Year(scenario.Prices.Base),
            CentralQuantities = numbers.Central,
            Indices = [.. scenario.Prices.Indices.Select(index => numbers.Path(index.Levels))],
            Deflator = numbers.Index(scenario.Prices.Deflator),
            People = people.Plan(),
            Services = services.Services(),
            WorkingOrder = services.WorkingOrder(),
            Limits = services.Limits(),
            Effects = effects.Effects(),
            Targets = effects.Targets(),
            Organisations = funds.Organisations(),
            Funds = funds.Funds(),
        };
    }
}
