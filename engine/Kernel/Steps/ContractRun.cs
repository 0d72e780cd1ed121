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
    private readonly SumNotice? notice;

    /// <summary>Sets up what a contract remembers.</summary>
    /// <param name="values">The plan's numbers.</param>
    /// <param name="plan">The service.</param>
    /// <param name="costs">What its activity costs.</param>
    /// <param name="sumToday">Sum of a block or a grant before the run, of which notice must be given; zero where there is none.</param>
    /// <param name="before">The contract under the arrangement before, which goes on unless this one is new; null where there is
    /// none.</param>
    public ContractRun(PlanValues values, ServicePlan plan, ServiceCosts costs, Value sumToday, ContractRun? before)
    {
        (this.values, this.plan, this.costs) = (values, plan, costs);
        (peaks, HeldLast) = (before?.peaks, before?.HeldLast);
        if (before is not null && !Contract.IsNew)
        {
            (start, volume, sum, target, Remains) = (before.start, before.volume, before.sum, before.target, before.Remains);
            notice = before.notice;
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
        notice = Contract.NoticeSteps == 0 ? null : new SumNotice(values, Contract.NoticeSteps, sumToday);
    }

    /// <summary>The terms of the year.</summary>
    public ContractTerms Terms { get; private set; } = null!;

    /// <summary>Capacity held in the last step, over that of the start; null when no cost follows it.</summary>
    public Variable? HeldLast { get; }

    /// <summary>Share of what a grant's provider could do that is left; null where it cannot collapse.</summary>
    public Variable? Remains { get; }

    /// <summary>What its sum, once it is cut, still has to give; null where it is cut at once.</summary>
    public SumNotice? Notice => notice;

    /// <summary>1 in the first year of the contract, as far as the run knows, then 0.</summary>
    public Value IsFirstYear => values.In(year => year == start);

    private EquationSet Set => values.Set;

    private ContractPlan Contract => plan.Contract;

    /// <summary>What the contract costs to let, or to break, this year: break charge, transaction cost.</summary>
    /// <param name="lastSum">What the fund last gave for the service in a year, for what is left of a notice.</param>
    public (Value BreakCharge, Value TransactionCost) Letting(Value lastSum)
    {
        var carried = values.PriceRatio(Contract.Index, 0);
        return (Breaking(lastSum) * IsFirstYear, values.Of(Contract.TransactionCost) * carried * values.In(IsLet));
    }

    /// <summary>Charge for breaking today's contract, and pay in the place of the notice that has not run.</summary>
    private Value Breaking(Value lastSum)
    {
        if (Contract.Broken is not { } broken)
        {
            return Set.Zero;
        }

        var charge = values.Of(broken.Amount) * values.PriceRatio(broken.Index, 0);
        return broken.NoticeSteps == 0.0 ? charge : charge + (lastSum * (broken.NoticeSteps / values.StepsPerYear));
    }

    /// <summary>Writes the terms of the year; a term that has ended is agreed anew on last year's activity.</summary>
    /// <param name="lastActivity">Activity of last year.</param>
    /// <param name="lastQuantity">Units whose cost it had.</param>
    /// <param name="lastForUse">What users were charged for use; null where they are not.</param>
    public void StartYear(Value lastActivity, Value lastQuantity, Variable? lastForUse)
    {
        var agreed = costs.TermsAtStart;
        var price = values.ByYear(costs.PriceInYear);
        var carriedSinceStart = values.PriceRatio(Contract.Index, 0);
        var terms = new ContractTerms
        {
            BeforeUse = values.ByYear(costs.BeforeUseInYear),
            Use = values.ByYear(costs.UseInYear),
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
        var lastNet = values.ByYear(year => costs.BeforeUseInYear(Math.Max(year - 1, 0))) * lastQuantity;
        if (lastForUse is not null)
        {
            lastNet -= lastForUse.Now;
        }

        var carriedInTerm = values.ByYear(year => values.PriceRatio(Contract.Index, TermStart(year), year));
        var carriedInYear = values.ByYear(year => values.PriceRatio(Contract.Index, Math.Max(year - 1, 0), year));
        volume.Set(Value.IfAbove(isRebased, Set.Zero, lastActivity, volume.Now));
        sum.Set(Value.IfAbove(isRebased, Set.Zero, costs.SumOf(price, volume.Now), sum.Now));
        target.Set(Value.IfAbove(isRebased, Set.Zero, lastNet * carriedInYear, target.Now));
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
        HeldLast?.Set(held);
    }

    /// <summary>The most activity that a step's budget buys.</summary>
    /// <param name="budget">The budget.</param>
    /// <param name="activityToDate">Activity of the year before the step.</param>
    public Value Buys(Value budget, Value activityToDate)
    {
        var money = Value.Max(budget, 0.0);
        return Contract.Form switch
        {
            ContractForm.Tariff => Bought(money, Terms.Price),
            ContractForm.Marginal => BuysAtMargin(money, budget, Room(activityToDate)),
            ContractForm.CostAndVolume => Room(activityToDate) + Bought(AfterSum(budget), PriceAtRate),
            ContractForm.AlignedIncentive => Value.Max(Bought(SumOfStep, Terms.Price), Bought(AfterSum(budget), PriceAtRate)),
            ContractForm.Cost or ContractForm.Block or ContractForm.Alliance or ContractForm.Grant => BuysAtCost(money),
        };
    }

    /// <summary>What the contract owes in a year whatever is done: a floor of the budget.</summary>
    public Value Owed => costs.SumBesidePrice(Terms);

    /// <summary>What money buys at a price; without bound where it is 0.</summary>
    public static Value Bought(Value money, Value price)
    {
        var set = price.Owner;
        return Value.IfAtMost(price, set.Zero, set.Constant(NoBound), money / price);
    }

    /// <summary>Lets a provider collapse whose grant is cut; where notice must be given, when it ends.</summary>
    /// <param name="sum">Its sum of the year.</param>
    /// <param name="firstSum">Its sum of the first year.</param>
    public void CollapseIfCut(Value sum, Value firstSum)
    {
        if (Contract.Collapse is { } collapse && Remains is { } remains)
        {
            var least = values.Of(collapse.Below) * firstSum * values.PriceRatio(Contract.Index, start);
            if (Notice is { } notice)
            {
                notice.Cut(least - sum);
                return;
            }

            var left = Value.Min(remains.Now, values.Of(collapse.To));
            remains.Set(Value.IfAbove(least - sum, Set.Constant(HalfAPenny), left, remains.Now));
        }
    }

    /// <summary>Lets a provider collapse in the step in which the notice of a cut ends.</summary>
    public void CollapseWhenNoticeEnds()
    {
        if (Contract.Collapse is { } collapse && Remains is { } remains && Notice is { } notice)
        {
            var left = Value.Min(remains.Now, values.Of(collapse.To));
            remains.Set(Value.IfAbove(notice.CutThatEnds, Set.Constant(HalfAPenny), left, remains.Now));
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
            remains.Set(Value.Min(remains.Now + aStep, 1.0));
        }
    }

    private bool IsLet(int year) => IsRebased(year) || (year == start && Contract.IsNew);

    private bool IsRebased(int year) => Contract.Term > 0 && year > start && (year - start) % Contract.Term == 0;

    /// <summary>The year in whose money the sum and target of the term are: that of the run's first until they are agreed anew.</summary>
    private int TermStart(int year) => year < start + Contract.Term ? 0 : year - ((year - start) % Contract.Term);

    /// <summary>The highest activity of the steps before this one that still holds capacity; null when none does.</summary>
    private Value? HighestOfEarlierSteps() => peaks!.Of(plan.CostShape!.ReleaseSteps - 1);

    /// <summary>What one more costs the fund, in units at full cost, where it takes no more capacity: what users pay for use comes off
    /// it.</summary>
    private Value AtTheMargin => costs.ChargesUse ? costs.VariableAtLeast - (Terms.Use / Terms.BeforeUse) : costs.VariableAtLeast;

    /// <summary>The most activity whose net cost is so much money.</summary>
    private Value BuysAtCost(Value money)
    {
        var units = money / Terms.BeforeUse;
        var allVariable = Bought(money, costs.ChargesUse ? Value.Max(Terms.BeforeUse - Terms.Use, 0.0) : Terms.BeforeUse);
        if (costs.IsAllVariable)
        {
            return allVariable;
        }

        var left = units - (costs.Fixed * costs.Reference);
        var bought = peaks is null ? BuysWithoutCapacity(left) : BuysWithCapacity(left);
        return Value.IfAtMost(
            Terms.BeforeUse,
            Set.Zero,
            Set.Constant(NoBound),
            Value.IfAtMost(costs.Reference, Set.Zero, allVariable, bought)
        );
    }

    private Value BuysWithoutCapacity(Value left)
    {
        var bought = Value.Max(left / AtTheMargin, 0.0);
        return costs.ChargesUse ? Value.IfAtMost(AtTheMargin, Set.Zero, Set.Constant(NoBound), bought) : bought;
    }

    /// <summary>Within what is held already, only what is variable has to be bought; beyond, more has to be held.</summary>
    private Value BuysWithCapacity(Value units)
    {
        var margin = AtTheMargin;
        var held = HighestOfEarlierSteps() is { } earlier ? costs.Held(earlier) : Set.Zero;
        var holding = Value.ShareOf(costs.SemiFixed * costs.Reference, costs.Held(costs.Peak));
        var left = units - (holding * held);
        var within = left / margin;
        var beyond = plan.CostShape!.BlocksOf is null
            ? BuysToMeasure(left, held, margin, holding)
            : BuysInBlocks(left, held, margin, holding);
        var bought = Value.IfAtMost(within, held, Value.Max(within, 0.0), beyond);
        if (!costs.ChargesUse)
        {
            return bought;
        }

        // Where one more costs the fund nothing, all that is held is used; where holding for it costs nothing either, nothing bounds it.
        var used = Value.IfAtMost(margin, Set.Zero, beyond, bought);
        return Value.IfAtMost(margin + holding, Set.Zero, Set.Constant(NoBound), used);
    }

    private Value BuysToMeasure(Value left, Value held, Value margin, Value holding)
    {
        var more = left - (margin * held);
        return held + ((costs.ChargesUse ? Value.Max(more, 0.0) : more) / (margin + holding));
    }

    private Value BuysInBlocks(Value left, Value held, Value margin, Value holding)
    {
        const double Rounding = 1e-9;
        var block = costs.Block;
        if (!costs.ChargesUse)
        {
            var blocks = Value.Floor(
                Value.ShareOf(left - (margin * held) + (margin * block), (holding * block) + (margin * block)) + Rounding
            );
            return Value.Min(Value.MultiplyAdd(blocks, block, held), (left - (holding * block * blocks)) / margin);
        }

        var more = Value.Max(left - (margin * held) + (Value.Max(margin, 0.0) * block), 0.0);
        var opened = Value.Floor(Value.ShareOf(more, (margin + holding) * block) + Rounding);
        var filled = Value.MultiplyAdd(opened, block, held);
        return Value.IfAtMost(margin, Set.Zero, filled, Value.Min(filled, (left - (holding * block * opened)) / margin));
    }

    private Value SumOfStep => Owed / values.StepsPerYear;

    private Value PriceAtRate => Terms.Price * values.Of(Contract.Rate);

    /// <summary>What a step's budget has beyond the sum that is owed anyway.</summary>
    private Value AfterSum(Value budget) => Value.Max(budget - SumOfStep, 0.0);

    /// <summary>What is left of the year's volume.</summary>
    private Value Room(Value activityToDate) => Value.Max(Terms.Volume - activityToDate, 0.0);

    /// <summary>Up to the volume at the price, beyond it at a share; what is just the price of the volume does not fail by a
    /// rounding.</summary>
    private Value BuysAtMargin(Value money, Value budget, Value room)
    {
        var above = budget - (Terms.Price * room);
        return Value.IfAtMost(
            Set.Constant(0.0 - HalfAPenny), above, room + Bought(Value.Max(above, 0.0), PriceAtRate), Bought(money, Terms.Price));
    }
}
