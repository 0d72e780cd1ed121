using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace SystemSim.Acceptance;

/// <summary>A number that a page states: in full, where it stands in the tidy files, and as it is printed.</summary>
internal sealed partial record PageNumber(double Value, string Of, string Printed)
{
    // What is less, of money or of anything else, may be written as nothing.
    private const double HalfAPenny = 0.005;

    /// <summary>All numbers of a page.</summary>
    public static PageNumber[] In(string html) =>
        [
            .. Mark()
                .Matches(html)
                .Select(found => new PageNumber(
                    double.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture),
                    WebUtility.HtmlDecode(found.Groups[2].Value),
                    WebUtility.HtmlDecode(found.Groups[3].Value)
                )),
        ];

    /// <summary>Whether what is printed is the number, rounded to the digits that are printed; one unit is allowed to what must add
    /// up.</summary>
    /// <param name="pounds">GBP in one of the unit that the table states; what is printed may state its own.</param>
    public bool IsPrintedRight(double pounds)
    {
        if (Digits().Match(Printed) is not { Success: true } digits)
        {
            return Printed.Contains("every simulation", StringComparison.Ordinal) ? Value == 1.0 : Math.Abs(Value) < HalfAPenny;
        }

        var unit = digits.Groups[2].Value switch
        {
            "k" => 1e3,
            "m" => 1e6,
            "bn" => 1e9,
            "%" => 0.01,
            _ when Printed.Contains("of 100 simulations", StringComparison.Ordinal) => 0.01,
            _ => Printed.Contains('£', StringComparison.Ordinal) ? 1.0 : pounds,
        };
        var text = digits.Groups[1].Value;
        var places = text.Contains('.', StringComparison.Ordinal) ? text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        // Three digits are kept at least: 23 may stand for 23.0.
        var last = unit * Math.Pow(10.0, -places);
        var isSaidToBeNothing = !text.AsSpan().ContainsAnyInRange('1', '9');
        return !(isSaidToBeNothing && Math.Abs(Value) >= HalfAPenny)
            && Math.Abs(Math.Abs(Value) - (double.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture) * unit)) <= last;
    }

    [GeneratedRegex("<data value=\"([^\"]*)\" data-of=\"([^\"]*)\">([^<]*)</data>")]
    private static partial Regex Mark();

    [GeneratedRegex("([0-9][0-9,]*(?:\\.[0-9]+)?)(bn|m|k|%)?")]
    private static partial Regex Digits();
}
