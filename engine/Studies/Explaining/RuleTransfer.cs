using SystemSim.Model;

namespace SystemSim.Studies;

/// <summary>Gives the funds of one arrangement the budget rules of another, whose funds may be cut otherwise.</summary>
/// <remarks>
/// A fund takes the rule of the fund that pays for most of its discretionary services in the other arrangement. What a rule states by
/// service is gathered from all funds that pay for them there: amounts as they are, shares in proportion. Where that leaves a service
/// without an amount, the rule is <c>historic</c>.
/// </remarks>
internal static class RuleTransfer
{
    /// <summary>The arrangement with the rules of another.</summary>
    /// <param name="arrangement">Whose funds there are.</param>
    /// <param name="other">Whose rules apply.</param>
    public static Arrangement Give(Arrangement arrangement, Place other) => arrangement with
    {
        Funds = [.. arrangement.Funds.Select(fund => WithSettlement(Give(fund, other), other.Governance))],
    };

    /// <summary>What a council plans over is a matter of its own fund, whatever that pays for.</summary>
    private static Fund WithSettlement(Fund fund, Arrangement other) => fund with
    {
        StartOfYear = fund.StartOfYear with
        {
            BalancesOver = fund.Owner is { } owner ? other.Funds.First(own => own.Owner == owner).StartOfYear.BalancesOver : null,
        },
    };

    private static Fund Give(Fund fund, Place other)
    {
        var cashLimited = other.Services.Where(service => service.Duty == Duty.Discretionary).Select(service => service.Id).ToHashSet();
        var services = fund.Pays.Where(cashLimited.Contains).ToImmutableArray();
        var givers = other.Governance.Funds.Where(giver => giver.Pays.Any(services.Contains)).ToImmutableArray();
        if (givers.IsEmpty)
        {
            return fund;
        }

        var main = givers.MaxBy(giver => giver.Pays.Count(services.Contains))!;
        var isSame = givers.Length == 1 && main.Pays.Where(cashLimited.Contains).SequenceEqual(services);
        var start = isSame ? main.StartOfYear : Fitted(main.StartOfYear, services, fund.Pays, givers);
        return fund with { StartOfYear = start, InYear = main.InYear };
    }

    private static StartOfYear Fitted(
        StartOfYear start, ImmutableArray<ServiceId> services, ImmutableArray<ServiceId> pays, ImmutableArray<Fund> givers)
    {
        var rules = givers.Select(giver => giver.StartOfYear.Rule).ToArray();
        ImmutableArray<ServiceId> reinvested =
            [.. givers.SelectMany(giver => giver.StartOfYear.Reinvest?.Services ?? []).Where(services.Contains).Distinct()];
        ImmutableArray<ServiceId> isProtected =
            [.. pays.Where(givers.SelectMany(giver => giver.StartOfYear.Protect?.Services ?? []).Contains)];
        return start with
        {
            Protect = start.Protect is { } protect && !isProtected.IsEmpty ? protect with { Services = isProtected } : null,
            Reinvest = start.Reinvest is { } reinvest && !reinvested.IsEmpty ? reinvest with { Services = reinvested } : null,
            Rule = start.Rule switch
            {
                BudgetRule.FixedShares => new BudgetRule.FixedShares
                {
                    Shares = Shares([.. rules.OfType<BudgetRule.FixedShares>()], services),
                },
                BudgetRule.Pressure pressure => pressure with
                {
                    Values =
                    [
                        .. rules
                            .OfType<BudgetRule.Pressure>()
                            .SelectMany(rule => rule.Values)
                            .Where(value => services.Contains(value.Service)),
                    ],
                },
                BudgetRule.Plan => Planned(
                    [
                        .. rules
                            .OfType<BudgetRule.Plan>()
                            .SelectMany(rule => rule.Amounts)
                            .Where(amount => services.Contains(amount.Service)),
                    ],
                    services
                ),
                var rule => rule,
            },
        };
    }

    private static BudgetRule Planned(ImmutableArray<ServicePath> amounts, ImmutableArray<ServiceId> services) =>
        services.All(service => amounts.Any(amount => amount.Service == service))
            ? new BudgetRule.Plan { Amounts = amounts }
            : new BudgetRule.Historic();

    private static ImmutableArray<ServiceAmount> Shares(ImmutableArray<BudgetRule.FixedShares> rules, ImmutableArray<ServiceId> services)
    {
        ImmutableArray<ServiceAmount> stated = [.. rules.SelectMany(rule => rule.Shares).Where(share => services.Contains(share.Service))];
        var total = stated.Sum(share => share.Value.Value);
        return stated.Length < services.Length || total <= 0.0
            ? []
            : [.. stated.Select(share => share with { Value = share.Value with { Value = share.Value.Value / total } })];
    }
}
