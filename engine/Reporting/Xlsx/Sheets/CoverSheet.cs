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
                .. headline.Cautions.Select(caution => SheetCell.Of(TrustStory.Warning(caution))),
                checks.Lines[0] with
                {
                    Formula = $"{SheetNames.Quoted(checks.Name)}!$A$2",
                },
                SheetCell.Of($"{RunRecord.Program} {source.Contents.Run.Version}, {years}. Start with the sheets Contents and Notes."),
                .. Told(source, years),
            ],
            Table = "cover",
            Holds = "What this is, the master check, and what each organisation spends and gains over all years",
            Columns =
            [
                new("Organisation or pool"),
                new("Option"),
                .. IsDrawn(source)
                    ? (ReadOnlySpan<SheetColumn>)
                    [
                        new("More or (less) spent, on average"),
                        new("– likely range from"),
                        new("– to"),
                        new("Better or (worse) off at the end, on average"),
                        new("– its likely range from"),
                        new("– its likely range to"),
                    ]
                    : [],
                new("Spending on services, central values"),
                new("Difference from the baseline, central values"),
                new("Gain or (loss) in position at the end, central values, nominal"),
            ],
            FrozenColumns = 2,
            Rows = Rows(source),
        };
    }

    /// <summary>Whether means over draws lead: where there is more than one option, and headlines may tell of draws.</summary>
    private static bool IsDrawn(SheetSource source) =>
        source.Contents.Options is { IsDrawn: true, Lines.Length: > 1 } && source.Headline.Stamp is null;

    private static IEnumerable<SheetCell> Told(SheetSource source, string years)
    {
        var headline = source.Headline;
        if (source.Record.Draws is { } draws)
        {
            yield return SheetCell.Of(
                $"{LeftOutText.Counted(draws.Count, draws.Seed)}: see the sheet Uncertainty.{LeftOutText.After(draws.Count)}"
            );
        }

        yield return SheetCell.Of(
            $"Table below: what each organisation spends on services and gains in all years, {years}, £, {HeadlineText.Pricing(headline)}, against the baseline ({headline.Baseline.Title})."
        );
        if (IsDrawn(source))
        {
            yield return SheetCell.Of(
                "On average is the mean over the simulations; the likely range leaves out one in ten at either end. The columns after them are of the one run with every number at its central value, which other sheets book to the penny."
            );
        }
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
                            Ranges(of.Name, option),
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
                    Ranges("", option),
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
            IEnumerable<SheetCell> ranges,
            CellStyle text,
            CellStyle number
        ) =>
            [
                SheetCell.Of(name, text),
                SheetCell.Of(headline.Options[option].Title, text),
                .. ranges,
                Amount(spending?.Own),
                Amount(option == baseline ? null : spending?.Own - spending?.Baseline),
                Amount(gain),
            ];

        IEnumerable<SheetCell> Ranges(string account, int option)
        {
            if (!IsDrawn(source))
            {
                return [];
            }

            var line = source.Contents.Options!.Lines.First(line => line.Options.Contains(headline.Options[option].Option));
            var (more, gain) = option == baseline ? (null, null)
                : account.Length == 0 ? (line.Difference, null)
                : line.Organisations.FirstOrDefault(one => one.Name == account) is { } own ? (own.More, own.Gain)
                : ((Ranged?)null, (Ranged?)null);
            return new[] { more?.Middle, more?.Low, more?.High, gain?.Middle, gain?.Low, gain?.High }.Select(Whole);
        }

        SheetCell Whole(Cited? amount) => amount is null
            ? SheetCell.Of(SheetCell.NotApplicable)
            : SheetCell.Of(Math.Round(amount.Value, MidpointRounding.AwayFromZero), CellStyle.Whole);

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
