using System.Globalization;

namespace SystemSim.Reporting;

/// <summary>A number with where it stands in the tidy files, so that it can be found again.</summary>
/// <param name="Value">The number, unrounded.</param>
/// <param name="Of">Columns and what they hold, as in <c>measure=spend;option=pooled</c>; the number is the sum of all rows that match, of
/// central values unless a statistic is named; strokes part names of which a column holds one. Empty where it is no sum of rows.</param>
public sealed record Cited(double Value, string Of)
{
    /// <summary>The number in full.</summary>
    public string Digits => (Value == 0.0 ? 0.0 : Value).ToString("R", CultureInfo.InvariantCulture);
}
