using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>What one option comes to.</summary>
public sealed record OptionHeadline
{
    /// <summary>The option.</summary>
    public required OptionId Option { get; init; }

    /// <summary>Name to print.</summary>
    public required string Title { get; init; }

    /// <summary>Whether the others are held against it.</summary>
    public required bool IsBaseline { get; init; }

    /// <summary>Organisations in declaration order, then the pools of all options; the same accounts in every option.</summary>
    public required ImmutableArray<AccountHeadline> Accounts { get; init; }

    /// <summary>Measure <c>waiting</c> of all services at the end of the last year, in contacts.</summary>
    public required double Waiting { get; init; }

    /// <summary>Measure <c>left</c> of all services over all years: contacts that nobody gave.</summary>
    public required double Left { get; init; }

    /// <summary>Measure <c>returned</c> of all accounts over all years, GBP: underspends that leave the place.</summary>
    public required double Returned { get; init; }

    /// <summary>The first unfunded gap, after which years are no forecast; null where there is none.</summary>
    public required UnfundedGap? Gap { get; init; }

    /// <summary>Spend of all accounts in a year, GBP.</summary>
    /// <param name="year">Row of the year.</param>
    public double SpendIn(int year) => Accounts.Sum(account => account.Spend[year]);

    /// <summary>Spend of all accounts over all years, GBP.</summary>
    public double SpendInAll => Accounts.Sum(account => account.SpendInAll);
}
