namespace SystemSim.Kernel;

/// <summary>What a council moves into its reserves so that a settlement of several years can be spent evenly.</summary>
internal static class BalancedYearsEquations
{
    /// <summary>The movement of the year; the sum so far is brought up to date.</summary>
    /// <param name="run">The run.</param>
    /// <param name="organisation">The council.</param>
    /// <param name="terms">Its settlement.</param>
    /// <param name="debtService">What its debts cost it this year.</param>
    public static Value Movement(RunScope run, OrganisationRun organisation, BalancedYearsPlan terms, Value debtService)
    {
        var (set, values, moved) = (run.Set, run.Values, organisation.Balanced!);
        var isWithin = values.In(year => year >= terms.First && year <= terms.Last);
        var room = Value.Max(organisation.Reserves.Now - values.Of(organisation.Plan.Floor), 0.0);
        var known = values.ByYear(year =>
            Within(year) ? set.Sum(Left(year).Select(later => Stated(values, organisation.Plan, later))) : set.Zero);
        var years = values.ByYear(year => set.Constant(Within(year) ? terms.Last - year + 1 : 0));
        var weight = values.ByYear(year => Within(year) ? set.Sum(Left(year).Select(Rise)) : set.One);
        var use = Value.Min(values.Of(terms.Use) + moved.Now, room);
        var even = (known - (years * debtService) + use) / weight;
        var own = values.ByYear(year => Within(year) ? Stated(values, organisation.Plan, year) : set.Zero) - debtService;
        var spent = even * values.ByYear(year => Within(year) ? Rise(year) : set.One);
        var movement = isWithin * Value.Max(own - spent, set.Zero - room);
        moved.Add(movement);
        return movement;

        bool Within(int year) => year >= terms.First && year <= terms.Last;

        IEnumerable<int> Left(int year) => Enumerable.Range(year, terms.Last - year + 1);

        Value Rise(int year) => values.PriceRatio(terms.Index, terms.First, year);
    }

    /// <summary>Income less other spending of a year as stated, with what one-off items move.</summary>
    private static Value Stated(PlanValues values, OrganisationPlan plan, int year)
    {
        var set = values.Set;
        var income = set.Sum(plan.Income.Select(line => values.InYear(line, year)));
        var spending = set.Sum(plan.OtherSpending.Select(line =>
            line.Savings is { } savings
                ? values.InYear(line.Amount, year) - (values.InYear(savings, year) * values.Of(line.Delivered, 1.0))
                : values.InYear(line.Amount, year)));
        var oneOffs = set.Sum(plan.OneOffs.Select(item =>
            values.Of(item) * (item.RepaidOver == 0
                ? (year == item.Year ? 1.0 : 0.0)
                : (year > item.Year && year <= item.Year + item.RepaidOver ? 1.0 / item.RepaidOver : 0.0))));
        return income - spending - oneOffs;
    }
}
