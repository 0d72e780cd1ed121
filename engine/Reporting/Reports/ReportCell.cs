using System.Globalization;

namespace SystemSim.Reporting;

/// <summary>A cell of a report's table.</summary>
/// <param name="Text">Text; null for a number.</param>
/// <param name="Number">A number; null for text, and where there is none.</param>
public sealed record ReportCell(string? Text, double? Number = null)
{
    /// <summary>A number; null where there is none.</summary>
    public static ReportCell Of(double? number) => new(null, number);

    /// <summary>Text.</summary>
    public static ReportCell Of(string text) => new(text);

    /// <summary>As a table of data writes it: numbers in full.</summary>
    public string InFull => Number is { } number ? (number == 0.0 ? 0.0 : number).ToString("R", CultureInfo.InvariantCulture) : Text ?? "";

    /// <summary>As a page writes it.</summary>
    public string Shown => Number is { } number ? number.ToString(FormatOf(Math.Abs(number)), CultureInfo.InvariantCulture)
        : Text ?? "–";

    private static string FormatOf(double size) => size switch
    {
        >= 100.0 => "#,0",
        >= 0.01 or 0.0 => "0.####",
        _ => "G4",
    };
}
