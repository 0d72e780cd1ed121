using System.Globalization;
using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>A tornado as text for one screen: a line for each uncertain number, the widest first.</summary>
public static class TornadoText
{
    private const int MostBars = 25;

    /// <summary>Writes a tornado.</summary>
    public static ImmutableArray<TextLine> Write(Tornado tornado)
    {
        var acting = tornado.Bars.Where(tornado.Acts).ToImmutableArray();
        var scale = ScaleOf(tornado);
        var lines = ImmutableArray.CreateBuilder<TextLine>();
        lines.AddRange(SensitivityLines.Heading(tornado.Of));
        lines.Add(new TextLine($"With central values: {SensitivityLines.Amount(scale, tornado.Central)}"));
        lines.Add(TextLine.Empty);
        if (!acting.IsEmpty)
        {
            lines.AddRange(Table(tornado, acting, scale).Write(SensitivityLines.Width));
            lines.Add(TextLine.Empty);
        }

        lines.AddRange(
            acting
                .Where(bar => bar.Stopped is not null)
                .SelectMany(bar => FoldedText.Of($"{bar.Quantity}: a run is stopped, {bar.Stopped}."))
        );

        if (tornado.Bars.IsEmpty)
        {
            lines.Add(new TextLine(SensitivityLines.NothingUncertain));
            return lines.ToImmutable();
        }

        lines.Add(new TextLine("Low and high: the 10th and 90th percentile of what would be drawn. One number is moved at a time."));
        lines.Add(new TextLine(Rest(tornado, acting)));
        return lines.ToImmutable();
    }

    private static string Rest(Tornado tornado, ImmutableArray<TornadoBar> acting)
    {
        var idle = tornado.Bars.Length - acting.Length;
        string[] parts =
        [
            .. acting.Length > MostBars
                ? [string.Create(CultureInfo.InvariantCulture, $"{acting.Length - MostBars} narrower ones are in --json")]
                : Array.Empty<string>(),
            .. idle > 0 ? [string.Create(CultureInfo.InvariantCulture, $"{idle} change nothing of this")] : Array.Empty<string>(),
        ];
        var all = string.Create(CultureInfo.InvariantCulture, $"Uncertain numbers: {tornado.Bars.Length}");
        return parts.Length == 0 ? $"{all}." : $"{all}; {string.Join(", ", parts)}.";
    }

    private static TextTable Table(Tornado tornado, ImmutableArray<TornadoBar> acting, MoneyScale scale)
    {
        var table = new TextTable(labels: 1, "uncertain number", "low", "high", "at low ", "at high ", "width ");
        foreach (var bar in acting.Take(MostBars))
        {
            table.Add(
                bar.Quantity,
                SensitivityLines.Digits(bar.Low),
                SensitivityLines.Digits(bar.High),
                SensitivityLines.Cell(scale, bar.AtLow),
                SensitivityLines.Cell(scale, bar.AtHigh),
                SensitivityLines.Cell(scale, bar.WidthAbout(tornado.Central))
            );
        }

        return table;
    }

    private static MoneyScale ScaleOf(Tornado tornado) => SensitivityLines.Scale(
        tornado.Of, tornado.Bars.SelectMany(bar => new[] { bar.AtLow, bar.AtHigh }).OfType<double>().Append(tornado.Central));
}
