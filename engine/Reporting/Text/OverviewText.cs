using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>Many scenarios, an option a line, as text.</summary>
public static class OverviewText
{
    private const int Width = 160;

    /// <summary>Writes the table; each option is held against the baseline of its own scenario.</summary>
    /// <param name="overviews">The scenarios, all of them in the same prices.</param>
    public static ImmutableArray<TextLine> Write(IReadOnlyList<Overview> overviews)
    {
        var hasRanges = overviews.Any(overview => overview.Lines.Any(line => line.Range is not null));
        string[] range = hasRanges ? ["p10 to p90"] : [];
        var table = new TextTable(
            labels: 3,
            ["Option, against the baseline", "Gains most", "Loses most", "Spent more", .. range, "Breaks even"]
        );
        foreach (var overview in overviews)
        {
            var years = overview.Headline.Horizon.Years;
            table.Add([$"{overview.Scenario}, {(years == 1 ? "1 year" : $"{years} years")}", "", "", "", .. range.Select(_ => ""), ""]);
            foreach (var line in overview.Lines)
            {
                var (low, high) = line.Range ?? (line.Told, line.Told);
                var scale = MoneyScale.For(Math.Max(Math.Abs(line.Told), Math.Max(Math.Abs(low), Math.Abs(high))));
                string[] drawn = hasRanges ? [line.Range is null ? "-" : $"{Money(low, scale)} to {Money(high, scale)}"] : [];
                table.Add([
                    $"  {line.Option.Title}",
                    Account(line.GainsMost),
                    Account(line.LosesMost),
                    Money(line.Told, scale),
                    .. drawn,
                    BreaksEven(line),
                ]);
            }
        }

        return [.. table.Write(Width), TextLine.Empty, .. Notes(overviews, hasRanges)];
    }

    private static IEnumerable<TextLine> Notes(IReadOnlyList<Overview> overviews, bool hasRanges)
    {
        foreach (var overview in overviews.Where(overview => overview.Headline.Stamp is not null))
        {
            yield return new TextLine($"{overview.Scenario}: {overview.Headline.Stamp}");
        }

        yield return new TextLine(
            overviews[0].Headline.IsReal
                ? $"Money is real, in {overviews[0].Headline.PriceBase} prices."
                : "Money is nominal, as it is paid."
        );
        yield return new TextLine(
            "Spent on services over all years; less than the baseline in brackets. Gains and losses are in position "
                + $"({overviews.Select(overview => overview.Headline.PositionIs).MaxBy(words => words.Length)}) at the end."
        );
        yield return new TextLine(
            "Breaks even: the year from which on no more has been spent to date than in the baseline, nothing discounted; '-' where never more was."
        );
        if (hasRanges)
        {
            yield return new TextLine(
                "Where a range stands beside it, what is spent more is the average over draws; all else is with central values. p10 to p90: what the "
                    + "difference is in the middle 80% of draws, every option on the same draws."
            );
        }

        foreach (var line in NarrowRange.Lines(overviews))
        {
            yield return new TextLine(line);
        }

        foreach (var overview in overviews.Where(overview => overview.Draws is { } draws && LeftOutText.Sentence(draws).Length > 0))
        {
            yield return new TextLine($"{overview.Scenario}:{LeftOutText.After(overview.Draws)}");
        }
    }

    private static string BreaksEven(OverviewLine line) => !line.HasToBreakEven ? "-" : line.BreaksEvenIn is { } year ? $"{year}" : "never";

    private static string Account(AccountHeadline? account) =>
        account is null ? "-" : $"{Money(Math.Abs(account.Gain!.Value), MoneyScale.For(account.Gain.Value))} {account.Title}";

    private static string Money(double amount, MoneyScale scale)
    {
        var words = scale.Words(scale.Round(amount), amount);
        return amount < 0.0 && !scale.IsNothing(amount) ? $"({words})" : words;
    }
}
