using System.Globalization;
using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>A comparison as text: measure by measure, organisation by organisation, a few years and the difference.</summary>
public sealed class ComparisonText
{
    private readonly Comparison comparison;
    private readonly ImmutableArray<int> years;

    private ComparisonText(Comparison comparison)
    {
        this.comparison = comparison;
        years = Headline.YearsToShow(comparison.Years.Length);
    }

    /// <summary>Writes a comparison.</summary>
    /// <param name="comparison">The comparison.</param>
    public static ImmutableArray<TextLine> Write(Comparison comparison) => [.. new ComparisonText(comparison).Lines()];

    private IEnumerable<TextLine> Lines()
    {
        var titles = comparison.Sides.Select(side => side.Title == side.Label ? side.Label : $"{side.Label} ({side.Title})");
        foreach (var line in FoldedText.Of($"Compared: {string.Join("; ", titles)}", isHeading: true))
        {
            yield return line;
        }

        var runs = string.Join(", ", comparison.Sides.Zip(comparison.Runs, (side, run) => $"{side.Label} runs {run.First} to {run.Last}"));
        if (comparison.Years.IsEmpty)
        {
            yield return new TextLine($"{runs}: they have no year in common, so no value of one stands beside one of the other.");
            yield break;
        }

        if (!comparison.RunTheSame)
        {
            yield return new TextLine($"{runs}: only the years that both run are held against each other.");
        }

        var money =
            comparison.PriceBase == Headline.Nominal
                ? "Money is nominal, as it is paid."
                : $"Money is real, in {comparison.PriceBase} prices.";
        yield return new TextLine($"{comparison.Years[0]} to {comparison.Years[^1]}. {money} Uncertain numbers at central values.");
        foreach (var line in comparison.Sides.SelectMany(side => NoForecast(side)).SelectMany(line => FoldedText.Of(line)))
        {
            yield return line;
        }

        foreach (var line in comparison.Measures.Where(measure => !measure.Items.IsEmpty).SelectMany(Lines))
        {
            yield return line;
        }
    }

    private static ImmutableArray<string> NoForecast(ComparedSide side) =>
        [
            .. ForecastText
                .Of(
                    [(side.Label, UnfundedGap.Of(side.Answers, side.Answers.Options.First(option => option.Id == side.Option)))],
                    side.Answers.Scenario.Horizon
                )
                .Select(line => $"{side.Label}: {char.ToLowerInvariant(line[0])}{line[1..]}"),
        ];

    private IEnumerable<TextLine> Lines(ComparedMeasure measure)
    {
        var largest = measure.Items.Max(item => item.Values.Max(side => side.Max(Math.Abs)));
        var scale = measure.Measure.IsMoney ? MoneyScale.For(largest) : MoneyScale.Plain(largest < 10.0 ? 2 : 0);
        var unit = measure.Measure.IsMoney ? $", {scale.Symbol}" : "";
        yield return TextLine.Empty;
        foreach (
            var line in FoldedText
                .Of($"{measure.Measure.Name}: {measure.Measure.Meaning}{unit}", isHeading: true)
                .Concat(Table(measure, scale).Write(HeadlineText.Width))
        )
        {
            yield return line;
        }
    }

    private TextTable Table(ComparedMeasure measure, MoneyScale scale)
    {
        var total = comparison.Years.Length.ToString(CultureInfo.InvariantCulture) + (comparison.Years.Length == 1 ? " year" : " years");
        string[] heads = [.. years.Select(year => comparison.Years[year].ToString()), .. measure.IsFlow ? [total] : Array.Empty<string>()];
        var table = new TextTable(labels: 2, ["", "", .. heads.Select(head => $"{head} ")]);
        var sides = comparison
            .Sides.Select((_, side) => Columns(measure).Select(column => Round(measure, side, column, scale)).ToArray())
            .ToArray();
        for (var item = 0; item < measure.Items.Length; item++)
        {
            AddItem(table, measure.Items[item].Title, scale, [.. sides.Select(side => side.Select(column => column[item]).ToArray())]);
        }

        if (measure.Measure.IsMoney && measure.Items.Length > 1)
        {
            AddItem(
                table,
                "all together",
                scale,
                [
                    .. sides.Select(side =>
                        side.Select(column => (column.Sum(item => item.Units), column.Sum(item => item.Amount))).ToArray()
                    ),
                ]
            );
        }

        return table;
    }

    /// <summary>Adds a line for each side, and one for the difference of each from the first.</summary>
    /// <param name="table">The table.</param>
    /// <param name="title">Name of the item.</param>
    /// <param name="scale">Scale of its values.</param>
    /// <param name="sides">[side][column] whole units, and the amounts that they stand for.</param>
    private void AddItem(TextTable table, string title, MoneyScale scale, (long Units, double Amount)[][] sides)
    {
        for (var side = 0; side < sides.Length; side++)
        {
            table.Add([side == 0 ? title : "", comparison.Sides[side].Label, .. sides[side].Select(of => scale.Cell(of.Units, of.Amount))]);
            if (side > 0)
            {
                table.Add(["", "difference", .. sides[side].Zip(sides[0], (one, first) => scale.CellOf(one.Amount - first.Amount))]);
            }
        }
    }

    /// <summary>The columns: rows of years, and null for all years together.</summary>
    private IEnumerable<int?> Columns(ComparedMeasure measure) =>
        years.Select(year => (int?)year).Concat(measure.IsFlow ? [null] : Array.Empty<int?>());

    private static (long Units, double Amount)[] Round(ComparedMeasure measure, int side, int? year, MoneyScale scale)
    {
        double[] amounts = [.. measure.Items.Select(item => year is { } row ? item.Values[side][row] : item.Values[side].Sum())];
        return [.. LargestRemainder.Round(amounts, scale.Unit).Zip(amounts)];
    }
}
