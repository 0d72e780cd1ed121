using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>By which route each organisation pays for services: from its own budget, and as a partner of pools.</summary>
internal static class RoutesTable
{
    private static readonly ImmutableArray<(string Says, string[] Measures)> Routes =
    [
        ("– from its own budget", ["payment", "break_charge", "transaction_cost"]),
        ("– paid into pools", ["contribution"]),
        ("– its share of pools' overspend", ["risk_share"]),
        ("– (back from pools: its share of underspend)", ["shared_underspend"]),
        ("– (back from pools: ring-fences settled)", ["ring_fence"]),
    ];

    /// <summary>The table; null where no option has a pool.</summary>
    /// <param name="reader">Finds numbers.</param>
    /// <param name="option">The option that is told of.</param>
    public static PageTable? Make(AnswerReader reader, OptionId option)
    {
        if (!reader.Options.Any(known => known.Places.Any(place => place.Governance.Funds.Any(fund => fund.Pool is not null))))
        {
            return null;
        }

        var baseline = reader.Scenario.Baseline;
        string[] payers =
        [
            .. from account in reader.Headline.Baseline.Accounts
               where account.Role != AccountRole.Pool
               where Of(account.Name, baseline, false, "spend").Value != 0.0 || Of(account.Name, option, false, "spend").Value != 0.0
               select account.Name,
        ];
        var scale = MoneyScale.For(
            payers.SelectMany(payer => new[] { baseline, option }.Select(of => Of(payer, of, false, "spend").Value)).DefaultIfEmpty().Max(Math.Abs)
        );
        return new PageTable(
            $"What each pays for services, by route, over {reader.Span}, {scale.Symbol}, {reader.Pricing}, central values",
            ["", reader.TitleOf(baseline), reader.TitleOf(option), "More or (less)"],
            [
                .. from payer in payers
                   from row in Routes.Prepend((Says: reader.TitleOf(payer), Measures: ["spend"]))
                   let cells = Cells(payer, row.Measures)
                   where row.Measures[0] == "spend" || cells.Any(cell => !Amount.IsNothing(cell.Value))
                   select Row(row.Says, cells),
            ]
        )
        {
            Note = "What comes back from pools is taken off. Each number is rounded by itself: columns may not add.",
        };

        Cited[] Cells(string payer, string[] measures) =>
            [
                Of(payer, baseline, false, measures),
                Of(payer, option, false, measures),
                Of(payer, option, true, measures),
            ];

        Cited Of(string payer, OptionId of, bool isDifference, params string[] measures) =>
            AnswerReader.SumOfMeasures(measures, measure => reader.Sum(of, measure, isDifference, ("organisation", payer)));

        ImmutableArray<PageCell> Row(string says, Cited[] cells) =>
            [new PageCell(says), .. cells.Select(cell => new PageCell(scale.CellOf(cell.Value).Trim(), cell))];
    }
}
