using System.Globalization;
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
            var nothing = $"nothing is written where {kind.What} should be.";
            return (Codes.EmptyValue, nothing, "an empty value never means zero: write 0 if you mean it.");
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

        return WrongSign(scalar.Text, match, kind) is { } sign
                ? (Codes.NotNumber, sign, scalar.IsSet ? InsteadOf(scalar.Text, kind) : write)
            : WrongUnit(scalar.Text, match, kind) is { } unit ? (Codes.WrongUnit, unit, write)
            : TwoWays(scalar.Text, match, kind);
    }

    /// <summary>What a negative value that is set was probably meant to do.</summary>
    private static string InsteadOf(string text, NumberKind kind) =>
        $"what is set is put there as it is; to lower what is there write {{by: {(kind.Percent ? text.Replace("%", " points", StringComparison.Ordinal) : text)}}}, or x and a number below 1.";

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

        if (!MayBeBare(match, kind) && kind.Percent && !IsAllowed(match, kind))
        {
            return $"'{text}' has no percent sign.";
        }

        if (!FitsUnit(match, kind))
        {
            return $"'{unit.Value}' is no unit for {kind.What}.";
        }

        return kind.NeedsUnit && !unit.Success ? $"'{text}' does not say '{kind.Unit.Example}' or another unit." : null;
    }

    /// <summary>A number that could be so many percent, or so many hundred percent.</summary>
    private static (Code Code, string Problem, string Hint)? TwoWays(string text, Match match, NumberKind kind)
    {
        if (MayBeBare(match, kind))
        {
            return null;
        }

        var digits = match.Groups["digits"].Value + match.Groups["scale"].Value;
        var (before, after) = (match.Groups["sign"].Value, match.Groups["unit"].Success ? $" {match.Groups["unit"].Value}" : "");
        if (kind.Per)
        {
            return (
                Codes.TwoReadings,
                $"'{text}' is {digits} for each person.",
                $"write {before}{digits} per 1000{after}, or {kind.What} below 1."
            );
        }

        var (percent, hundreds) = ($"{before}{digits}%{after}", $"{before}{Hundreds(match)}%{after}");
        return (Codes.TwoReadings, $"'{text}' can be {percent} or {hundreds}.", $"write {percent} or {hundreds}.");
    }

    private static bool MayBeBare(Match match, NumberKind kind)
    {
        if (match.Groups["percent"].Success || match.Groups["per"].Success || match.Groups["digits"].Value.Contains('e'))
        {
            return true;
        }

        var number = match.Groups["digits"].Value + match.Groups["scale"].Value;
        return kind.Bare switch
        {
            Bare.UpToOne => UpToOne().IsMatch(number),
            Bare.BelowOne => BelowOne().IsMatch(number),
            Bare.Zero => Zero().IsMatch(number),
            _ => true,
        };
    }

    /// <summary>Whether a bare number, so many hundred percent, is one that its kind may have.</summary>
    private static bool IsAllowed(Match match, NumberKind kind) => kind.Allows(NumberText.Amount(match));

    private static string Hundreds(Match match) =>
        (Math.Abs(NumberText.Amount(match)) * 100.0).ToString("#,0.############", CultureInfo.InvariantCulture);

    private static bool FitsUnit(Match match, NumberKind kind) =>
        !match.Groups["unit"].Success || kind.Unit.Fits(match.Groups["unit"].Value);

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
        (new("^[+-]?\\.?(?:nan|inf|infinity)$", RegexOptions.IgnoreCase), "is not finite",
            "write a number; leave a limit out where there is none."),
        (new("£[-\u2212]"), "has its minus after the pound sign", "write -£2m."),
        (new("[$€]"), "is not in pounds", "write £1.2m."),
        (new("^[-+£]*[0-9]+,[0-9]{1,2}(?:[^0-9]|$)"), "has a comma for its point", "a comma parts thousands: write 1.5."),
        (new("[0-9] ?(?:thousand|million|billion)"), "spells its size", "write k, m or bn: £1.2m."),
        (new("[0-9](?:K|M|BN|Bn|b|mm|mn|mln)(?: |$)|[0-9] (?:k|m|bn)(?: |$)"), "has a size that is not read",
            "write k, m or bn right after the number: £1.2m."),
        (new("[0-9] %"), "has a blank before its percent sign", "write 18%."),
        (new("^[-+£]*[0-9]+(?:[ ,_][0-9]+)+"), "is not parted into thousands", "part a number every three digits, or not at all: 53 300."),
    ];

    [GeneratedRegex($"^{NumberText.UpToOne}$")]
    private static partial Regex UpToOne();

    [GeneratedRegex($"^{NumberText.BelowOne}$")]
    private static partial Regex BelowOne();

    [GeneratedRegex($"^{NumberText.Zero}$")]
    private static partial Regex Zero();
}
