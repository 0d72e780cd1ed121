using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Studies;

/// <summary>Moves every number of a scenario by a tenth either way, those without a range too, and asks how much of what that moves
/// comes of numbers with a range.</summary>
/// <remarks>A number that cannot be so much more or less moves nothing that way. Numbers that are drawn as one are moved as one.</remarks>
public static class CoverageStudy
{
    private const double Tenth = 0.1;

    /// <summary>Runs the study: twice as many runs as there are numbers, side by side.</summary>
    /// <param name="prepared">A scenario whose central run kept every invariant.</param>
    /// <param name="option">The option whose spending, less the baseline's, is looked at.</param>
    /// <param name="threads">Threads; never changes a bit.</param>
    /// <param name="stop">Interrupts the study.</param>
    /// <returns>What it shows; null where no number moves anything.</returns>
    public static RangeCoverage? Run(Prepared prepared, OptionId option, int threads = 1, CancellationToken stop = default)
    {
        var scenario = prepared.Scenario;
        string[] names =
        [
            .. scenario
                .Numbers.Where(number => number.Value != 0.0 && !IsNoQuestion(scenario, number))
                .Select(number => number.DrawnAs)
                .Distinct(),
        ];
        var ranged = scenario.Numbers.Where(number => number.IsUncertain).Select(number => number.DrawnAs)
            .Concat(scenario.Drawing.Rows.SelectMany(row => row.Members))
            .Concat(scenario.Drawing.Given.Select(given => given.Quantity))
            .ToHashSet();
        var spend = SensitivityOf
            .Ask(
                scenario,
                new Selection
                {
                    Measure = "spend",
                    Option = option,
                    Against = scenario.Baseline,
                }
            )
            .Selection;
        var runs = new PointRuns(prepared.Freeing(names), [spend], threads);
        if (!runs.IsSound)
        {
            return null;
        }

        var ranges = runs.Ranges(scenario.Drawing.Seed);
        (string Name, QuantityRange Range)[] numbers =
        [
            .. names.Select(name => (name, ranges.Named(name, _ => true))).Where(number => !number.Item2.Rows.IsEmpty),
        ];
        var values = runs.Run((2 * numbers.Length) + 1, Fill, stop: stop);
        if (values.At(0) is not { } central)
        {
            return null;
        }

        var moves = numbers.Select((_, row) => Moved((2 * row) + 1) + Moved((2 * row) + 2)).ToArray();
        var all = moves.Sum();
        var count = numbers.Count(number => ranged.Contains(number.Name));
        return all > 0.0
            ? new RangeCoverage(
                count,
                numbers.Length,
                numbers.Zip(moves).Where(one => ranged.Contains(one.First.Name)).Sum(one => one.Second) / all
            )
            : null;

        void Fill(int point, Span<double> quantities)
        {
            if (point > 0)
            {
                var range = numbers[(point - 1) / 2].Range;
                var factor = point % 2 == 1 ? 1.0 - Tenth : 1.0 + Tenth;
                ranges.Set(quantities, range, [.. range.Central.Select(value => value * factor)]);
            }
        }

        double Moved(int point) => Math.Abs((values.At(point) ?? central) - central);
    }

    /// <summary>Whether a number is no question: levels of an index are on record, a control total is stated by others, and what an option
    /// or an arrangement sets without a range is a choice.</summary>
    private static bool IsNoQuestion(Scenario scenario, Quantity number) =>
        scenario.Prices.Indices.Any(index => index.Levels.Points.Any(point => point.Value.Name == number.Name))
        || scenario.Options.Any(option =>
            option.Place.People.ControlTotals.Any(total => total.Totals.Any(point => point.Value.Name == number.Name))
        )
        || (!number.IsUncertain && IsChoice(scenario, number.Name));

    private static bool IsChoice(Scenario scenario, string name) =>
        name.StartsWith("governance.", StringComparison.Ordinal)
        || scenario
            .Options.SelectMany(option => option.Sets)
            .Select(set => set.Split(" = ")[0])
            .Any(path => name == path || name.StartsWith($"{path}.", StringComparison.Ordinal));
}
