using SystemSim.Kernel;
using SystemSim.Lanes;
using SystemSim.Model;

namespace SystemSim.Planning;

/// <summary>Turns a scenario into plans, one for each option: names become rows.</summary>
public static class Planner
{
    /// <summary>The plans of a scenario's options, in their order, with what makes people follow official numbers fitted.</summary>
    /// <param name="scenario">A scenario that reading has found sound.</param>
    /// <param name="free">Names of numbers that are inputs of the runs although they are known; null for none.</param>
    /// <param name="lanes">How programs are made and run; null for the usual way.</param>
    public static ImmutableArray<Plan> Build(Scenario scenario, IReadOnlySet<string>? free = null, LaneOptions? lanes = null) =>
        Fitted(scenario, Unfitted(scenario, free), lanes ?? LaneOptions.Usual);

    /// <summary>The plans of a scenario's options as far as they follow from it without a run.</summary>
    /// <param name="scenario">A scenario that reading has found sound.</param>
    /// <param name="free">Names of numbers that are inputs of the runs although they are known; null for none.</param>
    public static ImmutableArray<Plan> Unfitted(Scenario scenario, IReadOnlySet<string>? free)
    {
        var numbers = new NumberPlanner(scenario, free);
        return [.. scenario.Options.Select(option => Build(scenario, option, numbers))];
    }

    /// <summary>Plans with what makes people follow official numbers.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="plans">Its plans without that.</param>
    /// <param name="lanes">How programs are made and run.</param>
    public static ImmutableArray<Plan> Fitted(Scenario scenario, ImmutableArray<Plan> plans, LaneOptions lanes)
    {
        // What makes people follow official numbers is the baseline's in every option: fitted to each, it would cancel the lives that an
        // option saves.
        var baseline = plans[scenario.Options.IndexOf(scenario.BaselineOption)];
        var fitted = PeopleFit.Fit(baseline, lanes);
        return ReferenceEquals(fitted, baseline.People) ? plans : [.. plans.Select(plan => Following(fitted, plan))];
    }

    private static Plan Following(PeoplePlan fitted, Plan plan) => plan with
    {
        People = plan.People with { Controls = fitted.Controls, DeathScale = fitted.DeathScale },
        Before = plan.Before is { } before ? Following(fitted, before) : null,
    };

    private static Plan Build(Scenario scenario, Option option, NumberPlanner numbers)
    {
        var today = scenario.BaselineOption.Place;
        if (option.Change is not { } change)
        {
            return Build(scenario, option.Place, today, 0, null, numbers);
        }

        var year = numbers.Year(change.From);
        var goesOn = option.Place.Governance.Id == change.Before.Governance.Id;
        return Build(scenario, option.Place, change.Before, goesOn ? 0 : year, null, numbers) with
        {
            Before = Build(scenario, change.Before, today, 0, (year - 1, option.Place), numbers),
            TakesOver = year,
        };
    }

    private static Plan Build(Scenario scenario, Place place, Place before, int from, (int Year, Place After)? last, NumberPlanner numbers)
    {
        var people = new PeoplePlanner(place.People, scenario.BaselineOption.Place.People, numbers);
        var services = new ServicePlanner(scenario, place, before, from, numbers, people);
        var effects = new EffectPlanner(scenario, place, from, numbers, people, services);
        var funds = new FundPlanner(scenario, place, before, last, from, numbers, services, people);
        return new Plan
        {
            StepsPerYear = scenario.Horizon.StepsPerYear,
            Years = scenario.Horizon.Years,
            From = from,
            Counting = scenario.Horizon.Counting,
            DeathsFirst = scenario.Horizon.Flows == FlowOrder.DeathsFirst,
            RatesAreObserved = scenario.Rates == RateBasis.Observed,
            BaseYear = numbers.Year(scenario.Prices.Base),
            CentralQuantities = numbers.Central,
            Indices = [.. scenario.Prices.Indices.Select(index => numbers.Path(index.Levels))],
            Deflator = numbers.Index(scenario.Prices.Deflator),
            People = people.Plan(),
            Chance = ChancePlanner.Build(scenario.Drawing.Chance, place),
            Services = services.Services(),
            WorkingOrder = services.WorkingOrder(),
            Limits = services.Limits(),
            Effects = effects.Effects(),
            Harms = effects.Harms(),
            Targets = effects.Targets(),
            Organisations = funds.Organisations(),
            Funds = funds.Funds(),
        };
    }
}
