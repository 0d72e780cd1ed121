using System.Globalization;
using System.Text.RegularExpressions;

namespace SystemSim.Campaign;

/// <summary>One small change to the text of a scenario: what a hurried author, or somebody who means ill, might have written.</summary>
/// <param name="Kind">What kind of change it is.</param>
/// <param name="Line">Line that it is made in, from 1.</param>
/// <param name="Text">The text with it.</param>
internal sealed partial record Mutation(string Kind, int Line, string Text)
{
    private static readonly (string Kind, Func<string[], Random, Mutation?> Make)[] Ways =
    [
        ("number", Number),
        ("number", Number),
        ("number", Number),
        ("number", Number),
        ("unit", Unit),
        ("key deleted", Delete),
        ("key duplicated", Duplicate),
        ("key renamed", Rename),
        ("order", Swap),
        ("order of a list", SwapItems),
        ("time lengthened", Lengthen),
        ("name swapped", SwapNames),
        ("value emptied", Empty),
    ];

    private static readonly string[] Sizes =
    [
        "0",
        "1",
        "2",
        "0.5",
        "100",
        "0.000001",
        "999999999999",
        "999999999999999999999",
        "1e-9",
        "0.0",
    ];
    private static readonly string[] Units =
    [
        "a year",
        "a month",
        "a day",
        "a person a year",
        "years",
        "months",
        "days",
        "steps",
        "per 1000",
        "per 100 000 a year",
        "",
    ];
    private static readonly string[] Times = ["100 years", "2 years", "19 months", "1 day", "0", "1 000 000 years", "3 weeks"];

    /// <summary>A change of some kind at some place.</summary>
    /// <returns>The change; null where the text has no place for it.</returns>
    public static Mutation? Of(string text, Random random)
    {
        var (kind, make) = Ways[random.Next(Ways.Length)];
        var made = make(text.Split('\n'), random);
        return made is null || made.Text == text ? null : made with { Kind = kind };
    }

    private static Mutation? Number(string[] lines, Random random)
    {
        if (Pick(lines, Numbers(), random) is not var (row, found))
        {
            return null;
        }

        var (sign, amount, scale) = (found.Groups["sign"].Value, found.Groups["amount"].Value, found.Groups["scale"].Value);
        var plain = double.Parse(Regex.Replace(amount, "[ ,_]", ""), CultureInfo.InvariantCulture);
        var changed = random.Next(10) switch
        {
            0 => $"{sign}{Shown(plain * 2.0)}{scale}",
            1 => $"{sign}{Shown(plain / 2.0)}{scale}",
            2 => $"{sign}{Shown(plain * 10.0)}{scale}",
            3 => $"{sign}{Shown(plain * 1000.0)}{scale}",
            4 => $"-{sign}{amount}{scale}",
            5 => $"{sign}{Shown(plain / 1000.0)}{scale}",
            6 => $"{sign}{amount}bn",
            _ => $"{sign}{Sizes[random.Next(Sizes.Length)]}{scale}",
        };
        return Replaced(lines, row, found.Index, found.Length, changed);
    }

    private static Mutation? Unit(string[] lines, Random random)
    {
        if (Pick(lines, Words(), random) is not var (row, found))
        {
            return null;
        }

        return random.Next(3) switch
        {
            0 when found.Groups["mark"].Length > 0 => Replaced(lines, row, found.Groups["mark"].Index, found.Groups["mark"].Length, ""),
            0 => Replaced(lines, row, found.Index + found.Length, 0, "%"),
            1 => Replaced(lines, row, found.Index, 0, "£"),
            _ => Replaced(lines, row, found.Groups["unit"].Index, found.Groups["unit"].Length, $" {Units[random.Next(Units.Length)]}"),
        };
    }

    private static Mutation? Delete(string[] lines, Random random)
    {
        if (Pick(lines, Keys(), random) is not var (row, found))
        {
            return null;
        }

        return found.Groups["inline"].Success
            ? Replaced(lines, row, found.Index, found.Length + EndOfValue(lines[row], found.Index + found.Length), "")
            : new("", row + 1, string.Join('\n', lines[..row].Concat(lines[End(lines, row)..])));
    }

    private static Mutation? Duplicate(string[] lines, Random random) => Pick(lines, Keys(), random) is not var (row, found) ? null
        : found.Groups["inline"].Success ? Replaced(lines, row, found.Index, 0, $"{lines[row].Substring(found.Index, found.Length)} 1, ")
        : new("", row + 1, string.Join('\n', lines[..End(lines, row)].Concat(lines[row..])));

    private static Mutation? Rename(string[] lines, Random random)
    {
        if (Pick(lines, Keys(), random) is not var (row, found))
        {
            return null;
        }

        var key = found.Groups["key"];
        var other = Pick(lines, Keys(), random) is var (_, another) ? another.Groups["key"].Value : "";
        return Replaced(
            lines,
            row,
            key.Index,
            key.Length,
            random.Next(2) == 0 ? other
                : key.Value.Length > 1 ? key.Value[1..]
                : $"{key.Value}x"
        );
    }

    private static Mutation? Swap(string[] lines, Random random)
    {
        if (Pick(lines, Keys(), random) is not var (row, found) || found.Groups["inline"].Success)
        {
            return null;
        }

        var second = End(lines, row);
        return second >= lines.Length || Indent(lines[second]) != Indent(lines[row])
            ? null
            : new(
                "",
                row + 1,
                string.Join(
                    '\n',
                    lines[..row].Concat(lines[second..End(lines, second)]).Concat(lines[row..second]).Concat(lines[End(lines, second)..])
                )
            );
    }

    private static Mutation? SwapItems(string[] lines, Random random)
    {
        if (Pick(lines, Lists(), random) is not var (row, found))
        {
            return null;
        }

        var inside = found.Groups["items"];
        var items = inside.Value.Split(", ");
        var shown = random.Next(4) switch
        {
            0 => items[..^1],
            1 => [.. items, items[0]],
            _ => items.Reverse(),
        };
        return Replaced(lines, row, inside.Index, inside.Length, string.Join(", ", shown));
    }

    private static Mutation? Lengthen(string[] lines, Random random) => Pick(lines, Lasting(), random) is not var (row, found) ? null
        : Replaced(lines, row, found.Groups["value"].Index, found.Groups["value"].Length, Times[random.Next(Times.Length)]);

    private static Mutation? SwapNames(string[] lines, Random random) =>
        Pick(lines, Names(), random) is not var (row, found) || Pick(lines, Names(), random) is not var (_, other) ? null
        : Replaced(lines, row, found.Index, found.Length, other.Value);

    private static Mutation? Empty(string[] lines, Random random) =>
        Pick(lines, Values(), random) is not var (row, found)
            ? null
            : Replaced(
                lines,
                row,
                found.Groups["value"].Index,
                found.Groups["value"].Length,
                random.Next(4) switch
                {
                    0 => "{}",
                    1 => "[]",
                    2 => "~",
                    _ => "",
                }
            );

    /// <summary>One of all places that fit; places in comments and in prose do not.</summary>
    private static (int Row, Match Found)? Pick(string[] lines, Regex what, Random random)
    {
        var all = lines
            .Select((line, row) => (Row: row, Line: line))
            .Where(line => !Prose().IsMatch(line.Line))
            .SelectMany(line =>
                what.Matches(line.Line)
                    .Where(found => line.Line.IndexOf('#') is var comment && (comment < 0 || found.Index < comment))
                    .Select(found => (line.Row, found))
            )
            .ToList();
        return all.Count == 0 ? null : all[random.Next(all.Count)];
    }

    private static Mutation Replaced(string[] lines, int row, int at, int length, string by) =>
        new(
            "",
            row + 1,
            string.Join(
                '\n',
                lines.Select((line, other) => other == row ? string.Concat(line.AsSpan(0, at), by, line.AsSpan(at + length)) : line)
            )
        );

    private static string Shown(double amount) => amount.ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary>The first line below a key that is not part of it.</summary>
    private static int End(string[] lines, int row)
    {
        var end = row + 1;
        while (end < lines.Length && (lines[end].Trim().Length == 0 || Indent(lines[end]) > Indent(lines[row])))
        {
            end++;
        }

        return end;
    }

    private static int Indent(string line) => line.Length - line.TrimStart().Length;

    private static int EndOfValue(string line, int from)
    {
        var depth = 0;
        for (var at = from; at < line.Length; at++)
        {
            depth += line[at] is '{' or '[' ? 1 : line[at] is '}' or ']' ? -1 : 0;
            if (depth < 0 || (depth == 0 && line[at] == ','))
            {
                return at - from + (depth == 0 ? 1 : 0);
            }
        }

        return line.Length - from;
    }

    [GeneratedRegex(@"(?<![\w./])(?<sign>-?£?)(?<amount>\d[\d ,_]*\d(?:\.\d+)?|\d(?:\.\d+)?)(?<scale>k|m|bn)?(?![\w/-])")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(?<![\w./])£?\d[\d,_.]*(?<mark>%|k|m|bn)?(?<unit>(?: [a-z]+)*)(?![\w/-])")]
    private static partial Regex Words();

    [GeneratedRegex(@"(?:^(?: *- )? *|(?<inline>(?<=[{,] ?)))(?<key>[A-Za-z_][\w-]*|\d[\w/+-]*):(?= |$)")]
    private static partial Regex Keys();

    [GeneratedRegex(@"\[(?<items>[^\[\]]*,[^\[\]]*)\]")]
    private static partial Regex Lists();

    [GeneratedRegex(
        @"\b(?:after|over|lasts|released_in|within|term|notice|stay|fades_over|rebuilds_over|smoothed_over|years|payback): (?<value>[^,}\]#]+)"
    )]
    private static partial Regex Lasting();

    [GeneratedRegex(@"\b[a-z]+(?:_[a-z]+)*\b")]
    private static partial Regex Names();

    [GeneratedRegex(@": (?<value>[^{\[,}\]#|>][^,}\]#]*)")]
    private static partial Regex Values();

    [GeneratedRegex(@"^\s*(?:#|- ?""|title:|question:|note:|source:|url:|says:)")]
    private static partial Regex Prose();
}
