using System.Globalization;

namespace SystemSim.Reporting;

/// <summary>How finely a table states amounts: money in millions, thousands or pounds, or plain numbers, to so many places.</summary>
/// <remarks>What is not nothing is never written as 0: where the places do not show it, it is less than the least that they show.</remarks>
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
        >= 10.0 or < Nothing.Money => new("£", "", 1.0, 0),
        _ => new("£", "", 1.0, 2),
    };

    /// <summary>The scale for numbers that are not money.</summary>
    /// <param name="places">Places after the point.</param>
    /// <param name="unit">What they count, as printed in a heading.</param>
    public static MoneyScale Plain(int places, string unit = "") => new(unit, "", 1.0, places);

    /// <summary>Whole units of one amount.</summary>
    /// <param name="amount">GBP.</param>
    public long Round(double amount) => (long)Math.Round(amount / Unit, MidpointRounding.AwayFromZero);

    /// <summary>Whether an amount is nothing.</summary>
    public bool IsNothing(double amount) => IsMoney ? Nothing.IsMoney(amount) : Nothing.IsNumber(amount);

    /// <summary>An amount in a table: negatives in brackets, and a space in their place after others.</summary>
    /// <param name="amount">The amount, GBP.</param>
    public string CellOf(double amount) => Cell(Round(amount), amount);

    /// <summary>An amount in a table, rounded so that the table adds up.</summary>
    /// <param name="units">Whole units.</param>
    /// <param name="amount">The amount that they stand for, GBP.</param>
    public string Cell(long units, double amount) => (units, amount < 0.0) switch
    {
        (0, true) when !IsNothing(amount) => $"(<{Digits(1)})",
        (0, false) when !IsNothing(amount) => $"<{Digits(1)} ",
        ( < 0, _) => $"({Digits(-units)})",
        _ => $"{Digits(units)} ",
    };

    /// <summary>An amount in a sentence, without its sign; more finely where it would be written as 0.</summary>
    /// <param name="units">Whole units.</param>
    /// <param name="amount">The amount that they stand for, GBP.</param>
    public string Words(long units, double amount) =>
        units == 0 && IsMoney && !IsNothing(amount) ? Finest(amount) : $"£{Digits(Math.Abs(units))}{Suffix}";

    private bool IsMoney => Symbol.StartsWith('£');

    private static string Finest(double amount)
    {
        var scale = For(amount);
        return $"£{scale.Digits(Math.Abs(scale.Round(amount)))}{scale.Suffix}";
    }

    // A decimal fraction, and so exact.
    private decimal LastPlace => new(1, 0, 0, isNegative: false, (byte)Places);

    private string Digits(long units) => (units * LastPlace).ToString($"N{Places}", CultureInfo.InvariantCulture);
}
