using System.Globalization;

namespace SystemSim.Reporting;

/// <summary>One cell: text, a number, or a formula with the value that it comes to.</summary>
/// <param name="Text">Text; null for a number.</param>
/// <param name="Number">Number; of a formula without text, what it comes to.</param>
/// <param name="Style">How it is shown.</param>
/// <param name="Formula">Formula without its equals sign; null for none.</param>
internal readonly record struct SheetCell(string? Text, double Number, CellStyle Style, string? Formula = null)
{
    /// <summary>Stands where there is no value; the notes say what it means.</summary>
    public const string NotAvailable = "[x]";

    /// <summary>Stands where a value would have no meaning; the notes say so.</summary>
    public const string NotApplicable = "[z]";

    /// <summary>Text; never empty.</summary>
    public static SheetCell Of(string text, CellStyle style = CellStyle.Text) => new(text.Length > 0 ? text : NotApplicable, 0.0, style);

    /// <summary>A number; what is not nothing never shows as 0, and a share that is not all never as all.</summary>
    public static SheetCell Of(double number, CellStyle style = CellStyle.Number) =>
        double.IsFinite(number) ? new(null, number, Shown(number, style)) : Of(NotAvailable);

    private static CellStyle Shown(double number, CellStyle style) => style switch
    {
        CellStyle.OnePlace when Math.Abs(number) < 0.05 && !Nothing.IsNumber(number) => CellStyle.Number,
        CellStyle.Ratio when Math.Abs(number) < 0.005 && !Nothing.IsNumber(number) => CellStyle.Number,
        CellStyle.Percent when Math.Abs(number) < 0.0005 && !Nothing.IsShare(number) => CellStyle.LeastPercent,
        CellStyle.Percent when number is >= 0.9995 and < 1.0 && !Nothing.IsShare(1.0 - number) => CellStyle.MostPercent,
        _ => style,
    };

    /// <summary>Money.</summary>
    /// <param name="pennies">Whole pennies.</param>
    public static SheetCell Money(long pennies) => new(null, Pennies.Pounds(pennies), CellStyle.Pounds);

    /// <summary>A formula that comes to money.</summary>
    /// <param name="formula">The formula, without its equals sign.</param>
    /// <param name="pennies">What it comes to.</param>
    public static SheetCell Money(string formula, long pennies) => new(null, Pennies.Pounds(pennies), CellStyle.Pounds, formula);

    /// <summary>How many characters wide it is shown, about.</summary>
    public int Width => Text?.Length ?? Style switch
    {
        CellStyle.Pounds or CellStyle.StrongPounds => WholeWidth + 3,
        CellStyle.Whole or CellStyle.StrongWhole => WholeWidth,
        CellStyle.OnePlace => WholeWidth + 2,
        CellStyle.Number => Number.ToString("G10", CultureInfo.InvariantCulture).Length,
        _ => Math.Max(WholeWidth, 1) + 3,
    };

    /// <summary>Width of the whole part with its commas, and brackets or the space for them.</summary>
    private int WholeWidth
    {
        get
        {
            var digits = Math.Floor(Math.Abs(Number)).ToString("F0", CultureInfo.InvariantCulture).Length;
            return digits + ((digits - 1) / 3) + 2;
        }
    }
}
