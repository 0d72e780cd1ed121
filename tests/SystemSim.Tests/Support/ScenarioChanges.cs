using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>Short ways to change a scenario in all its options.</summary>
internal static class ScenarioChanges
{
    /// <summary>The option with another place, under each arrangement that comes into force.</summary>
    public static Option WithPlaces(this Option option, Func<Place, Place> change) => option with
    {
        Place = change(option.Place),
        Change = option.Change is { } later ? later with { Before = change(later.Before) } : null,
    };

    /// <summary>The scenario with another place in every option.</summary>
    public static Scenario Everywhere(this Scenario scenario, Func<Place, Place> change) =>
        scenario with { Options = [.. scenario.Options.Select(option => option.WithPlaces(change))] };

    /// <summary>
    /// The scenario without what makes a difference between an own fund and a pool that gets all of it: reserves for pools' overspends, or
    /// for services of own funds, and notices that cut budgets of own funds alone.
    /// </summary>
    public static Scenario WithOwnFundsLikePools(this Scenario scenario) => scenario.Everywhere(place => place with
    {
        Organisations = [.. place.Organisations.Select(body => body with
        {
            EmergencyLevel = null,
            Reserves = body.Reserves is { } reserves ? reserves with { Earmarked = [], Order = [] } : null,
        })],
    });

    /// <summary>The scenario with one more effect.</summary>
    public static Scenario WithEffect(this Scenario scenario, Effect effect) =>
        scenario.Everywhere(place => place with { Effects = [.. place.Effects, effect] });
}
