using System.Globalization;
using System.Text;
using SystemSim.Reporting;

namespace SystemSim.Runs;

/// <summary>A sweep as a page and as a table for programs.</summary>
public static class SweepTold
{
    private const double Million = 1e6;

    private static readonly double[] SharesTold = [0.0, 0.1, 0.5, 0.9, 1.0];

    /// <summary>The page.</summary>
    /// <param name="places">What the places come to.</param>
    /// <param name="draws">Draws that were made of each.</param>
    public static PlainPage Page(ImmutableArray<SweptPlace> places, int draws)
    {
        var groups = SweepSummary.Groups(places);
        var all = groups[^1];
        return new(
            "England: what one budget for care comes to, under one assumption everywhere",
            [
                $"Starter models of {all.Councils} councils, {Millions(all.People)} people, ten years from 2026/27. Each has its own people, care and money; what prevention, the voluntary sector and pooling do is one assumption for all. "
                    + "So this says what that assumption comes to where places differ, and not what pooling saves anywhere.",
                $"One budget for care spends {Told(all.Spent)} than today's arrangement, all together, in prices of 2026/27. Councils are {Better(all.CouncilGains)}, the NHS {Better(all.NhsGains)}. "
                    + $"Setting up and running pools is assumed to cost some £{Number(places.Sum(PoolCosts) / Million, "#,0")}m of it.",
                "There is no table by council. It would rank assumptions: what parts one council from another here is its ages, its need, how its money and the NHS's stand to each other, and how it counts; not what it does.",
            ],
            [
                Spending(groups),
                Gains("How much better off councils are by it", groups, group => group.CouncilGains),
                Gains("How much better off the NHS is by it", groups, group => group.NhsGains),
                Spread(groups),
                new(
                    "What goes with the spread between places",
                    ["Of a place", "Correlation of ranks"],
                    [
                        .. SweepSummary
                            .Drivers(places)
                            .Select(driver => ImmutableArray.Create(driver.What, Number(driver.Correlation, "0.00"))),
                    ],
                    "With what pooling spends more a head: 1 where the one rises whenever the other does, 0 where they have nothing to do with each other."
                ),
                Apart(places),
            ],
            $"{draws:#,0} draws of each place, {(long)draws * all.Councils * 3:#,0} runs of an option. National numbers (indices, effects, shared rates, terms of the pool) are drawn once for all places: the national range is {Number(SweepSummary.Widening(places), "0.0")} times as wide as it would be were each place drawn by itself. "
                + "Contains public sector information licensed under the Open Government Licence v3.0. Source: Office for National Statistics; MHCLG; DHSC; NHS England."
        );
    }

    /// <summary>The groups as a table for programs: a number a row.</summary>
    /// <param name="places">What the places come to.</param>
    public static byte[] Csv(ImmutableArray<SweptPlace> places)
    {
        var text = new StringBuilder("grouped_by,group,councils,people,measure,unit,statistic,value\n");
        foreach (var group in SweepSummary.Groups(places))
        {
            Add(group, "spent_more", "GBP", group.Spent);
            Add(group, "councils_gain", "GBP", group.CouncilGains);
            Add(group, "nhs_gains", "GBP", group.NhsGains);
            Add(group, "spent_more_a_head_and_year_by_place", "GBP", group.AHeadAYear);
        }

        return Encoding.UTF8.GetBytes(text.ToString());

        void Add(SweptGroup group, string measure, string unit, DrawnSum sum)
        {
            foreach (var (statistic, value) in new[] { ("mean", sum.Mean), ("p10", sum.P10), ("p90", sum.P90) })
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{group.Kind},{group.Name},{group.Councils},{group.People:0},{measure},{unit},{statistic},{Math.Round(value, 2)}\n");
            }
        }
    }

    // Three tables, since one of all this is wider than a phone.
    private static PlainTable Spending(IEnumerable<SweptGroup> groups) =>
        new(
            "What one budget spends more, by region and kind of council",
            ["", "Councils", "£m", "likely range"],
            [
                .. groups.Select(group => ImmutableArray.Create(
                    Name(group),
                    group.Councils.ToString(CultureInfo.InvariantCulture),
                    Pounds(group.Spent.Mean), Range(group.Spent, Pounds))),
            ],
            "Pooled less today's arrangement, ten years, prices of 2026/27, mean over draws; less in brackets. Likely range: the middle 80% of draws, added up draw by draw."
        );

    private static PlainTable Gains(string title, IEnumerable<SweptGroup> groups, Func<SweptGroup, DrawnSum> gain) =>
        new(
            title,
            ["", "£m", "likely range"],
            [.. groups.Select(group => ImmutableArray.Create(Name(group), Pounds(gain(group).Mean), Range(gain(group), Pounds)))],
            "At the end of ten years, in the same prices; worse off in brackets."
        );

    /// <summary>How places differ by what each has on average.</summary>
    private static PlainTable Spread(IEnumerable<SweptGroup> groups) =>
        new(
            "How far places differ, £ a head and year",
            ["", "People", "A tenth below", "Mean of places", "A tenth above"],
            [
                .. groups.Select(group => ImmutableArray.Create(
                    Name(group),
                    Millions(group.People),
                    Pence(group.AHeadAYear.P10),
                    Pence(group.AHeadAYear.Mean),
                    Pence(group.AHeadAYear.P90))),
            ],
            "What pooling spends more, mean over draws, by place. Places differ little by it beside what nobody knows: the ranges above."
        );

    /// <summary>Where published care spending and shared rates part, by kind of council.</summary>
    private static PlainTable Apart(ImmutableArray<SweptPlace> places) =>
        new(
            "Where published care spending and shared rates part",
            ["", "Councils", "Least", "A tenth below", "Median", "A tenth above", "Most"],
            [
                .. places.GroupBy(place => place.Model.Council.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal)
                    .Select(kind => Shares(InWords(kind.Key), [.. kind.Select(place => place.Model.RestOfCareShare).Order()])),
                Shares("All", [.. places.Select(place => place.Model.RestOfCareShare).Order()]),
            ],
            "What England's rates and costs leave of a council's gross spending on care in 2024/25, given whom it cares for, as a share of it. Below nothing: it spends less than they would come to. Part of that is how councils count, and what of the NHS's money they count."
        );

    private static ImmutableArray<string> Shares(string name, double[] sorted) =>
    [
        name,
        sorted.Length.ToString(CultureInfo.InvariantCulture),
        .. SharesTold.Select(share => Number(sorted[(int)Math.Round(share * (sorted.Length - 1))] * 100.0, "0") + "%"),
    ];

    private static string Name(SweptGroup group) => group.Kind == "kind" ? InWords(group.Name) : group.Name;

    private static string InWords(string kind) => kind switch
    {
        "county" => "Counties",
        "unitary" => "Unitary councils",
        "metropolitan" => "Metropolitan boroughs",
        _ => "London boroughs",
    };

    private static string Told(DrawnSum sum) => Worded(sum, "more", "less");

    private static string Better(DrawnSum sum) => Worded(sum, "better off", "worse off");

    private static string Worded(DrawnSum sum, string above, string below)
    {
        return $"{Side(sum.Mean)} on average (likely range {Side(sum.P10)} to {Side(sum.P90)})";

        string Side(double pounds) => $"£{Number(Math.Abs(pounds) / Million, "#,0")}m {(pounds < 0.0 ? below : above)}";
    }

    private static string Range(DrawnSum sum, Func<double, string> write) => $"{write(sum.P10)} to {write(sum.P90)}";

    private static string Pounds(double pounds)
    {
        var told = Number(Math.Abs(pounds) / Million, "#,0");
        return pounds < 0.0 && told != "0" ? $"({told})" : told;
    }

    private static double PoolCosts(SweptPlace place)
    {
        const double Years = 10.0;
        var (setUp, running) = place.Model.PoolCosts;
        return setUp + (Years * running);
    }

    private static string Pence(double pounds) => Number(pounds, "0.00");

    private static string Millions(double people) => $"{Number(people / Million, "0.0")}m";

    /// <summary>A number in a format; what is rounded to nothing has no sign.</summary>
    private static string Number(double number, string format)
    {
        var told = number.ToString(format, CultureInfo.InvariantCulture);
        return told.Any(digit => digit is >= '1' and <= '9') ? told : told.TrimStart('-');
    }
}
