using System.Globalization;

namespace SystemSim.Model;

/// <summary>A financial year, April to March, written <c>2026/27</c>.</summary>
/// <param name="Start">The calendar year in which it starts.</param>
public readonly record struct FinancialYear(int Start) : IComparable<FinancialYear>
{
    /// <summary>First calendar year that a scenario may name.</summary>
    public const int Earliest = 1900;

    /// <summary>Last calendar year that a scenario may name.</summary>
    public const int Latest = 2200;

    /// <summary>Whole years from one year to another; negative when <paramref name="right"/> is later.</summary>
    public static int operator -(FinancialYear left, FinancialYear right) => left.Start - right.Start;

    /// <summary>The year that starts <paramref name="years"/> years after <paramref name="left"/>.</summary>
    public static FinancialYear operator +(FinancialYear left, int years) => new(left.Start + years);

    /// <summary>Whether <paramref name="left"/> starts before <paramref name="right"/>.</summary>
    public static bool operator <(FinancialYear left, FinancialYear right) => left.Start < right.Start;

    /// <summary>Whether <paramref name="left"/> starts after <paramref name="right"/>.</summary>
    public static bool operator >(FinancialYear left, FinancialYear right) => left.Start > right.Start;

    /// <summary>Whether <paramref name="left"/> does not start after <paramref name="right"/>.</summary>
    public static bool operator <=(FinancialYear left, FinancialYear right) => left.Start <= right.Start;

    /// <summary>Whether <paramref name="left"/> does not start before <paramref name="right"/>.</summary>
    public static bool operator >=(FinancialYear left, FinancialYear right) => left.Start >= right.Start;

    /// <summary>Reads <c>2026/27</c>; the two halves must follow each other.</summary>
    /// <param name="text">What the file says.</param>
    /// <param name="year">The year, when the answer is true.</param>
    /// <returns>Whether <paramref name="text"/> is a financial year.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out FinancialYear year)
    {
        year = default;
        if (text.Length != 7 || text[4] != '/'
            || !int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            || !int.TryParse(text[5..], NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            || (start + 1) % 100 != end || start < Earliest || start > Latest)
        {
            return false;
        }

        year = new FinancialYear(start);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(FinancialYear other) => Start.CompareTo(other.Start);

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Start:0000}/{(Start + 1) % 100:00}");
}
