using System.Text.RegularExpressions;

namespace SystemSim.Reading;

/// <summary>Says what is wrong with the way a number is written, and how to write it.</summary>
internal static partial class NumberMistakes
{
    /// <summary>Finds the mistake in a number.</summary>
    /// <param name="scalar">What is written.</param>
    /// <param name="match">It, taken apart; not successful when it is no number at all.</param>
    /// <param name="kind">What it should be.</param>
    /// <returns>The mistake; null when there is none.</returns>
    public static (Code Code, string Problem, string Hint)? Find(Scalar scalar, Match match, NumberKind kind)
    {
        if (scalar.IsEmpty)
        {
            return (Codes.EmptyValue, $"nothing is written where {kind.What} should be.", "an empty value never means zero: write 0 if you mean it.");
        }

        var write = $"write {kind.What} like {kind.Example}.";
        if (!match.Success)
        {
            var reason = Reason(scalar.Text);
            return (Codes.NotNumber, $"'{scalar.Text}' {reason?.Problem ?? $"is not {kind.What}"}.", reason?.Hint ?? write);
        }

        if (!FitsUnit(match, kind) && Reason(scalar.Text) is { } trap)
        {
            return (Codes.NotNumber, $"'{scalar.Text}' {trap.Problem}.", trap.Hint);
        }

        return WrongSign(scalar.Text, match, kind) is { } sign ? (Codes.NotNumber, sign, write)
            : WrongUnit(scalar.Text, match, kind) is { } unit ? (Codes.WrongUnit, unit, write)
            : null;
    }

    private static string? WrongSign(string text, Match match, NumberKind kind) => match.Groups["sign"].Value switch
    {
        "" => null,
        "+" => kind.Sign == Sign.Either ? null : $"'{text}' has a plus sign.",
        _ => kind.Sign == Sign.None ? $"'{text}' is negative." : null,
    };

    private static string? WrongUnit(string text, Match match, NumberKind kind)
    {
        var percent = match.Groups["percent"].Success;
        var per = match.Groups["per"].Success;
        var scale = match.Groups["scale"].Success;
        var tiny = match.Groups["digits"].Value.Contains('e');
        var unit = match.Groups["unit"];
        if (match.Groups["pound"].Success ? kind.Pound == Pound.None : kind.Pound == Pound.Needed)
        {
            return kind.Pound == Pound.None ? $"'{text}' is money, and {kind.What} is meant here." : $"'{text}' has no pound sign.";
        }

        if (percent && (!kind.Percent || scale || per || match.Groups["pound"].Success))
        {
            return $"'{text}' is in percent, and {kind.What} is meant here.";
        }

        if (per && (!kind.Per || scale || match.Groups["pound"].Success))
        {
            return $"'{text}' says 'per', and {kind.What} is meant here.";
        }

        if (tiny && (!kind.Exponent || scale || percent || per || match.Groups["pound"].Success))
        {
            return $"'{text}' has an exponent.";
        }

        if (!percent && !tiny && !double.IsInfinity(kind.MostBare) && !Bare().IsMatch(match.Groups["digits"].Value + match.Groups["scale"].Value))
        {
            return $"'{text}' has no percent sign.";
        }

        if (!FitsUnit(match, kind))
        {
            return $"'{unit.Value}' is no unit for {kind.What}.";
        }

        return kind.NeedsUnit && !unit.Success ? $"'{text}' does not say '{kind.Unit.Example}' or another unit." : null;
    }

    private static bool FitsUnit(Match match, NumberKind kind) => !match.Groups["unit"].Success || kind.Unit.Fits(match.Groups["unit"].Value);

    private static (string Problem, string Hint)? Reason(string text)
    {
        foreach (var (pattern, problem, hint) in Traps)
        {
            if (pattern.IsMatch(text))
            {
                return (problem, hint);
            }
        }

        return null;
    }

    private static readonly (Regex Pattern, string Problem, string Hint)[] Traps =
    [
        (new("^[+-]?£?0[0-9]"), "starts with a zero", "some programs read such a number in base 8: take the zero away."),
        (new("^[0-9]+:[0-9]"), "has a colon", "some programs read such a number in base 60: write it out."),
        (new("[0-9][eE][+-]?[0-9]"), "has an exponent", "write it out: 1000, 1k or 1.2m."),
        (new("^[+-]?£?\\.[0-9]"), "starts with a point", "write a zero before the point."),
        (new("^[+-]?\\.?(?:nan|inf|infinity)$", RegexOptions.IgnoreCase), "is not finite", "write a number; leave a limit out where there is none."),
        (new("£[-\u2212]"), "has its minus after the pound sign", "write -£2m."),
        (new("[$€]"), "is not in pounds", "write £1.2m."),
        (new("^[-+£]*[0-9]+,[0-9]{1,2}(?:[^0-9]|$)"), "has a comma for its point", "a comma parts thousands: write 1.5."),
        (new("[0-9] ?(?:thousand|million|billion)"), "spells its size", "write k, m or bn: £1.2m."),
        (new("[0-9](?:K|M|BN|Bn|b|mm|mn|mln)(?: |$)|[0-9] (?:k|m|bn)(?: |$)"), "has a size that is not read", "write k, m or bn right after the number: £1.2m."),
        (new("[0-9] %"), "has a blank before its percent sign", "write 18%."),
        (new("^[-+£]*[0-9]+(?:[ ,_][0-9]+)+"), "is not parted into thousands", "part a number every three digits, or not at all: 53 300."),
    ];

    [GeneratedRegex("^(?:0(?:\\.[0-9]+)?|1(?:\\.0+)?)$")]
    private static partial Regex Bare();
}
