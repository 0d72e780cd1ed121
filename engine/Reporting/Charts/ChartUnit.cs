namespace SystemSim.Reporting;

/// <summary>What the numbers of a chart count, and how they are written.</summary>
public sealed record ChartUnit
{
    private ChartUnit(Func<double, string> write) => Write = write;

    /// <summary>Writes a number, with its sign where it is below zero.</summary>
    public Func<double, string> Write { get; }

    /// <summary>Pounds.</summary>
    public static ChartUnit Money { get; } = new(value => $"{(Amount.IsBelow(value) ? "-" : "")}{Amount.Of(value)}");

    /// <summary>Shares, written in percent.</summary>
    public static ChartUnit Share { get; } = new(Amount.Percent);

    /// <summary>People, contacts and the like.</summary>
    public static ChartUnit Count { get; } = new(value => $"{(value < 0.0 && !Nothing.IsNumber(value) ? "-" : "")}{Amount.Count(value)}");

    /// <summary>The number with what it means against a baseline: less, more, or no difference.</summary>
    /// <param name="value">The difference.</param>
    public string Against(double value) =>
        Write(Math.Abs(value)) == Write(0.0) ? "no difference" : $"{Write(Math.Abs(value))} {(value < 0.0 ? "less" : "more")}";
}
