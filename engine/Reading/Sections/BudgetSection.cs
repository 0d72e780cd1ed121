using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>The blocks <c>start_of_year</c> and <c>in_year</c> of an arrangement or of one fund.</summary>
internal static class BudgetSection
{
    private static readonly ImmutableArray<(string Key, string Rule, bool IsNeeded)> KeysOfRules =
    [
        ("shares", "fixed_shares", false),
        ("pace", "pressure", true),
        ("values", "pressure", false),
        ("amounts", "plan", true),
        ("hurdle", "business_case", true),
        ("payback", "business_case", false),
    ];

    private static Shape<ImmutableArray<double>> Profile { get; } = Shapes.Choice(
        (node => node is Scalar, Shapes.OneOf<ImmutableArray<double>>(("even", ImmutableArray<double>.Empty))),
        (_ => true, Shapes.ListOf(Numbers.Certain(NumberKinds.Share), atLeast: 12, atMost: 12)
            .Check((shares, profile, context) => Sums.CheckShares(shares.Select(Quantity.Of), profile, context.Problems))));

    private static Shape<Reinvest> Reinvest { get; } = Shapes.Sourced(keys => new Reinvest
    {
        Share = keys.Required("share", Numbers.Share.Quantity, "share of the surplus"),
        Services = keys.Required("in", Shapes.NamesOf(Words.Service), "services it goes to"),
    });

    private static Shape<BalancedYears> BalancesOver { get; } = Shapes.Sourced(keys => new BalancedYears
    {
        From = keys.Required("from", Words.Year, "first year of the settlement"),
        Years = keys.Required("years", Shapes.Whole(1, 30), "how many years it has"),
        Use = keys.Optional("use", Numbers.Money.Quantity, "general reserves that may be used over it; none unless stated"),
        Index = keys.Optional("index", Words.Index.Maybe(), null, "index by which what is spent is to grow; none unless stated"),
    }).Check((settlement, here, context) => context.NeedLevel(settlement.Index, settlement.From, here.Below("from")));

    private static Shape<Protection> Protect { get; } = Shapes.Sourced(keys =>
    {
        keys.ExactlyOne("tier", "services");
        return new Protection
        {
            Tier = keys.Optional("tier", Words.Tier, "the tier whose services are protected"),
            Services = keys.Optional("services", Shapes.NamesOf(Words.Service), [], "services that are protected"),
            Share = keys.Required("share", Numbers.Share.Path, "share of the fund's money that is kept for them"),
            BrakeSpares = keys.Optional(
                "brake", Shapes.OneOf<bool>(("cuts", false), ("spares", true)), false, "cuts them too (unless stated), or spares them"),
        };
    });

    private static Shape<ImmutableArray<ServicePath>> Amounts { get; } = Shapes.SourcedEach(
        Words.Service, Numbers.MoneyAYear.Path, "service")
        .Then((amounts, _, _) => amounts.Select(amount => new ServicePath(amount.Key, amount.Value)).ToImmutableArray());

    /// <summary>How budgets are set.</summary>
    public static Shape<StartOfYear> StartOfYear { get; } = Shapes.Sourced(keys => new BudgetKeys
    {
        Rule = keys.Required(
            "rule", Shapes.OneOf("historic", "fixed_shares", "pressure", "plan", "business_case"),
            "historic, fixed_shares, pressure, plan or business_case"),
        Contingency = keys.Optional("contingency", Numbers.Share.Quantity, "share of the money set aside first"),
        Uplift = keys.Optional("uplift", Numbers.Growth.Path, "yearly uplift of last year's budgets; that of the cost index unless stated"),
        Reinvest = keys.Optional("reinvest", Reinvest, "what is reinvested of a surplus"),
        BalancesOver = keys.Optional("balances_over", BalancesOver, "a settlement of several years over which a council plans as one"),
        Protect = keys.Optional("protect", Protect, "what is kept for a class of services"),
        Shares = keys.Optional("shares", ByService(Numbers.Share), [], "shares of the money; those of the opening budgets unless stated"),
        Pace = keys.Optional("pace", Numbers.Multiplier.Quantity, "how fast shares move towards unmet need"),
        Values = keys.Optional("values", ByService(Numbers.Multiplier), [], "value put on meeting need; 1 unless stated"),
        Amounts = keys.Optional("amounts", Amounts, [], "amounts by year"),
        Hurdle = keys.Optional("hurdle", Numbers.Money.Quantity, "least saving for each pound that is worth paying for"),
        Payback = keys.Optional("payback", Numbers.Time.Quantity, "time within which savings must come to count"),
    }).Then(Build).Named("start_of_year");

    /// <summary>How budgets are released.</summary>
    public static Shape<InYear> InYear { get; } = Shapes.Sourced(keys => new InYear
    {
        UnspentLapses = keys.Optional(
            "unspent", Shapes.OneOf<bool>(("carries", false), ("lapses", true)), false,
            "carries (unless stated) or lapses"),
        Profile = keys.Optional("profile", Profile, [], "even (unless stated), or the shares of 12 months, April first"),
        Brake = keys.Optional("brake", Numbers.Share.Quantity, "cut of budgets above floors while an overspend is forecast"),
    }).Named("in_year");

    private static Shape<ImmutableArray<ServiceAmount>> ByService(NumberShape number) =>
        Shapes.SourcedEach(Words.Service, number.Quantity, "service")
        .Then((amounts, _, _) => amounts.Select(amount => new ServiceAmount(amount.Key, amount.Value)).ToImmutableArray());

    private static StartOfYear Build(BudgetKeys budget, Field here, Context context)
    {
        var stated = (Mapping)here.Node;
        foreach (var (key, rule, isNeeded) in KeysOfRules)
        {
            if (rule == budget.Rule && isNeeded && stated.Find(key) is null)
            {
                context.Problems.Add(Codes.RuleKeys, here.Below("rule"), $"the rule '{rule}' needs '{key}'.");
            }
            else if (rule != budget.Rule && stated.Find(key) is { } entry)
            {
                context.Problems.Add(
                    Codes.RuleKeys, entry.Key.At, $"'{key}' belongs to the rule '{rule}', and the rule here is '{budget.Rule}'.");
            }
        }

        return new StartOfYear
        {
            Contingency = budget.Contingency,
            Uplift = budget.Uplift,
            Reinvest = budget.Reinvest,
            BalancesOver = budget.BalancesOver,
            Protect = budget.Protect,
            Rule = Rule(budget),
        };
    }

    private static BudgetRule Rule(BudgetKeys budget) => budget.Rule switch
    {
        "fixed_shares" => new BudgetRule.FixedShares { Shares = budget.Shares },
        "pressure" => new BudgetRule.Pressure { Pace = budget.Pace!, Values = budget.Values },
        "plan" => new BudgetRule.Plan { Amounts = budget.Amounts },
        "business_case" => new BudgetRule.BusinessCase { Hurdle = budget.Hurdle!, Payback = budget.Payback },
        _ => new BudgetRule.Historic(),
    };
}
