using SystemSim.Model;
using SystemSim.Studies;

namespace SystemSim.Runs;

/// <summary>A number of a scenario that can be moved by a change to it: <c>path=x 1.1</c>.</summary>
/// <param name="Number">The number.</param>
/// <param name="Range">Where it is likely to be; null where nothing is said of that.</param>
public sealed record MovableNumber(Quantity Number, NumberRange? Range)
{
    /// <summary>All that can be moved: each path once. What is nothing cannot be multiplied.</summary>
    /// <param name="scenario">The scenario, with which nothing is wrong.</param>
    public static ImmutableArray<MovableNumber> Of(OpenScenario scenario)
    {
        var ranges = NumberRanges.Of(scenario.Prepared);
        return
        [
            .. scenario
                .Scenario.Numbers.Where(number => number.Name.Length > 0 && number.Value != 0.0)
                .DistinctBy(number => number.Name)
                .Select(number => new MovableNumber(number, ranges.GetValueOrDefault(number.Name))),
        ];
    }
}
