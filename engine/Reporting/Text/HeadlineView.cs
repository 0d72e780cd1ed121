using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>The part of a headline that one screen shows, and the names that it uses.</summary>
internal sealed class HeadlineView
{
    /// <summary>Picks what is shown.</summary>
    /// <param name="headline">The headline.</param>
    /// <param name="mostOptions">The most options; the baseline is always among them.</param>
    public HeadlineView(Headline headline, int mostOptions)
    {
        Headline = headline;
        OptionHeadline[] others = [.. headline.Told.Where(option => !option.IsBaseline)];
        Options = [headline.Baseline, .. others.Take(mostOptions - 1)];
        LeftOut = [.. others.Skip(mostOptions - 1)];
        SpendScale = MoneyScale.For(
            Options.SelectMany(option => Enumerable.Range(0, headline.Horizon.Years).Select(option.SpendIn)).Select(Math.Abs).Max()
        );
    }

    /// <summary>The headline.</summary>
    public Headline Headline { get; }

    /// <summary>The options shown: the baseline, then the others in order.</summary>
    public ImmutableArray<OptionHeadline> Options { get; }

    /// <summary>The options shown other than the baseline.</summary>
    public IEnumerable<OptionHeadline> Others => Options.Where(option => !option.IsBaseline);

    /// <summary>The options that are not shown.</summary>
    public ImmutableArray<OptionHeadline> LeftOut { get; }

    /// <summary>Scale of all spending.</summary>
    public MoneyScale SpendScale { get; }

    /// <summary>The time covered, in words.</summary>
    public string AllYears => Headline.Horizon.Years == 1 ? "1 year" : $"{Headline.Horizon.Years} years";

    /// <summary>The last year.</summary>
    public string LastYear => Headline.Horizon.YearAt(Headline.Horizon.Years - 1).ToString();

    /// <summary>Positions of the accounts that spend anything under any option shown.</summary>
    public ImmutableArray<int> Spenders =>
        [.. Accounts.Where(account => Options.Any(option => option.Accounts[account].Spend.Any(amount => amount != 0.0)))];

    /// <summary>Positions of all accounts.</summary>
    public IEnumerable<int> Accounts => Enumerable.Range(0, Headline.Baseline.Accounts.Length);

    /// <summary>An option's title with the name that it has in the scenario.</summary>
    /// <param name="option">The option.</param>
    public static string NameOf(OptionHeadline option) =>
        option.Title == option.Option.Name || option.Title.EndsWith($"({option.Option})", StringComparison.Ordinal)
            ? option.Title
            : $"{option.Title} ({option.Option})";

    /// <summary>The scale for an amount of all accounts and their sum, under any option shown.</summary>
    /// <param name="value">The amount, GBP; null counts as 0.</param>
    public MoneyScale ScaleOf(Func<AccountHeadline, double?> value) =>
        MoneyScale.For(Options.Max(option => Math.Max(
            option.Accounts.Max(account => Math.Abs(value(account) ?? 0.0)),
            Math.Abs(option.Accounts.Sum(account => value(account) ?? 0.0)))));

    /// <summary>An account's name with what it does.</summary>
    /// <param name="account">Position of the account.</param>
    public string LabelOf(int account)
    {
        var known = Headline.Baseline.Accounts[account];
        var role = known.Role switch
        {
            AccountRole.Payer => " (pays)",
            AccountRole.Provider => " (provides)",
            AccountRole.PayerAndProvider => " (pays, provides)",
            AccountRole.Pool => " (pooled fund)",
            AccountRole.Bystander => "",
        };
        return TextTable.Label(known.Title, role);
    }

    /// <summary>The accounts that have a line of their own, in order, and those that are added up because there are too many.</summary>
    /// <param name="accounts">Positions of the accounts.</param>
    /// <param name="size">What makes one large; the largest keep their own line.</param>
    /// <param name="most">The most lines, that of the others among them.</param>
    public static (ImmutableArray<int> Own, ImmutableArray<int> Others) Split(
        ImmutableArray<int> accounts,
        Func<int, double> size,
        int most
    )
    {
        if (accounts.Length <= most)
        {
            return (accounts, []);
        }

        var own = accounts.OrderByDescending(size).Take(most - 1).ToHashSet();
        return ([.. accounts.Where(own.Contains)], [.. accounts.Where(account => !own.Contains(account))]);
    }
}
