using SystemSim.Model;

namespace SystemSim.Runs;

/// <summary>Of which numbers of a starter model it is asked what they would have to be for an option to break even: of each programme that
/// it lists the effects and the cost, and what a pool costs.</summary>
internal static class StarterTurns
{
    private static readonly string[] Strengths = [".less", ".more"];

    /// <summary>The numbers, as a switching value names them: effects of one size are parted by commas and moved together, and looked for
    /// up to the most that they can be.</summary>
    /// <param name="scenario">A scenario that is a starter model.</param>
    public static ImmutableArray<(string Quantity, (double Low, double High)? Between)> Of(Scenario scenario)
    {
        var numbers = scenario.Numbers.DistinctBy(number => number.Name).ToDictionary(number => number.Name);
        var missing = scenario.Starter!.Missing;
        return
        [
            .. missing.Where(path => path.EndsWith(".effects", StringComparison.Ordinal)).SelectMany(Effects),
            .. missing.Select(Cost).Concat(missing.SelectMany(pool => (string[])[$"{pool}.set_up", $"{pool}.running"]))
                .Where(numbers.ContainsKey)
                .Select(name => (name, ((double, double)?)null)),
        ];

        // Effects on the quality of life cost nobody anything.
        IEnumerable<(string, (double, double)?)> Effects(string path) =>
            from number in numbers.Values
            where number.Name.StartsWith($"{path}.", StringComparison.Ordinal)
            where Strengths.Any(strength => number.Name.EndsWith(strength, StringComparison.Ordinal))
            where !number.Name.StartsWith($"{path}.quality", StringComparison.Ordinal)
            group number by number.Value into alike
            // What is nothing cannot be moved in proportion.
            let isTogether = alike.Key != 0.0 && alike.Skip(1).Any()
            from names in isTogether ? [string.Join(',', alike.Select(number => number.Name))] : alike.Select(number => number.Name)
            select (names, isTogether ? (0.0, alike.Min(number => number.Limits.Most) / alike.Key) : ((double, double)?)null);

        // What is spent on a programme is for its budget to say; what that buys, for its cost.
        static string Cost(string path) =>
            path.EndsWith(".budget", StringComparison.Ordinal) ? $"{path[..^".budget".Length]}.cost.unit" : "";
    }
}
