using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>What is known of which numbers matter: nothing unless a study has looked.</summary>
/// <param name="Central">The result with central values: what the featured option spends more than the baseline, over all years.</param>
/// <param name="Rows">What each number does to it.</param>
/// <param name="Switching">Where it turns.</param>
public sealed record Sensitivity(double Central, ImmutableArray<TornadoRow> Rows, ImmutableArray<TurningValue> Switching)
{
    private const int MostRows = 10;

    /// <summary>Whether there is nothing to turn: with central values the result is nothing.</summary>
    public bool IsNothing { get; private init; }

    /// <summary>What was asked, and turns nothing however far it goes.</summary>
    public ImmutableArray<string> Unturned { get; private init; } = [];

    /// <summary>The numbers that matter most of a tornado.</summary>
    /// <param name="tornado">The tornado; numbers with which no run can be made at one end are left out. Null where none was made.</param>
    /// <param name="switching">Where the result is nothing, by number.</param>
    /// <param name="scenario">The scenario, which says what the numbers are called and in what they are counted.</param>
    public static Sensitivity Of(Tornado? tornado, IEnumerable<SwitchingValue> switching, Scenario scenario)
    {
        var labels = new NumberLabels(scenario);
        var asked = switching.ToArray();
        var isNothing = asked.Any(value => value.IsNothing);
        var solved = asked
            .Where(value => !value.IsNothing)
            .Select(value => (Label: labels.Of(value.Names), Turns: Turning(value, labels, scenario)))
            .ToArray();
        return new(
            tornado?.Central ?? 0.0,
            [
                .. from bar in tornado?.Bars.Where(tornado.Acts) ?? []
                where bar is { AtLow: not null, AtHigh: not null }
                let ends = PlainNumber.Pair(bar.Low, bar.High, Written.Of(scenario, bar.Quantity))
                select new TornadoRow(
                    labels.Of(bar.Quantity),
                    ends.One,
                    ends.Other,
                    bar.AtLow!.Value,
                    bar.AtHigh!.Value
                ) into row
                orderby row.Swing descending
                select row,
            ],
            [.. solved.Select(value => value.Turns).OfType<TurningValue>()]
        )
        {
            IsNothing = isNothing,
            Unturned = [.. solved.Where(value => value.Turns is null).Select(value => value.Label)],
        };
    }

    /// <summary>The crossing nearest to the central value; null where there is none.</summary>
    private static TurningValue? Turning(SwitchingValue value, NumberLabels labels, Scenario scenario)
    {
        if (value.Turn is not { } nearest)
        {
            return null;
        }

        var chance = nearest.Value < value.Central ? nearest.ChanceBelow : 1.0 - nearest.ChanceBelow;
        // Several numbers of one size are moved together: what is solved for multiplies it.
        var first = value.Names[0];
        var size = value.Names.Length > 1 ? scenario.Named(first)!.Value : 1.0;
        var (turns, central) = PlainNumber.Pair(size * nearest.Value, size * value.Central, Written.Of(scenario, first));
        return new TurningValue(labels.Of(value.Names), central, turns, chance);
    }

    /// <summary>The rows that a chart has room for.</summary>
    public ImmutableArray<TornadoRow> Widest => [.. Rows.OrderByDescending(row => row.Swing).Take(MostRows)];
}
