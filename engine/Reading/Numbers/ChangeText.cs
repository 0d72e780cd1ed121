using System.Globalization;

namespace SystemSim.Reading;

/// <summary>Changes of a number as people write them: <c>+£600k</c>, <c>-10 points</c>, <c>x 1.2</c>.</summary>
internal static class ChangeText
{
    private const string Factor = "x ";

    /// <summary>What a text must begin with to be a change rather than a value.</summary>
    public static bool IsOne(string text) =>
        text is ['+', _, ..] || (text.Length > Factor.Length && text.StartsWith(Factor, StringComparison.Ordinal));

    /// <summary>Reads a change.</summary>
    /// <param name="change">What is written.</param>
    /// <param name="kind">What the number is that is changed.</param>
    /// <param name="problems">Takes what is wrong with it.</param>
    /// <returns>The change; null when something was wrong.</returns>
    public static WrittenChange? Read(StatedChange change, NumberKind kind, Problems problems)
    {
        var text = change.Text;
        if (text.StartsWith(Factor, StringComparison.Ordinal))
        {
            return NumberText.One(Part(text[Factor.Length..]), NumberKinds.Multiplier, problems) is { } factor
                ? new WrittenChange(Multiplies: true, factor.Amount, "", $"x {text[Factor.Length..]}")
                : null;
        }

        if (Mistake(change, kind) is { } mistake)
        {
            problems.Add(mistake.Code, change.At.At, mistake.Problem, mistake.Hint);
            return null;
        }

        // Ten percent more of what is not written in percent are a tenth of it; of what is, there are points.
        var sign = text[0] == '+' ? 1.0 : -1.0;
        var said = $"{(sign > 0.0 ? "plus" : "less")} {text[1..]}";
        var isRelative = text.Contains('%', StringComparison.Ordinal);
        return
            NumberText.One(Part(InPercent(text[1..])), isRelative ? NumberKinds.Change : kind with { Sign = Sign.None }, problems) is { } by
            ? new WrittenChange(isRelative, isRelative ? 1.0 + (sign * by.Amount) : sign * by.Amount, by.Unit, said)
            : null;

        Scalar Part(string part) => new(change.At.At, part, isPlain: false);
    }

    private static (Code Code, string Problem, string Hint)? Mistake(StatedChange change, NumberKind kind)
    {
        var text = change.Text;
        if (text is not ['+' or '-' or '\u2212', _, ..])
        {
            return (
                Codes.UnclearChange,
                $"'{text}' does not say whether it is more or less.",
                $"write +{text}, -{text}, or x and a number."
            );
        }

        if (IsInPoints(text) && !kind.Percent)
        {
            return (Codes.WrongUnit, $"'{text}' is in points, and {kind.What} is not written in percent.", "write +10%, or x 1.1.");
        }

        if (!change.IsNamed && kind.Sign == Sign.Either)
        {
            return (Codes.UnclearChange, $"'{text}' can be {kind.What} of {text[1..]} or a change of the one that is there.",
                $"write {text[1..]} for the one, and {{by: {Points(text)}}} or x and a number for the other.");
        }

        return kind.Percent && text.Contains('%', StringComparison.Ordinal)
            ? (
                Codes.UnclearChange,
                $"'{text}' can be {Points(text)[1..]} or {text[1..]} of what is there.",
                $"write {(change.IsNamed ? "by: " : "")}{Points(text)}, or {Times(text)}."
            )
            : null;
    }

    private static bool IsInPoints(string text) => text.Contains(" point", StringComparison.Ordinal);

    /// <summary>Points are what percent are in a number that is written in percent.</summary>
    private static string InPercent(string text) =>
        text.Replace(" points", "%", StringComparison.Ordinal).Replace(" point", "%", StringComparison.Ordinal);

    private static string Points(string text) => text.Replace("%", " points", StringComparison.Ordinal);

    private static string Times(string text)
    {
        var share = NumberText
            .One(
                new Scalar(default, text[1..(text.IndexOf('%', StringComparison.Ordinal) + 1)], isPlain: false),
                NumberKinds.Change,
                new Problems()
            )
            ?.Amount;
        return share is { } of
            ? string.Create(CultureInfo.InvariantCulture, $"x {1.0 + (text[0] == '+' ? of : -of):0.############}")
            : "x and a number";
    }
}
