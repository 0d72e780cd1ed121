namespace SystemSim.Kernel;

/// <summary>What a unit of a service's activity costs, year by year.</summary>
internal sealed class ServiceCosts(PlanValues values, ServicePlan plan)
{
    /// <summary>Gross cost of a unit, in the year of the step.</summary>
    public Value UnitCost => values.ByYear(InYear);

    /// <summary>Cost of a unit at base-year prices.</summary>
    public Value BaseCost => InYear(values.Plan.BaseYear);

    /// <summary>Cost less charges, in the year of the step.</summary>
    public Value Price => values.ByYear(PriceInYear);

    /// <summary>Cost less charges, in a given year.</summary>
    public Value PriceInYear(int year) => InYear(year) * (1.0 - values.Of(plan.Charges));

    /// <summary>What a year of some activity is paid, at a given year's prices.</summary>
    /// <param name="year">The year.</param>
    /// <param name="activity">Activity of one step.</param>
    public Value PaymentInYear(int year, Value activity) => PriceInYear(year) * (activity * values.StepsPerYear);

    /// <summary>The sum of a statutory block in the year of the step; zero for other contracts.</summary>
    /// <param name="activity">Opening activity of one step.</param>
    public Value BlockSum(Value activity)
    {
        if (!plan.IsBlock || !plan.Statutory)
        {
            return values.Set.Zero;
        }

        var sum = plan.BlockSum is { } stated ? values.Of(stated) : PaymentInYear(0, activity);
        return values.ByYear(year => sum * values.PriceRatio(plan.BlockIndex, 0, year));
    }

    private Value InYear(int year)
    {
        var cost = values.Of(plan.UnitCost) * values.PriceRatio(plan.CostIndex, plan.PriceYear, year);
        return plan.Kind == ServiceKind.Places ? cost / values.StepsPerYear : cost;
    }
}
