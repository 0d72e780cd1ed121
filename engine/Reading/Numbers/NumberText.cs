using System.Globalization;
using System.Text.RegularExpressions;

namespace SystemSim.Reading;

/// <summary>Numbers as people write them: <c>53 300</c>, <c>£1.2bn</c>, <c>18%</c>, <c>9.8 per 1000 a year</c>, <c>18 months</c>.</summary>
internal static partial class NumberText
{
    // A text processor may put any of these where a typist puts a blank, and a typographer's minus for a hyphen.
    private const string Blank = "[ \u00a0\u2009\u202f]";
    private const string Minus = "\u2212-";
    private const string Grouped = $"[1-9][0-9]{{0,2}}(?:(?:,[0-9]{{3}})+|(?:_[0-9]{{3}})+|(?:{Blank}[0-9]{{3}})+)";
    private const string Whole = $"(?:{Grouped}|0|[1-9][0-9]*)";
    private const string Point = "(?:\\.[0-9]+)?";
    private const string Tens = $"(?:100{Blank}000|100,?000|10{Blank}000|10,?000|1{Blank}000|1,?000|100)";
    private const string Tiny = "[1-9](?:\\.[0-9]+)?e-[0-9]{1,2}";

    /// <summary>Bare numbers of <see cref="Bare.UpToOne"/>.</summary>
    public const string UpToOne = "(?:0(?:\\.[0-9]+)?|1(?:\\.0+)?)";

    /// <summary>Bare numbers of <see cref="Bare.BelowOne"/>.</summary>
    public const string BelowOne = "0(?:\\.[0-9]+)?";

    /// <summary>Bare numbers of <see cref="Bare.Zero"/>.</summary>
    public const string Zero = "0(?:\\.0+)?";

    private const string Anything = $"^(?<sign>[+{Minus}])?(?<pound>£)?(?<digits>{Whole}{Point}|{Tiny})(?<scale>k|m|bn)?(?<percent>%)?"
        + $"(?:{Blank}per{Blank}(?<per>{Tens}))?(?:{Blank}(?<unit>.+))?\\z";

    /// <summary>Regular expression of all ways to write a kind of number; JSON Schema and .NET read it alike.</summary>
    public static string PatternOf(NumberKind kind)
    {
        var sign = kind.Sign switch { Sign.None => "", Sign.Minus => $"[{Minus}]?", _ => $"[+{Minus}]?" };
        var pound = kind.Pound switch { Pound.None => "", Pound.Needed => "£", _ => "£?" };
        var plain = kind.Bare switch
        {
            Bare.UpToOne => UpToOne,
            Bare.BelowOne => BelowOne,
            Bare.Zero => Zero,
            _ => $"{pound}{Whole}{Point}(?:k|m|bn)?",
        };
        var forms = new List<string> { plain };
        if (kind.Percent)
        {
            forms.Add($"{Whole}{Point}%");
        }

        if (kind.Per)
        {
            forms.Add($"{Whole}{Point}{Blank}per{Blank}{Tens}");
        }

        if (kind.Exponent)
        {
            forms.Add(Tiny);
        }

        var unit = kind.Unit.Pattern.Replace(" ", Blank, StringComparison.Ordinal);
        return $"^{sign}(?:{string.Join('|', forms)}){(kind.NeedsUnit || unit.Length == 0 ? unit : $"(?:{unit})?")}$";
    }

    /// <summary>Reads one number.</summary>
    /// <param name="scalar">What is written, and what overrides make of it.</param>
    /// <param name="kind">What it must be.</param>
    /// <param name="problems">Takes what is wrong with it.</param>
    /// <returns>The number; null when something was wrong.</returns>
    public static Written? Read(Scalar scalar, NumberKind kind, Problems problems)
    {
        if (One(scalar, kind, problems) is not { } written)
        {
            return null;
        }

        foreach (var change in scalar.Changes)
        {
            if (ChangeText.Read(change, kind, problems) is not { } read)
            {
                return null;
            }

            written = written with { Changes = written.Changes.Add(read) };
        }

        return written;
    }

    /// <summary>Reads one number as it stands, whatever overrides make of it.</summary>
    /// <inheritdoc cref="Read"/>
    public static Written? One(Scalar scalar, NumberKind kind, Problems problems)
    {
        var match = Whatever().Match(scalar.Text);
        if (NumberMistakes.Find(scalar, match, kind) is { } mistake)
        {
            problems.Add(mistake.Code, scalar.At, mistake.Problem, mistake.Hint);
            return null;
        }

        return new Written
        {
            At = scalar,
            Amount = Amount(match),
            IsPercent = match.Groups["percent"].Success,
            Per = Plain(match.Groups["per"].Value),
            Unit = Unit.Word(Spaced(match.Groups["unit"].Value)),
        };
    }

    /// <summary>The amount of a number taken apart, with its sign.</summary>
    public static double Amount(Match match)
    {
        // One conversion from the decimal text, so that 18% is the double nearest to 0.18.
        var digits = Plain(match.Groups["digits"].Value);
        var amount = double.Parse(
            digits.Contains('e') ? digits : $"{digits}e{Shift(match)}",
            NumberStyles.Float,
            CultureInfo.InvariantCulture
        );
        return match.Groups["sign"].Value is "" or "+" ? amount : -amount;
    }

    /// <summary>The power of ten that its size, its percent sign and what it is stated per stand for.</summary>
    private static int Shift(Match match) =>
        (match.Groups["scale"].Value switch { "k" => 3, "m" => 6, "bn" => 9, _ => 0 })
        - (match.Groups["percent"].Success ? 2 : 0)
        - Math.Max(0, Plain(match.Groups["per"].Value).Length - 1);

    /// <summary>The text of a number with another amount in its place: its size, its percent sign and its unit stay.</summary>
    /// <param name="text">A number that was read.</param>
    /// <param name="amount">The amount, as <see cref="Written.Amount"/> has it.</param>
    public static string With(string text, double amount)
    {
        var match = Whatever().Match(text);
        var shown = Math.Abs(amount) / double.Parse($"1e{Shift(match)}", CultureInfo.InvariantCulture);
        var before =
            $"{(amount < 0.0 ? "-" : "")}{match.Groups["pound"].Value}{shown.ToString("#,0.######", CultureInfo.InvariantCulture)}";
        var digits = match.Groups["digits"];
        return $"{before}{text[(digits.Index + digits.Length)..]}";
    }

    /// <summary>The text of a number so many times as large, to the last digit: all else about it stays.</summary>
    /// <param name="text">A number that was read.</param>
    /// <param name="factor">What it is multiplied by.</param>
    /// <returns>The text; null where there is none that is exact.</returns>
    public static string? Times(string text, decimal factor)
    {
        var match = Whatever().Match(text);
        var digits = match.Groups["digits"];
        if (!match.Success || digits.ValueSpan.Contains('e') || factor < 0m || Product(Plain(digits.Value), factor) is not { } product)
        {
            return null;
        }

        var mark = Separators().Match(digits.Value) is { Success: true } separator ? separator.Value : "";
        var whole = product.Split('.')[0];
        for (var place = whole.Length - 3; place > 0 && mark.Length > 0; place -= 3)
        {
            product = product.Insert(place, mark);
        }

        return $"{text[..digits.Index]}{product}{text[(digits.Index + digits.Length)..]}";
    }

    /// <summary>The digits of an exact product; null where it has more of them than can be kept.</summary>
    private static string? Product(string digits, decimal factor)
    {
        const int Most = 28;
        var count = digits.Count(char.IsAsciiDigit) + factor.ToString(CultureInfo.InvariantCulture).Count(char.IsAsciiDigit);
        return count > Most
            ? null
            : (decimal.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * factor)
                .ToString("0.############################", CultureInfo.InvariantCulture);
    }

    private static string Plain(string digits) => Separators().Replace(digits, "");

    /// <summary>Words with plain blanks between them.</summary>
    public static string Spaced(string words) => Blanks().Replace(words, " ");

    [GeneratedRegex(Anything, RegexOptions.CultureInvariant)]
    private static partial Regex Whatever();

    [GeneratedRegex($"[,_]|{Blank}", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    [GeneratedRegex(Blank, RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
