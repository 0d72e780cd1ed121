using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>What this is, whether its checks pass, and every organisation's own line.</summary>
internal static class CoverSheet
{
    /// <summary>The sheet.</summary>
    /// <param name="source">What sheets share.</param>
    /// <param name="checks">The checks sheet.</param>
    public static XlsxSheet Make(SheetSource source, XlsxSheet checks)
    {
        var headline = source.Headline;
        var horizon = headline.Horizon;
        var years = $"{horizon.Start} to {horizon.YearAt(horizon.Years - 1)}";
        return new XlsxSheet
        {
            Name = "Cover",
            Title = source.Scenario.Title,
            Lines =
            [
                .. headline.Question is { } question ? [SheetCell.Of(question)] : Array.Empty<SheetCell>(),
                .. headline.Stamp is { } stamp ? [SheetCell.Of(stamp)] : Array.Empty<SheetCell>(),
                checks.Lines[0] with
                {
                    Formula = $"{SheetNames.Quoted(checks.Name)}!$A$2",
                },
                SheetCell.Of(
                    $"{RunRecord.Program} {source.Contents.Run.Version}, central run, {years}. Start with the sheets Contents and Notes."
                ),
                .. source.Record.Draws is { } draws
                    ?
                    [
                        SheetCell.Of(
                            $"{LeftOutText.Counted(draws.Count, draws.Seed)}: see the sheet Uncertainty.{LeftOutText.After(draws.Count)}"
                        ),
                    ]
                    : Array.Empty<SheetCell>(),
                SheetCell.Of(
                    $"Table below: what each organisation spends on services and gains in all years, {years}, £, {HeadlineText.Pricing(headline)}, against the baseline ({headline.Baseline.Title})."
                ),
            ],
            Table = "cover",
            Holds = "What this is, the master check, and what each organisation spends and gains over all years",
            Columns =
            [
                new("Organisation or pool"),
                new("Option"),
                new("Spending on services"),
                new("Difference from the baseline"),
                new("Gain or (loss) in position at the end, nominal"),
            ],
            FrozenColumns = 2,
            Rows = Rows(source),
        };
    }

    private static ImmutableArray<ImmutableArray<SheetCell>> Rows(SheetSource source)
    {
        var headline = source.Headline;
        var spenders = SpendingSheet.Spenders(headline).ToArray();
        var spent = headline.Options.Select(option => SpendingSheet.Spent(source, option).Select(row => row[^1]).ToArray()).ToArray();
        var baseline = headline.Options.IndexOf(headline.Baseline);
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<SheetCell>>();
        int[] told = [.. headline.Told.Select(option => headline.Options.IndexOf(option))];
        for (var account = 0; account < headline.Baseline.Accounts.Length; account++)
        {
            var spender = Array.IndexOf(spenders, account);
            foreach (var option in told)
            {
                var of = headline.Options[option].Accounts[account];
                var gain = Gain(source, headline.Options[option], of);
                if (spender >= 0 || gain is not (null or 0))
                {
                    rows.Add(
                        Row(
                            of.Title,
                            option,
                            spender < 0 ? null : (spent[option][spender], spent[baseline][spender]),
                            gain,
                            CellStyle.Text,
                            CellStyle.Pounds
                        )
                    );
                }
            }
        }

        foreach (var option in told)
        {
            var gains = headline.Options[option].Accounts.Select(account => Gain(source, headline.Options[option], account) ?? 0).Sum();
            rows.Add(
                Row(
                    "All together",
                    option,
                    (spent[option].Sum(), spent[baseline].Sum()),
                    option == baseline ? null : gains,
                    CellStyle.Strong,
                    CellStyle.StrongPounds
                )
            );
        }

        return rows.ToImmutable();

        ImmutableArray<SheetCell> Row(
            string name,
            int option,
            (long Own, long Baseline)? spending,
            long? gain,
            CellStyle text,
            CellStyle number
        ) =>
            [
                SheetCell.Of(name, text),
                SheetCell.Of(headline.Options[option].Title, text),
                Amount(spending?.Own),
                Amount(option == baseline ? null : spending?.Own - spending?.Baseline),
                Amount(gain),
            ];

        SheetCell Amount(long? pennies) => pennies is { } amount ? SheetCell.Money(amount) : SheetCell.Of(SheetCell.NotApplicable);
    }

    /// <summary>Pennies by which an account's position at the end is above that under the baseline, nominal; null in the baseline, and
    /// where no side has the account.</summary>
    private static long? Gain(SheetSource source, OptionHeadline option, AccountHeadline account)
    {
        if (option.IsBaseline)
        {
            return null;
        }

        var own = Closing(option.Option.Name);
        var before = Closing(source.Scenario.Baseline.Name);
        return own is null && before is null ? null : (own ?? 0) - (before ?? 0);

        long? Closing(string name) => source.NumberOf(name, account.Name) is { } number ? source.Books[number - 1].Closing[^1] : null;
    }
}
