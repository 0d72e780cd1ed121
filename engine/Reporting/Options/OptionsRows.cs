using System.Globalization;

namespace SystemSim.Reporting;

/// <summary>What is told of each option, row by row, in words that page and terminal share.</summary>
internal static class OptionsRows
{
    private static readonly Prose None = Prose.Of("–");

    /// <summary>The rows: what each is called, and what it says of an option. Rows in which no option has anything are left
    /// out.</summary>
    public static IEnumerable<(string Name, ImmutableArray<Prose> Cells)> Of(OptionsTable table) =>
        All(table)
            .Select(row => (row.Name, Cells: table.Lines.Select(row.Says).ToImmutableArray()))
            .Where(row => row.Cells.Any(cell => cell != None));

    private static IEnumerable<(string Name, Func<OptionLine, Prose> Says)> All(OptionsTable table)
    {
        var scale = MoneyScale.For(table.Lines.Max(line => Math.Abs(line.Spent.Value)));
        yield return (
            $"Spending over {table.Span}",
            line => Prose.Of("").Then(line.Spent, scale.Words(scale.Round(line.Spent.Value), line.Spent.Value))
        );
        yield return ("More or less", line => line.Difference is { } more ? More(more.Middle) : None);
        yield return ("– likely range", line => Range(line.Difference));
        yield return (
            "Next year, more or less",
            line => line is { NextYear: { } year, InNextYear: { } next } ? More(next.Middle).Then($", in {table.Years[year]}") : None
        );
        yield return ("– its likely range", line => Range(line.InNextYear));
        yield return ("Who pays", Payers);
        yield return ("Services ended or cut", line => line.IsBaseline ? None : Prose.Of(Losses(table, line)));
        yield return ("People helped, contacts", line => line.Helped is { } helped ? Prose.Of("").Then(helped, Count(helped)) : None);
        yield return ("Turned away, contacts", line => Prose.Of("").Then(line.TurnedAway, Count(line.TurnedAway)));
        yield return ("Quality-adjusted life years", line => line.LifeYears is { } life ? Prose.Of("").Then(life, Years(life)) : None);
        yield return ("Benefit for £1", line => line.ForOnePound is { } pound ? Pound(pound) : None);
        yield return ("– benefits less costs", line => line.ForOnePound is { } pound ? Better(pound.Net) : None);
        yield return (
            "– cost is next to nothing",
            line => line.ForOnePound?.LittleCost is { } little ? Prose.Of("").Then(little, Amount.Percent(little.Value, "0.#")) : None
        );
        yield return ("Set, and nothing comes of it", line => line.WithoutEffect.IsEmpty ? None : Prose.Of(string.Join("; ", line.WithoutEffect)));
        yield return ("What the effect rests on", line => line.Grades.IsEmpty ? None : Prose.Of(Grades(line)));
        yield return ("Chance of being cheapest", Cheapest);
        yield return ("Paid back by", line => line.IsBaseline ? None : Prose.Of(Payback(table, line)));
    }

    private static Prose More(Cited more) => Amount.IsNothing(more.Value)
        ? Prose.Of("").Then(more, "the same")
        : Prose.Of("").Then(more, Money(more)).Then(more.Value > 0.0 ? " more" : " less");

    private static Prose Pound(ForOnePound pound) =>
        pound.Tells ? Prose.Of("").Then(pound.Ratio, pound.Pounds) : Prose.Of("next to no cost");

    private static Prose Better(Cited net) => Amount.IsNothing(net.Value)
        ? Prose.Of("").Then(net, "nothing")
        : Prose.Of("").Then(net, Money(net)).Then(net.Value > 0.0 ? " better" : " worse");

    private static Prose Range(Ranged? of)
    {
        if (of is not { Low: { } low, High: { } high })
        {
            return None;
        }

        var (first, last) = high.Value <= 0.0 ? (high, low) : (low, high);
        var sides = (Side(first.Value), Side(last.Value));
        return sides.Item1 == sides.Item2 || sides.Item1.Length == 0
            ? Prose.Of("").Then(first, Money(first)).Then(" to ").Then(last, Money(last)).Then(sides.Item2)
            : Prose.Of("").Then(first, Money(first)).Then($"{sides.Item1} to ").Then(last, Money(last)).Then(sides.Item2);
    }

    private static string Side(double value) => Amount.IsNothing(value) ? "" : value > 0.0 ? " more" : " less";

    /// <summary>Who spends more or less.</summary>
    public static Prose Payers(OptionLine line)
    {
        if (line.IsBaseline)
        {
            return None;
        }

        var says = Prose.Of("");
        foreach (var (place, payer) in line.Payers.Index())
        {
            says = says.Then($"{(place > 0 ? "; " : "")}{payer.Title} ").Then(More(payer.More.Middle));
        }

        return line.Payers.IsEmpty ? Prose.Of("nobody pays more or less") : says;
    }

    /// <summary>Services that end or are cut.</summary>
    public static string Losses(OptionsTable table, OptionLine line) =>
        line.Losses.IsEmpty
            ? "none"
            : string.Join("; ", line.Losses.Select(loss => $"{loss.Title} ({(loss.Ends ? "ended" : "cut")} from {table.Years[loss.Year]})"));

    /// <summary>What its effect rests on, in words; empty where that is not known.</summary>
    public static string Grades(OptionLine line) => string.Join(
        "; ",
        line.Grades.Select(grade => $"{(grade.Grade is { } letter ? $"grade {letter}" : "no grade")} {Amount.Percent(grade.Share)}")
    );

    private static Prose Cheapest(OptionLine line) =>
        line.Harm is { } harm ? Prose.Of($"set apart: {harm}")
        : line.Cheapest is { } chance ? Prose.Of("").Then(chance, Amount.Percent(chance.Value, "0.#"))
        : None;

    /// <summary>When it is paid back.</summary>
    public static string Payback(OptionsTable table, OptionLine line) => line.Payback switch
    {
        { IsEverMore: false } => "never spends more",
        { Year: { } year } => table.Years[year],
        _ => $"not in {table.Span}",
    };

    private static string Years(Cited life) => Nothing.IsNumber(life.Value)
        ? "the same"
        : $"{Amount.Count(life.Value)} {(life.Value > 0.0 ? "more" : "fewer")}";

    private static string Money(Cited amount) => Amount.Of(amount.Value);

    private static string Count(Cited contacts) => Amount.Count(contacts.Value);

    /// <summary>An option's names, in one cell: those that are the same are said to be.</summary>
    public static string NameOf(OptionLine line) => string.Join(" = ", line.Titles);

    /// <summary>What grades of the table mean, as the scenario says; empty where none is told.</summary>
    public static string Grades(OptionsTable table)
    {
        string[] told =
        [
            .. table
                .Lines.SelectMany(line => line.Grades)
                .Where(grade => grade is { Grade: not null, Means: not null })
                .DistinctBy(grade => grade.Grade)
                .OrderBy(grade => grade.Grade, StringComparer.Ordinal)
                .Select(grade => string.Create(CultureInfo.InvariantCulture, $"{grade.Grade}: {grade.Means}")),
        ];
        return told.Length == 0
            ? ""
            : $" What the effect rests on: share of what effects move of spending, by the grade of their evidence ({string.Join("; ", told)}).";
    }
}
