using System.Globalization;

namespace SystemSim.Reporting;

/// <summary>How finely a table states money: in millions, thousands or pounds, to so many places.</summary>
/// <param name="Symbol">Unit as printed in a heading, such as <c>£m</c>.</param>
/// <param name="Suffix">What follows an amount in a sentence, such as <c>m</c>.</param>
/// <param name="Pounds">GBP in one of the unit.</param>
/// <param name="Places">Places after the point.</param>
public sealed record MoneyScale(string Symbol, string Suffix, double Pounds, int Places)
{
    /// <summary>The smallest amount that is told apart, in GBP.</summary>
    public double Unit => (double)((decimal)Pounds * LastPlace);

    /// <summary>The scale for a table, which leaves its largest amount four or five digits.</summary>
    /// <param name="largest">The largest amount, GBP, of either sign.</param>
    public static MoneyScale For(double largest) => Math.Abs(largest) switch
    {
        >= 1e10 => new("£m", "m", 1e6, 0),
        >= 1e8 => new("£m", "m", 1e6, 1),
        >= 1e7 => new("£m", "m", 1e6, 2),
        >= 1e5 => new("£k", "k", 1e3, 0),
        _ => new("£", "", 1.0, 0),
    };

    /// <summary>Whole units of one amount.</summary>
    /// <param name="amount">GBP.</param>
    public long Round(double amount) => (long)Math.Round(amount / Unit, MidpointRounding.AwayFromZero);

    /// <summary>An amount in a table: negatives in brackets, and a space in their place after others.</summary>
    /// <param name="units">Whole units.</param>
    public string Cell(long units) => units < 0 ? $"({Digits(-units)})" : $"{Digits(units)} ";

    /// <summary>An amount in a sentence, without its sign.</summary>
    /// <param name="units">Whole units.</param>
    public string Words(long units) => $"£{Digits(Math.Abs(units))}{Suffix}";

    // A decimal fraction, and so exact.
    private decimal LastPlace => new(1, 0, 0, isNegative: false, (byte)Places);

    private string Digits(long units) => (units * LastPlace).ToString($"N{Places}", CultureInfo.InvariantCulture);
}
