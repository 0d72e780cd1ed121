namespace SystemSim.Kernel;

/// <summary>What a service's activity costs, year by year, and what its contract starts from.</summary>
/// <param name="values">The plan's numbers.</param>
/// <param name="plan">The service.</param>
/// <param name="opening">Activity of a step today.</param>
internal sealed class ServiceCosts(PlanValues values, ServicePlan plan, Value opening)
{
    private const double LeastVariable = 1e-6;

    /// <summary>Gross cost of a unit, in the year of the step.</summary>
    public Value UnitCost => values.ByYear(InYear);

    /// <summary>Cost of a unit at base-year prices.</summary>
    public Value BaseCost => InYear(values.Plan.BaseYear);

    /// <summary>Whether all cost follows activity at once.</summary>
    public bool IsAllVariable => plan.CostShape is null;

    /// <summary>Activity of a step for which fixed cost is laid out.</summary>
    public Value Reference => plan.ReferenceVolume is not { } stated ? opening
        : plan.Kind == ServiceKind.Places ? values.Of(stated)
        : values.Of(stated) / values.StepsPerYear;

    /// <summary>Share of cost that stays.</summary>
    public Value Fixed => values.Of(plan.CostShape?.Fixed, 0.0);

    /// <summary>Share of cost that follows the capacity held.</summary>
    public Value SemiFixed => values.Of(plan.CostShape?.SemiFixed, 0.0);

    /// <summary>Share of cost that follows activity.</summary>
    public Value Variable => 1.0 - Fixed - SemiFixed;

    /// <summary>The variable share where something is divided by it.</summary>
    public Value VariableAtLeast => Value.Max(Variable, LeastVariable);

    /// <summary>The peak of the activity for which cost is laid out: capacity held when the run starts.</summary>
    public Value Peak => Reference * (plan.Season.IsEmpty ? 1.0 : plan.Season.Max());

    /// <summary>Volume of the contract when the run starts, a year.</summary>
    public Value Volume => plan.Contract.Volume is not { } stated ? Reference * values.StepsPerYear
        : plan.Kind == ServiceKind.Places ? values.Of(stated) * values.StepsPerYear
        : values.Of(stated);

    /// <summary>Whether users are charged for use beside a share of the cost.</summary>
    public bool ChargesUse => plan.Use is not null;

    /// <summary>Cost less charges of a unit, in a given year.</summary>
    public Value NetCostInYear(int year) => ChargesUse ? Value.Max(BeforeUseInYear(year) - UseInYear(year), 0.0) : BeforeUseInYear(year);

    /// <summary>Cost of a unit less the share of it that users are charged, in a given year.</summary>
    public Value BeforeUseInYear(int year) => InYear(year) * (1.0 - values.Of(plan.Charges));

    /// <summary>What users are charged for a unit of use, in a given year.</summary>
    public Value UseInYear(int year) => plan.Use is { } use
        ? AStep(values.Of(use.Amount) * values.PriceRatio(use.Index, use.Year, year))
        : values.Set.Zero;

    /// <summary>What users are charged for use, of a step or of a year as one: no more than is left of its cost.</summary>
    /// <param name="beforeUse">Cost less the share of it that users are charged.</param>
    /// <param name="use">Charge for a unit.</param>
    /// <param name="activity">Units used.</param>
    public Value ForUse(Value beforeUse, Value use, Value activity) => ChargesUse ? Value.Min(beforeUse, use * activity) : values.Set.Zero;

    /// <summary>Net cost of a year as one.</summary>
    /// <param name="terms">The terms of the year.</param>
    /// <param name="activity">Its activity.</param>
    /// <param name="quantity">Units whose cost that activity has.</param>
    public Value NetOf(ContractTerms terms, Value activity, Value quantity)
    {
        var cost = terms.BeforeUse * quantity;
        return cost - ForUse(cost, terms.Use, activity);
    }

    /// <summary>Price of a unit, in a given year.</summary>
    public Value PriceInYear(int year)
    {
        if (plan.Contract.Price is not { } stated)
        {
            return NetCostInYear(year);
        }

        return AStep(values.Of(stated) * values.PriceRatio(plan.Contract.Index, 0, year));
    }

    /// <summary>What a unit counts against a budget, in a given year: its price where payment follows one, else its net cost.</summary>
    public Value BuyingPriceInYear(int year) => plan.HasPrice ? PriceInYear(year) : NetCostInYear(year);

    /// <summary>The terms of the contract when the run starts.</summary>
    public ContractTerms TermsAtStart => new()
    {
        BeforeUse = BeforeUseInYear(0),
        Use = UseInYear(0),
        Price = PriceInYear(0),
        Volume = Volume,
        Sum = plan.Contract.Sum is { } sum ? values.Of(sum) : SumOf(PriceInYear(0), Volume),
        Target = plan.Contract.Target is { } target ? values.Of(target) : NetCostInYear(0) * Volume,
        StopLoss = values.Of(plan.Contract.StopLoss, double.MaxValue),
    };

    /// <summary>What a sum is agreed at: the price of the volume, or of the part of it that an aligned incentive pays as a sum.</summary>
    /// <param name="price">Price of a unit.</param>
    /// <param name="volume">Volume a year.</param>
    public Value SumOf(Value price, Value volume) => plan.Contract.Form == ContractForm.AlignedIncentive
        ? (1.0 - values.Of(plan.Contract.Rate)) * price * volume
        : price * volume;

    /// <summary>Units whose cost some activity has.</summary>
    /// <param name="activity">Activity of so many steps together.</param>
    /// <param name="held">Sum of capacity held over that of the start, over these steps.</param>
    /// <param name="steps">How many steps.</param>
    public Value Quantity(Value activity, Value held, double steps)
    {
        if (IsAllVariable)
        {
            return activity;
        }

        var laidOut = Reference * ((Fixed * steps) + (SemiFixed * held));
        return Value.IfAtMost(Reference, values.Set.Zero, activity, Value.MultiplyAdd(Variable, activity, laidOut));
    }

    /// <summary>Capacity that must be held for a peak of activity: whole blocks, where it is held in blocks.</summary>
    public Value Held(Value peak)
    {
        const double Rounding = 1e-9;
        if (plan.CostShape?.BlocksOf is null)
        {
            return peak;
        }

        var blocks = Value.ShareOf(peak, Block);
        return Block * (values.Set.Zero - Value.Floor(Rounding - blocks));
    }

    /// <summary>One unit of capacity held; zero where it is held to measure.</summary>
    public Value Block => plan.CostShape?.BlocksOf is { } share ? values.Of(share) * Peak : values.Set.Zero;

    /// <summary>What the contract pays in a year.</summary>
    /// <param name="terms">Its terms in that year.</param>
    /// <param name="activity">Activity of the year.</param>
    /// <param name="quantity">Units whose cost that activity has.</param>
    public Value PaidFor(ContractTerms terms, Value activity, Value quantity)
    {
        switch (plan.Contract.Form)
        {
            case ContractForm.Block when plan.Statutory:
                return terms.Sum;
            case ContractForm.Alliance:
                var net = NetOf(terms, activity, quantity);
                return net + Settlement(terms, net, values.Set.Zero);
            default:
                return plan.HasPrice ? PaidBySumAndPrice(terms, activity) : NetOf(terms, activity, quantity);
        }
    }

    /// <summary>What the contract would pay in the first year for a year of today's activity; net cost where a budget is the sum.</summary>
    /// <param name="activity">Activity of a step today.</param>
    public Value PaidForOpening(Value activity)
    {
        var year = activity * values.StepsPerYear;
        return PaidFor(
            TermsAtStart,
            year,
            plan.IsPaidASum ? year : Quantity(year, values.Set.Constant(values.StepsPerYear), values.StepsPerYear)
        );
    }

    /// <summary>What an alliance pays beside cost at the end of a year.</summary>
    /// <param name="terms">The terms of the year.</param>
    /// <param name="net">Net cost of the year.</param>
    /// <param name="turnedAway">Share of the year's arrivals who were turned away: no gain is paid for them.</param>
    public Value Settlement(ContractTerms terms, Value net, Value turnedAway)
    {
        var gain = values.Of(plan.Contract.GainShare) * Value.Max((terms.Target * (1.0 - turnedAway)) - net, 0.0);
        var pain = values.Of(plan.Contract.PainShare) * Value.Max(net - terms.Target, 0.0);
        return gain - (plan.Contract.StopLoss is null ? pain : Value.Min(pain, terms.StopLoss));
    }

    /// <summary>What a contract with a price has paid once some activity of the year is done, its sum left out.</summary>
    /// <param name="terms">The terms of the year.</param>
    /// <param name="activity">Activity of the year so far.</param>
    public Value PaidByPrice(ContractTerms terms, Value activity)
    {
        var rate = values.Of(plan.Contract.Rate);
        var above = Value.Max(activity - terms.Volume, 0.0);
        return terms.Price * plan.Contract.Form switch
        {
            ContractForm.CostAndVolume => rate * above,
            ContractForm.Marginal => Value.MultiplyAdd(rate, above, Value.Min(activity, terms.Volume)),
            ContractForm.AlignedIncentive => rate * activity,
            ContractForm.Cost or ContractForm.Block or ContractForm.Tariff or ContractForm.Alliance or ContractForm.Grant => activity,
        };
    }

    /// <summary>The sum that the contract owes in the first year beside a price; zero where today's activity is what it was agreed
    /// for.</summary>
    public Value OwedAtStart => plan.Contract.Sum is null && plan.Contract.Volume is null && plan.ReferenceVolume is null
        ? values.Set.Zero
        : SumBesidePrice(TermsAtStart);

    /// <summary>The sum that a contract with a price pays beside it.</summary>
    public Value SumBesidePrice(ContractTerms terms) =>
        plan.Contract.Form is ContractForm.CostAndVolume or ContractForm.AlignedIncentive ? terms.Sum : values.Set.Zero;

    private Value PaidBySumAndPrice(ContractTerms terms, Value activity) => SumBesidePrice(terms) + PaidByPrice(terms, activity);

    private Value InYear(int year) => AStep(values.Of(plan.UnitCost) * values.PriceRatio(plan.CostIndex, plan.PriceYear, year));

    /// <summary>Money for a unit of activity of a step: in places what is stated is for a year.</summary>
    private Value AStep(Value money) => plan.Kind == ServiceKind.Places ? money / values.StepsPerYear : money;
}
