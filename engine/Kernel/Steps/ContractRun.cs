namespace SystemSim.Kernel;

/// <summary>A service's contract while the equations of a run are written: the terms of the year, and what they pay and buy.</summary>
internal sealed class ContractRun
{
    /// <summary>Activity that a budget buys where nothing bounds it.</summary>
    public const double NoBound = 1e300;

    private const double HalfAPenny = 0.005;

    private readonly PlanValues values;
    private readonly ServicePlan plan;
    private readonly ServiceCosts costs;
    private readonly int start;
    private readonly Variable? volume;
    private readonly Variable? sum;
    private readonly Variable? target;
    private readonly RecentPeak? peaks;

    /// <summary>Sets up what a contract remembers.</summary>
    /// <param name="values">The plan's numbers.</param>
    /// <param name="plan">The service.</param>
    /// <param name="costs">What its activity costs.</param>
    /// <param name="before">The contract under the arrangement before, which goes on unless this one is new; null where there is none.</param>
    public ContractRun(PlanValues values, ServicePlan plan, ServiceCosts costs, ContractRun? before)
    {
        (this.values, this.plan, this.costs) = (values, plan, costs);
        (peaks, HeldLast) = (before?.peaks, before?.HeldLast);
        if (before is not null && !Contract.IsNew)
        {
            (start, volume, sum, target, Remains) = (before.start, before.volume, before.sum, before.target, before.Remains);
            return;
        }

        start = Contract.IsNew ? values.Plan.TakesOver : 0;
        if (plan.Contract.Term > 0)
        {
            var agreed = costs.TermsAtStart;
            volume = Set.Variable(agreed.Volume);
            sum = Set.Variable(agreed.Sum);
            target = Set.Variable(agreed.Target);
        }

        if (plan.CostShape?.SemiFixed is not null && before is null)
        {
            peaks = new RecentPeak(Set, costs.Peak);
            HeldLast = Set.Variable(Set.One);
        }

        Remains = plan.Contract.Collapse is null ? null : Set.Variable(Set.One);
    }

    /// <summary>The terms of the year.</summary>
    public ContractTerms Terms { get; private set; } = null!;

    /// <summary>Capacity held in the last step, over that of the start; null when no cost follows it.</summary>
    public Variable? HeldLast { get; }

    /// <summary>Share of what a grant's provider could do that is left; null where it cannot collapse.</summary>
    public Variable? Remains { get; }

    /// <summary>1 in the first year of the contract, as far as the run knows, then 0.</summary>
    public Value IsFirstYear => values.In(year => year == start);

    private EquationSet Set => values.Set;

    private ContractPlan Contract => plan.Contract;

    /// <summary>What the contract costs to let, or to break, this year: break charge, transaction cost.</summary>
    public (Value BreakCharge, Value TransactionCost) Letting
    {
        get
        {
            var isLet = values.In(year => IsRebased(year) || (year == start && Contract.IsNew));
            var carried = values.PriceRatio(Contract.Index, 0);
            return (values.Of(Contract.BreakCharge, 0.0) * IsFirstYear, values.Of(Contract.TransactionCost) * carried * isLet);
        }
    }

    /// <summary>Writes the terms of the year; a term that has ended is agreed anew on last year's activity.</summary>
    /// <param name="lastActivity">Activity of last year.</param>
    /// <param name="lastQuantity">Units whose cost it had.</param>
    public void StartYear(Value lastActivity, Value lastQuantity)
    {
        var agreed = costs.TermsAtStart;
        var price = values.ByYear(costs.PriceInYear);
        var carriedSinceStart = values.PriceRatio(Contract.Index, 0);
        var terms = new ContractTerms
        {
            Net = values.ByYear(costs.NetCostInYear),
            Price = price,
            Volume = agreed.Volume,
            Sum = agreed.Sum * carriedSinceStart,
            Target = agreed.Target * carriedSinceStart,
            StopLoss = agreed.StopLoss * carriedSinceStart,
        };
        if (volume is null || sum is null || target is null)
        {
            Terms = terms;
            return;
        }

        var isRebased = values.In(IsRebased);
        var lastNet = values.ByYear(year => costs.NetCostInYear(Math.Max(year - 1, 0))) * lastQuantity;
        var carriedInTerm = values.ByYear(year => values.PriceRatio(Contract.Index, TermStart(year), year));
        var carriedInYear = values.ByYear(year => values.PriceRatio(Contract.Index, Math.Max(year - 1, 0), year));
        volume.Become(Value.IfAbove(isRebased, Set.Zero, lastActivity, volume.Now));
        sum.Become(Value.IfAbove(isRebased, Set.Zero, costs.SumOf(price, volume.Now), sum.Now));
        target.Become(Value.IfAbove(isRebased, Set.Zero, lastNet * carriedInYear, target.Now));
        Terms = terms with { Volume = volume.Now, Sum = sum.Now * carriedInTerm, Target = target.Now * carriedInTerm };
    }

    /// <summary>Capacity held in a step, over that of the start; 1 when no cost follows it.</summary>
    /// <param name="activity">Activity of the step.</param>
    public Value Held(Value activity)
    {
        if (peaks is null)
        {
            return Set.One;
        }

        var peak = HighestOfEarlierSteps() is { } earlier ? Value.Max(activity, earlier) : activity;
        return Value.ShareOf(costs.Held(peak), costs.Held(costs.Peak));
    }

    /// <summary>Keeps the activity of a step.</summary>
    public void Record(Value activity, Value held)
    {
        peaks?.Record(activity);
        HeldLast?.Become(held);
    }

    /// <summary>The most activity that a step's budget buys.</summary>
    /// <param name="budget">The budget.</param>
    /// <param name="activityToDate">Activity of the year before the step.</param>
    public Value Buys(Value budget, Value activityToDate)
    {
        var money = Value.Max(budget, 0.0);
        return Contract.Kind switch
        {
            ContractKind.Tariff => money / Terms.Price,
            ContractKind.CostAndVolume or ContractKind.Marginal or ContractKind.AlignedIncentive => BuysByPrice(budget, activityToDate),
            _ => BuysAtCost(money / Terms.Net),
        };
    }

    /// <summary>Lets a provider collapse whose grant is cut.</summary>
    /// <param name="budget">Its budget of the year.</param>
    /// <param name="firstBudget">Its budget of the first year.</param>
    public void CollapseIfCut(Value budget, Value firstBudget)
    {
        if (Contract.Collapse is { } collapse && Remains is { } remains)
        {
            var least = values.Of(collapse.Below) * firstBudget * values.PriceRatio(Contract.Index, start);
            var left = Value.Min(remains.Now, values.Of(collapse.To));
            remains.Become(Value.IfAbove(least - budget, Set.Constant(HalfAPenny), left, remains.Now));
        }
    }

    /// <summary>The most activity that a provider is able to give after a collapse.</summary>
    public Value Able
    {
        get
        {
            const double Whole = 1.0 - 1e-9;
            return Remains is { } remains
                ? Value.IfAtMost(Set.Constant(Whole), remains.Now, Set.Constant(NoBound), remains.Now * costs.Reference)
                : Set.Constant(NoBound);
        }
    }

    /// <summary>Lets a provider that has collapsed build up again, by a step.</summary>
    public void Rebuild()
    {
        if (Contract.Collapse is { } collapse && Remains is { } remains)
        {
            var aStep = (1.0 - values.Of(collapse.To)) / (values.Of(collapse.RebuildsOver) * values.StepsPerYear);
            remains.Become(Value.Min(remains.Now + aStep, 1.0));
        }
    }

    private bool IsRebased(int year) => Contract.Term > 0 && year > start && (year - start) % Contract.Term == 0;

    /// <summary>The year in whose money the sum and target of the term are: that of the run's first until they are agreed anew.</summary>
    private int TermStart(int year) => year < start + Contract.Term ? 0 : year - ((year - start) % Contract.Term);

    /// <summary>The highest activity of the steps before this one that still holds capacity; null when none does.</summary>
    private Value? HighestOfEarlierSteps() => peaks!.Of(plan.CostShape!.ReleaseSteps - 1);

    /// <summary>The most activity whose net cost so many units at full cost would have.</summary>
    private Value BuysAtCost(Value units)
    {
        if (costs.IsAllVariable)
        {
            return units;
        }

        var left = units - (costs.Fixed * costs.Reference);
        var bought = peaks is null ? Value.Max(left / costs.VariableAtLeast, 0.0) : BuysWithCapacity(left);
        return Value.IfAtMost(costs.Reference, Set.Zero, units, bought);
    }

    /// <summary>Within what is held already, only variable cost has to be bought; beyond, more has to be held.</summary>
    private Value BuysWithCapacity(Value units)
    {
        var variable = costs.VariableAtLeast;
        var held = HighestOfEarlierSteps() is { } earlier ? costs.Held(earlier) : Set.Zero;
        var holding = Value.ShareOf(costs.SemiFixed * costs.Reference, costs.Held(costs.Peak));
        var left = units - (holding * held);
        var within = left / variable;
        Value beyond;
        if (plan.CostShape!.BlocksOf is null)
        {
            beyond = held + ((left - (variable * held)) / (variable + holding));
        }
        else
        {
            const double Rounding = 1e-9;
            var block = costs.Block;
            var blocks = Value.Floor((Value.ShareOf(left - (variable * held) + (variable * block), (holding * block) + (variable * block))) + Rounding);
            beyond = Value.Min(Value.MultiplyAdd(blocks, block, held), (left - (holding * block * blocks)) / variable);
        }

        return Value.IfAtMost(within, held, Value.Max(within, 0.0), beyond);
    }

    private Value BuysByPrice(Value budget, Value activityToDate)
    {
        var left = budget - (costs.SumBesidePrice(Terms) / values.StepsPerYear);
        var rate = values.Of(Contract.Rate);
        var room = Value.Max(Terms.Volume - activityToDate, 0.0);
        var bought = Contract.Kind switch
        {
            ContractKind.CostAndVolume => room + AtRate(left),
            ContractKind.Marginal => BuysAtMargin(left, room),
            _ => AtRate(left),
        };
        return Value.IfAtMost(Set.Constant(0.0 - HalfAPenny), left, bought, Set.Zero);

        Value AtRate(Value money) => Value.IfAtMost(rate, Set.Zero, Set.Constant(NoBound), Value.Max(money, 0.0) / (Terms.Price * rate));

        Value BuysAtMargin(Value money, Value agreed)
        {
            var above = money - (Terms.Price * agreed);
            return Value.IfAtMost(Set.Constant(0.0 - HalfAPenny), above, agreed + AtRate(above), Value.Max(money, 0.0) / Terms.Price);
        }
    }
}
