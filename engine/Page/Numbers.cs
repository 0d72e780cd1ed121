using System.Globalization;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reporting;
using SystemSim.Runs;

namespace SystemSim.Page;

/// <summary>Numbers as sliders: each with the places at which its slider stops, said as people write them.</summary>
internal static class Numbers
{
    // Stops on either side of what the file says.
    private const int StopsASide = 20;

    // How far a slider goes where nobody says how far the number may be off.
    private const double Reach = 0.5;

    /// <summary>All numbers that can be moved.</summary>
    public static NumberList All(OpenScenario scenario)
    {
        var labels = new NumberLabels(scenario.Scenario);
        return new NumberList([
            .. MovableNumber.Of(scenario).Select(one => new NumberName(one.Number.Name, labels.Of(one.Number.Name), one.Range is not null)),
        ]);
    }

    /// <summary>The paths of the numbers that the author puts first; else of those that move the answer most; of a starter model of those
    /// that it needs from its place; where neither is known, the first that are uncertain.</summary>
    /// <param name="result">What has been run.</param>
    /// <param name="most">How many.</param>
    public static ImmutableArray<string> Widest(RunResult result, int most)
    {
        var scenario = result.Scenario.Scenario;
        var movable = MovableNumber.Of(result.Scenario).ToDictionary(one => one.Number.Name);
        var missing = scenario.Starter is { IsWhole: false } starter ? starter.Missing : [];
        if (!scenario.Page.Sliders.IsEmpty)
        {
            return scenario.Page.Sliders;
        }

        return
        [
            .. (result.Tornado is { } tornado ? tornado.Bars.Where(tornado.Acts).Select(bar => bar.Quantity) : [])
                .Concat(movable.Keys.Where(path => missing.Any(needed => path.StartsWith(needed, StringComparison.Ordinal))))
                .Concat(movable.Values.Where(one => one.Range is not null).Select(one => one.Number.Name))
                .Where(movable.ContainsKey)
                .Distinct()
                .Take(most),
        ];
    }

    /// <summary>A number as a slider; null where there is no such number.</summary>
    /// <param name="scenario">The scenario as its file has it.</param>
    /// <param name="path">Its path.</param>
    public static Slider? Of(OpenScenario scenario, string path)
    {
        if (MovableNumber.Of(scenario).FirstOrDefault(one => one.Number.Name == path) is not { } movable)
        {
            return null;
        }

        var (number, range) = (movable.Number, movable.Range);
        var log = scenario.Scenario.Sources.FirstOrDefault(source => source.Id == number.Source);
        var written = Written.Of(scenario.Scenario, path);
        var values = Stops(movable);
        return new Slider
        {
            Path = path,
            Label = new NumberLabels(scenario.Scenario).Of(path),
            Source = log is null ? number.IsAssumption ? "assumed" : "no source stated" : Harmless.Text(log.Title),
            Grade = number.Grade ?? log?.Grade,
            Note = (number.Note ?? log?.Note) is { } note ? Harmless.Text(note) : null,
            Stops = [.. values.Select(value => new Stop(Change(path, value / number.Value), Said(value)))],
            Low = range is null ? null : Place(values, range.Low),
            High = range is null ? null : Place(values, range.High),
            Likely = range is null ? null : RangeText.Of(Said(range.Low), Said(range.High)),
        };

        string Said(double value) => PlainNumber.Of(value * written.Times, written.Unit);
    }

    /// <summary>Where a number turns the answer, as a place on its slider.</summary>
    /// <param name="scenario">The scenario as its file has it.</param>
    /// <param name="found">What the number would have to be.</param>
    /// <returns>The place; null where the answer does not turn, where several numbers move together, or where the slider does not reach
    /// so far.</returns>
    public static Turn? TurnOf(OpenScenario scenario, SwitchingValue found)
    {
        if (found.Names.Length != 1 || found.Turn is not { Value: var nearest }
            || MovableNumber.Of(scenario).FirstOrDefault(one => one.Number.Name == found.Quantity) is not { } movable)
        {
            return null;
        }

        var values = Stops(movable);
        var written = Written.Of(scenario.Scenario, found.Quantity);
        return nearest < values.Min() || nearest > values.Max()
            ? null
            : new Turn(found.Quantity, Place(values, nearest), PlainNumber.Of(nearest * written.Times, written.Unit));
    }

    /// <summary>How far single numbers move the answer: from the least to the most that it becomes over the range of each.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="tornado">What each number alone does to the answer.</param>
    public static ImmutableArray<Effect> Effects(Scenario scenario, Tornado tornado)
    {
        var acting = tornado.Bars.Where(tornado.Acts).Select(bar => bar.Quantity).ToHashSet();
        return
        [
            .. AssumptionsLog.Of(scenario, tornado).Entries
                .Where(entry => entry.Effect is not null)
                .Select(entry => new Effect(
                    entry.Quantity.Name,
                    acting.Contains(entry.Effect!.Name)
                        ? $"It alone moves the answer by {SwingText.Of(tornado.Of, entry.Effect.Swing)} over its range."
                        : "It alone does not move the answer.")),
        ];
    }

    /// <summary>The values at which a slider stops: as many below what the file says as above.</summary>
    private static double[] Stops(MovableNumber movable)
    {
        var (number, range) = (movable.Number, movable.Range);
        var (least, most) = range is null
            ? Ordered(number.Value * (1.0 - Reach), number.Value * (1.0 + Reach))
            : (Math.Min(range.Least, number.Value), Math.Max(range.Most, number.Value));
        most = Math.Min(most, number.Limits.Most);
        least = Math.Max(least, number.Limits.Least);
        // A number that is multiplied keeps its sign.
        (least, most) = number.Value > 0.0 ? (Math.Max(least, 0.0), most) : (least, Math.Min(most, 0.0));
        return
        [
            .. Enumerable.Range(0, StopsASide).Select(stop => least + (stop * (number.Value - least) / StopsASide)),
            number.Value,
            .. Enumerable.Range(1, StopsASide).Select(stop => number.Value + (stop * (most - number.Value) / StopsASide)),
        ];
    }

    private static (double, double) Ordered(double one, double other) => (Math.Min(one, other), Math.Max(one, other));

    /// <summary>The change that makes a number a multiple of itself; empty where it stays what it is.</summary>
    private static string Change(string path, double factor)
    {
        const int Digits = 5;
        var rounded = Math.Round((decimal)factor, Digits);
        return rounded == 1m ? "" : string.Create(CultureInfo.InvariantCulture, $"{path}=x {rounded:0.#####}");
    }

    /// <summary>Where a value lies among stops: between the two around it, as a share of all.</summary>
    private static double Place(double[] stops, double value)
    {
        var above = Array.FindIndex(stops, stop => stop >= value);
        if (above <= 0)
        {
            return above < 0 ? 1.0 : 0.0;
        }

        var (low, high) = (stops[above - 1], stops[above]);
        return (above - 1 + ((value - low) / (high - low))) / (stops.Length - 1);
    }
}

/// <summary>All numbers that can be moved.</summary>
/// <param name="Numbers">Each by its path and its label.</param>
internal sealed record NumberList(ImmutableArray<NumberName> Numbers);

/// <summary>A number that can be moved.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Label">What it is called.</param>
/// <param name="HasRange">Whether it is uncertain.</param>
internal sealed record NumberName(string Path, string Label, bool HasRange);

/// <summary>A number as a slider.</summary>
internal sealed record Slider
{
    /// <summary>Its path.</summary>
    public required string Path { get; init; }

    /// <summary>What it is called.</summary>
    public required string Label { get; init; }

    /// <summary>Where it comes from.</summary>
    public required string Source { get; init; }

    /// <summary>Grade of its evidence; null where there is none.</summary>
    public required string? Grade { get; init; }

    /// <summary>What else is to be known of it; null for nothing.</summary>
    public required string? Note { get; init; }

    /// <summary>Where it stops: what the file says is the one in the middle.</summary>
    public required ImmutableArray<Stop> Stops { get; init; }

    /// <summary>Where the likely range begins, as a share of the slider; null where there is no range.</summary>
    public required double? Low { get; init; }

    /// <summary>Where it ends.</summary>
    public required double? High { get; init; }

    /// <summary>The likely range in words.</summary>
    public required string? Likely { get; init; }
}

/// <summary>Where a number turns the answer.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Place">The place on its slider, as a share of it.</param>
/// <param name="Said">The value as people write it.</param>
internal sealed record Turn(string Path, double Place, string Said);

/// <summary>How far a number moves the answer.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Said">That in a sentence.</param>
internal sealed record Effect(string Path, string Said);

/// <summary>From where to where a number may be, as people write it.</summary>
internal static class RangeText
{
    /// <summary>Both ends, with what both are said of once: 60% to 140% of what is assumed.</summary>
    /// <param name="low">One end, as people write it.</param>
    /// <param name="high">The other.</param>
    public static string Of(string low, string high)
    {
        var of = high.IndexOf(' ', StringComparison.Ordinal);
        var isShared = of > 0 && low.EndsWith(high[of..], StringComparison.Ordinal);
        return $"{(isShared ? low[..^(high.Length - of)] : low)} to {high}";
    }
}

/// <summary>How far a number moves the answer, as people write it.</summary>
internal static class SwingText
{
    /// <summary>It in pounds, or in what the answer counts.</summary>
    /// <param name="of">The answer.</param>
    /// <param name="swing">From the least to the most that it becomes.</param>
    public static string Of(SensitivityOf of, double swing) =>
        of.Measure.IsMoney ? Amount.Of(swing) : $"{Amount.Count(swing)} {of.Measure.Unit}";
}

/// <summary>A place at which a slider stops.</summary>
/// <param name="Change">The change to the scenario, as <c>--set</c> takes it; empty for none.</param>
/// <param name="Said">The value as people write it.</param>
internal sealed record Stop(string Change, string Said);
