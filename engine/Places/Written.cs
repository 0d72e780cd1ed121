namespace SystemSim.Places;

/// <summary>Numbers as a scenario writes them.</summary>
internal static class Written
{
    /// <summary>A whole number: <c>53 300</c>.</summary>
    public static string People(double people) =>
        Math.Round(people).ToString("#,0", CultureInfo.InvariantCulture).Replace(',', ' ');

    /// <summary>A whole number as a sentence has it: 53,300.</summary>
    public static string Count(double count) => Math.Round(count).ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>Money: <c>£67.256m</c>, <c>£931k</c>.</summary>
    public static string Money(double pounds) =>
        Math.Abs(pounds) < 1e6
            ? string.Create(CultureInfo.InvariantCulture, $"£{Math.Round(pounds / 1e3)}k")
            : string.Create(CultureInfo.InvariantCulture, $"£{pounds / 1e6:0.000}m");

    /// <summary>A price: <c>£743.37</c>.</summary>
    public static string Price(double pounds) => string.Create(CultureInfo.InvariantCulture, $"£{pounds:0.00}");

    /// <summary>A plain number with so many places.</summary>
    public static string Number(double number, int places = 4) =>
        Math.Round(number, places).ToString(CultureInfo.InvariantCulture);

    /// <summary>A share in whole percent.</summary>
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(share * 100.0)}%");

    /// <summary>The financial year that begins in a year: <c>2026/27</c>.</summary>
    public static string FinancialYear(int start) => string.Create(CultureInfo.InvariantCulture, $"{start}/{(start + 1) % 100:00}");

    /// <summary>A number with its range: <c>value: £743.37 a week, low: £631.86, high: £854.88</c>.</summary>
    /// <param name="value">The number.</param>
    /// <param name="write">How it is written.</param>
    /// <param name="low">Low, as a share of it.</param>
    /// <param name="high">High, as a share of it.</param>
    /// <param name="unit">What is written after the number.</param>
    public static string Ranged(double value, Func<double, string> write, double low, double high, string unit = "")
    {
        var (least, most) = (write(value * low), write(value * high));
        var written = unit.Length == 0 ? write(value) : $"{write(value)} {unit}";
        return least == most ? $"value: {written}" : $"value: {written}, low: {least}, high: {most}";
    }
}
