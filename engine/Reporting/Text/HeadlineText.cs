using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>A headline as text for one screen: the same on a terminal and in a file.</summary>
public static class HeadlineText
{
    /// <summary>The widest line, in characters.</summary>
    public const int Width = 100;

    /// <summary>The most options shown side by side; the others are named.</summary>
    public const int MostOptions = 6;

    /// <summary>Writes a headline.</summary>
    /// <param name="headline">The headline.</param>
    /// <param name="mostLines">The most lines to take.</param>
    public static ImmutableArray<TextLine> Write(Headline headline, int mostLines) =>
        Fitting(mostLines, detail => Write(headline, detail));

    /// <summary>The tables of a headline alone, of the run with central values.</summary>
    /// <param name="headline">The headline.</param>
    /// <param name="mostLines">The most lines to take.</param>
    public static ImmutableArray<TextLine> Tables(Headline headline, int mostLines) =>
        Fitting(mostLines, detail => [.. Tables(new HeadlineView(headline, MostOptions), detail)]);

    private static ImmutableArray<TextLine> Fitting(int mostLines, Func<HeadlineDetail, ImmutableArray<TextLine>> write)
    {
        var levels = HeadlineDetail.Levels.Select(write);
        return levels.FirstOrDefault(lines => lines.Length <= mostLines) is { IsDefault: false } fits
            ? fits
            : write(HeadlineDetail.Levels[^1]);
    }

    /// <summary>How the money of a headline is priced, as a table says it.</summary>
    /// <param name="headline">The headline.</param>
    public static string Pricing(Headline headline) => headline.IsReal ? $"real, {headline.PriceBase} prices" : "nominal";

    private static ImmutableArray<TextLine> Write(Headline headline, HeadlineDetail detail)
    {
        var shown = new HeadlineView(headline, MostOptions);
        var lines = ImmutableArray.CreateBuilder<TextLine>();
        lines.AddRange(FoldedText.Of(headline.Title, isHeading: true));
        if (headline.Question is { } question)
        {
            lines.AddRange(FoldedText.Of(question));
        }

        if (headline.Stamp is { } stamp)
        {
            lines.AddRange(FoldedText.Of(stamp, isHeading: true));
            lines.AddRange(headline.Cautions.SelectMany(caution => FoldedText.Of(TrustStory.Warning(caution))));
        }

        lines.AddRange(FoldedText.Of(About(headline)));
        if (detail.Sentences && shown.Others.Any())
        {
            lines.Add(TextLine.Empty);
            lines.AddRange(FoldedText.Of($"Held against {HeadlineView.NameOf(headline.Baseline)}", isHeading: true));
            lines.AddRange(
                shown.Others.SelectMany(option => HeadlineSentences.Of(shown, option)).SelectMany(sentence => FoldedText.Of(sentence))
            );
        }

        lines.Add(TextLine.Empty);
        lines.AddRange(Tables(shown, detail));
        lines.AddRange(ForecastText.Of(headline).SelectMany(line => FoldedText.Of(line)));
        if (!shown.LeftOut.IsEmpty)
        {
            lines.AddRange(FoldedText.Of($"Not shown here: {string.Join(", ", shown.LeftOut.Select(option => option.Option))}."));
        }

        return lines.ToImmutable();
    }

    private static IEnumerable<TextLine> Tables(HeadlineView shown, HeadlineDetail detail) =>
        [.. SpendingTable.Write(shown, detail), TextLine.Empty, .. EndTable.Write(shown, detail)];

    private static string About(Headline headline)
    {
        var horizon = headline.Horizon;
        var step = horizon.StepsPerYear switch
        {
            1 => "by year",
            4 => "by quarter",
            12 => "by month",
            var steps => $"in {steps} steps a year",
        };
        var money = headline.IsReal ? $"Money is real, in {headline.PriceBase} prices." : "Money is nominal, as it is paid.";
        return $"{horizon.Start}{(horizon.Years == 1 ? "" : $" to {horizon.YearAt(horizon.Years - 1)}")}, {step}. {money} Uncertain numbers at central values.";
    }
}
