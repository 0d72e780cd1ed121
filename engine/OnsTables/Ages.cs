namespace SystemSim.OnsTables;

/// <summary>A group of ages as a table has it.</summary>
/// <param name="From">Youngest.</param>
/// <param name="To">Oldest; <see cref="Open"/> where the group has no end.</param>
internal readonly record struct Ages(int From, int To)
{
    /// <summary>The oldest of a group without an end.</summary>
    public const int Open = int.MaxValue;

    // The last group of ages is open: from 85 or 90 on.
    private const int YoungestOpen = 85;

    /// <summary>How many years of age it has, of a group with an end.</summary>
    public int Width => To - From + 1;

    /// <summary>Reads what a table calls a group; null for wider groups, which are sums of others, and for what is no age.</summary>
    /// <param name="written">Such as <c>7</c>, <c>Age 7</c>, <c>Aged 5 to 9</c>, <c>90 and over</c>, <c>90+</c>.</param>
    public static Ages? Of(string written)
    {
        var digits = string.Concat(written.Select(letter => char.IsAsciiDigit(letter) ? letter : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (digits.Any(number => number.Length > 3))
        {
            return null;
        }

        int[] numbers = [.. digits.Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
        var isOpen = written.Contains('+', StringComparison.Ordinal) || written.Contains("over", StringComparison.OrdinalIgnoreCase);
        return (numbers, isOpen) switch
        {
            ([>= YoungestOpen and var from], true) => new(from, Open),
            ([var one], false) => new(one, one),
            ([var from, var to], false) when to - from == 4 => new(from, to),
            _ => null,
        };
    }
}
