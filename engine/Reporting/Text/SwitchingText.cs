using System.Globalization;
using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>A switching value as text: what a number would have to be for the choice to turn.</summary>
public static class SwitchingText
{
    // Less of the central value than is printed.
    private const double LeastChange = 0.0005;

    /// <summary>Writes a switching value.</summary>
    public static ImmutableArray<TextLine> Write(SwitchingValue found)
    {
        var scale = SensitivityLines.Scale(found.Of, found.Points.Select(point => point.Number).OfType<double>().Append(found.AtCentral));
        return
        [
            .. SensitivityLines.Heading(found.Of),
            new($"With {found.Quantity} at {Value(found.Central)}, its central value: {SensitivityLines.Amount(scale, found.AtCentral)}"),
            TextLine.Empty,
            .. Sentences(found).Select(sentence => new TextLine(sentence)),
            TextLine.Empty,
            .. found.Stopped is { } reason ? [new TextLine($"Some runs on the way were stopped: {reason}.")] : Array.Empty<TextLine>(),
            new(
                $"Looked from {Value(found.From)} to {Value(found.To)} (--between), the other uncertain numbers at central values; values in base units."
            ),
        ];
    }

    private static IEnumerable<string> Sentences(SwitchingValue found)
    {
        if (!found.HasEffect)
        {
            yield return $"{found.Quantity} changes nothing of this: there is no switching value.";
            yield break;
        }

        if (found.Crossings.IsEmpty)
        {
            yield return $"There is no switching value: it stays {(found.AtCentral > 0.0 ? "above" : "below")} nothing all the way.";
            yield break;
        }

        if (found.Crossings.Length > 1)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"There are {found.Crossings.Length} switching values:");
        }

        foreach (var crossing in found.Crossings)
        {
            yield return $"{Where(found, crossing)}{Distance(found, crossing)}{Chance(crossing)}.";
        }
    }

    private static string Where(SwitchingValue found, Crossing crossing) =>
        crossing switch
        {
            { UpTo: { } stopped, IsLeap: true } =>
                $"It changes sides somewhere from {Value(crossing.Value)} to {Value(stopped)}, where runs are stopped",
            { UpTo: { } upTo } => $"Switching value: nothing anywhere from {Value(crossing.Value)} to {Value(upTo)}",
            { IsLeap: true } =>
                $"Switching value: it leaps from one side of nothing to the other at {found.Quantity} = {Value(crossing.Value)}",
            _ => $"Switching value: {found.Quantity} = {Value(crossing.Value)}",
        };

    private static string Distance(SwitchingValue found, Crossing crossing)
    {
        if (found.Central == 0.0 || crossing.UpTo is not null)
        {
            return "";
        }

        var change = (crossing.Value - found.Central) / Math.Abs(found.Central);
        return Math.Abs(change) < LeastChange
            ? ", its central value"
            : $", {Amount.Percent(Math.Abs(change), "0.0")} {(change > 0.0 ? "above" : "below")} its central value";
    }

    private static string Chance(Crossing crossing) => crossing.ChanceBelow is { } chance
        ? $"; a draw is below it with a chance of {Amount.Percent(chance, "0.#")}" : "";

    private static string Value(double value) =>
        value.ToString(Math.Abs(value) >= 1_000.0 ? "#,##0.##" : "G6", CultureInfo.InvariantCulture);
}
