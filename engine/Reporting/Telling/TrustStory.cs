using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>How far to trust an answer: where its numbers come from, what was drawn, and what its effects rest on.</summary>
internal sealed class TrustStory(AnswerReader reader, OptionLine? told)
{
    /// <summary>The sentences.</summary>
    public IEnumerable<Prose> Sentences()
    {
        foreach (var caution in reader.Scenario.Cautions)
        {
            yield return Prose.Of(Warning(caution));
        }

        if (reader.Scenario.Numbers.Length > 0)
        {
            yield return Prose.Of(Sources());
        }

        yield return Prose.Of(Drawn());
        if (told is null && reader.TooNarrow is { } narrow)
        {
            yield return Prose.Of(narrow);
        }

        if (told is { Grades.IsEmpty: false })
        {
            yield return Prose.Of(Grades(told.Grades));
        }

        yield return Prose.Of(Money());
    }

    /// <summary>What the author of a scenario tells every reader.</summary>
    public static string Warning(string caution) => $"Its author warns: {Harmless.Text(caution)}";

    /// <summary>How many numbers have a source, are assumed, have none, and have a range.</summary>
    public static string Sources(Scenario scenario)
    {
        var published = scenario.Numbers.Count(number => !IsAssumed(scenario, number) && number.Source is not null);
        var assumed = scenario.Numbers.Count(number => IsAssumed(scenario, number));
        var (all, none) = (scenario.Numbers.Length, scenario.Numbers.Length - published - assumed);
        var ranged = scenario.Numbers.Count(number => number.IsUncertain);
        return $"Of {Figures.Counted(all, "number", "numbers")}, {Have(published)} a published source, {Are(assumed)} assumed and {Have(none)} no source at all; {Have(ranged)} a range.";

        static string Have(int count) => count switch
        {
            0 => "none has",
            1 => "1 has",
            _ => $"{Whole(count)} have",
        };

        static string Are(int count) => count switch
        {
            0 => "none is",
            1 => "1 is",
            _ => $"{Whole(count)} are",
        };

        static string Whole(int count) => MoneyScale.Plain(0).CellOf(count).Trim();
    }

    private string Sources() => Sources(reader.Scenario);

    /// <summary>Whether a number is assumed rather than found.</summary>
    public static bool IsAssumed(Scenario scenario, Quantity number) =>
        number.IsAssumption
        || (number.Source is { } source && scenario.Sources.Any(known => known.Id == source && known.IsAssumption));

    private string Drawn()
    {
        var chance = reader is { Draws: not null, Scenario.Drawing.Chance.IsEmpty: false }
            ? $" {ChanceText.Sentence(reader.Scenario.Drawing)}"
            : "";
        return reader.Made is not null
                ? $"Every number with a range is drawn, the same for every option: {reader.Counted}.{(reader.Headlined is null ? "" : " The likely range leaves out one simulation in ten at either end.")}{chance}{reader.LeftOut}"
            : reader.Scenario.HasRanges
                ? "How sure it is was not looked into: nothing was drawn, and every number stands at its central value."
            : "No number has a range: nothing is drawn, and how sure it is cannot be told.";
    }

    private static string Grades(ImmutableArray<GradeShare> grades) =>
        $"Of what effects move in spending, {Figures.Listed([.. grades.Select(One)])}.";

    private static string One(GradeShare grade) =>
        $"{Amount.Percent(grade.Share)} rests on {(grade.Grade is { } letter ? $"evidence of grade {letter}{(grade.Means is { } means ? $" ({Harmless.Text(means)})" : "")}" : "evidence that nobody has graded, or none")}";

    private string Money()
    {
        var real = reader.Headline.IsReal
            ? $"Money is in {reader.Headline.PriceBase} prices"
            : "Money is as it is paid, not adjusted for prices";
        return reader.Headline.Discounting is { } discounting
            ? $"{real}, not discounted, but for values and ratios of the appraisal. {discounting}"
            : $"{real}, and not discounted.";
    }
}
