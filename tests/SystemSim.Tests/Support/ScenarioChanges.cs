using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>Short ways to change a scenario in all its options.</summary>
internal static class ScenarioChanges
{
    /// <summary>The scenario with another place in every option.</summary>
    public static Scenario Everywhere(this Scenario scenario, Func<Place, Place> change) =>
        scenario with { Options = [.. scenario.Options.Select(option => option with { Place = change(option.Place) })] };

    /// <summary>The scenario with one more effect.</summary>
    public static Scenario WithEffect(this Scenario scenario, Effect effect) =>
        scenario.Everywhere(place => place with { Effects = [.. place.Effects, effect] });
}
