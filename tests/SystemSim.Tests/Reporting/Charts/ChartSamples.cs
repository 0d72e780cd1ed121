using System.Collections.Immutable;
using SystemSim.Reporting;

namespace SystemSim.Tests.Reporting;

/// <summary>Every kind of chart on small numbers, in the situations in which charts go wrong.</summary>
internal static class ChartSamples
{
    private static readonly string[] Situations =
    [
        "ordinary",
        "one_option",
        "ten_options",
        "negative",
        "zero",
        "one_year",
        "fifty_years",
        "across_zero",
    ];

    private static readonly string[] Titles =
    [
        "Siloed, with the pool's rule",
        "Aligned",
        "Pooled, old rule",
        "Pooled, each its own overspend",
        "Pooled, risk shared",
        "Siloed, and a great deal more money for prevention",
        "A",
        "Everything at once",
        "مجلس المدينة",
        "<script>alert(1)</script> =1+1",
    ];

    private static readonly Dictionary<string, Func<Situation, string, Picture>> Kinds = new()
    {
        ["lines"] = (of, name) => new LineChart(Frame(name), of.Years, [.. of.Series.Take(4)], ChartUnit.Money).Draw(),
        ["columns"] = (of, name) => new ColumnChart(Frame(name), of.Years, of.Series, ChartUnit.Money).Draw(),
        ["intervals"] = (of, name) =>
            new IntervalChart(
                Frame(name),
                [.. of.Series.Select(line => new IntervalRow(line.Name, line.Values[^1], First(line.Low), First(line.High)))],
                ChartUnit.Money
            ).Draw(),
        ["waterfall"] = (of, name) =>
            new WaterfallChart(
                Frame(name),
                "Siloed, old rule (today)",
                [.. of.Series.Select(line => new WaterfallStep(line.Name, line.Values[^1]))],
                "Pooled, risk shared",
                ChartUnit.Money
            ).Draw(),
        ["tornado"] = (of, name) =>
            new TornadoChart(
                Frame(name),
                of.Series[0].Values[0],
                [
                    .. of.Series.Select(
                        (line, row) =>
                            new TornadoRow(
                                line.Name,
                                "3% a year",
                                "5% a year",
                                line.Values[0] - row,
                                line.Values[^1] + (row * 1e6 * of.Scale)
                            )
                    ),
                ],
                ChartUnit.Money
            ).Draw(),
        ["slopes"] = (of, name) =>
            new SlopeChart(
                Frame(name),
                of.Years[0],
                of.Years[^1],
                [new SlopePanel("Prevention", Shares(of, 0.01)), new SlopePanel("Acute", Shares(of, 0.5))],
                ChartUnit.Share
            ).Draw(),
        ["panels"] = (of, name) => new PanelChart(Frame(name), of.Years, of.Series, ChartUnit.Money).Draw(),
        ["flows"] = (of, name) =>
            new FlowChart(
                Frame(name),
                [
                    new("Asked by need", 0, Palette.Part(0)),
                    new("Failure demand", 0, Palette.Part(3)),
                    .. of.Series.Select(line => new FlowNode(line.Name, 1, new(Palette.Quiet))),
                    new("Given", 2, Palette.Part(0)),
                    new("Left unmet", 2, Palette.Part(2)),
                ],
                [
                    .. of.Series.SelectMany(line =>
                        new FlowLink[]
                        {
                            new("Asked by need", line.Name, Math.Abs(line.Values[0]), Palette.Part(0)),
                            new("Failure demand", line.Name, Math.Abs(line.Values[0]) / 20.0, Palette.Part(3)),
                            new(line.Name, "Given", Math.Abs(line.Values[0]), Palette.Part(0)),
                            new(line.Name, "Left unmet", Math.Abs(line.Values[0]) / 20.0, Palette.Part(2)),
                        }
                    ),
                ],
                ChartUnit.Count
            ).Draw(),
    };

    /// <summary>Names of all samples.</summary>
    public static IEnumerable<string> Names => Kinds.Keys.SelectMany(kind => Situations.Select(situation => $"{kind}-{situation}"));

    /// <summary>Draws a sample.</summary>
    public static Picture Draw(string name)
    {
        var parts = name.Split('-');
        return Kinds[parts[0]](Situation.Named(parts[1]), name);
    }

    private static ChartFrame Frame(string name) => new()
    {
        Name = name,
        Title = "Changed rule alone spends £23.1m less; with pooling £10.1m",
        Subtitle = "Spending on services over 20 years against Siloed, old rule (today), 2026/27 prices. Riverside, 2026/27 to 2045/46",
        Source = "SystemSim, scenario riverside, central values",
    };

    private static double? First(ImmutableArray<double> values) => values.IsEmpty ? null : values[^1];

    private static ImmutableArray<SlopeLine> Shares(Situation of, double middle) =>
        [.. of.Series.Select((line, row) => new SlopeLine(line.Name, middle, of.Scale == 0.0 ? 0.0 : middle * (1.0 + (0.01 * row))))];

    /// <summary>Numbers for any kind.</summary>
    private sealed record Situation(int Options, int Length, double Scale, double Start, bool HasRange)
    {
        public ImmutableArray<string> Years => [.. Enumerable.Range(2026, Length).Select(year => $"{year}/{(year + 1) % 100:00}")];

        public ImmutableArray<Series> Series => [.. Enumerable.Range(0, Options).Select(Line)];

        public static Situation Named(string name) => name switch
        {
            "one_option" => new(1, 20, 1.0, 2.0, false),
            "ten_options" => new(10, 20, 1.0, 2.0, false),
            "negative" => new(3, 20, -1.0, 2.0, false),
            "zero" => new(3, 20, 0.0, 0.0, false),
            "one_year" => new(3, 1, 1.0, 2.0, true),
            "fifty_years" => new(5, 50, 1.0, 2.0, true),
            "across_zero" => new(4, 20, 1.0, -6.0, true),
            _ => new(3, 20, 1.0, 2.0, false),
        };

        private Series Line(int option)
        {
            ImmutableArray<double> values =
            [
                .. Enumerable.Range(0, Length).Select(year => (Start + option + ((1.0 + option) * year / Length)) * 1e6 * Scale),
            ];
            return new Series(Harmless.Text(Titles[option]), values)
            {
                Low = HasRange ? [.. values.Select((value, year) => value - (2e5 * (year + 1)))] : [],
                High = HasRange ? [.. values.Select((value, year) => value + (3e5 * (year + 1)))] : [],
            };
        }
    }
}
