using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>The numbers of a plan as values in equations.</summary>
/// <remarks>
/// Without draws every number is its central value, known when the equations are written; with draws the uncertain ones are inputs. The
/// arithmetic is the same, so both give the same bits for the same numbers.
/// </remarks>
internal sealed class PlanValues(Plan plan, EquationSet set, bool drawn, bool byChance = false)
{
    private readonly Dictionary<(int Index, int Year), Value> levels = [];

    /// <summary>The plan.</summary>
    public Plan Plan => plan;

    /// <summary>Which effects act where.</summary>
    public EffectGroups Effects { get; } = new(plan);

    /// <summary>The equations.</summary>
    public EquationSet Set => set;

    /// <summary>Whether all is as expected: no number is drawn, and nothing is by chance.</summary>
    public bool AreCentral => !drawn && !byChance;

    /// <summary>[cohort] streams of what people do by chance; empty where they do as expected.</summary>
    public ImmutableArray<CohortChance> PeopleByChance => byChance ? plan.Chance.People : [];

    /// <summary>[service] stream of need-led demand by chance; empty where it is as expected.</summary>
    public ImmutableArray<ulong> DemandByChance => byChance ? plan.Chance.Demand : [];

    /// <summary>What people ask of services because of their need.</summary>
    public DemandEquations Demand => field ??= new DemandEquations(this);

    /// <summary>Steps in a year.</summary>
    public double StepsPerYear => plan.StepsPerYear;

    /// <summary>A step as a part of a time: the power that turns the share that stays over the time into that of a step. Exactly 1 for the
    /// time of a step.</summary>
    /// <param name="over">The time, in years.</param>
    public double StepAsPartOf(double over)
    {
        const double WholeStep = 1e-12;
        var steps = StepsPerYear * over;
        return Math.Abs(steps - 1.0) < WholeStep ? 1.0 : 1.0 / steps;
    }

    /// <summary>1 in the first year of the run, then 0.</summary>
    public Value IsFirstYear => In(year => year == 0);

    /// <summary>1 in the first year of the arrangement, then 0.</summary>
    public Value IsFirstOfArrangement => In(year => year == plan.From);

    /// <summary>1 in some years, 0 in the others.</summary>
    public Value In(Func<int, bool> years) => set.ByYear([.. Enumerable.Range(0, plan.Years).Select(year => years(year) ? 1.0 : 0.0)]);

    /// <summary>Years from the start of a year to the step; 0 before.</summary>
    /// <param name="year">The year, counted from the first of the run.</param>
    public Value YearsSince(int year) =>
        set.ByStep([.. Enumerable.Range(0, plan.Steps).Select(step => Math.Max(step - (year * plan.StepsPerYear), 0) / StepsPerYear)]);

    /// <summary>A number.</summary>
    public Value Of(Number number)
    {
        var value = drawn && number.Quantity >= 0 ? set.Input(number.Quantity) : set.Constant(number.Central);
        foreach (var factor in number.Factors)
        {
            value *= drawn ? set.Input(factor) : set.Constant(plan.CentralQuantities[factor]);
        }

        return value;
    }

    /// <summary>A part of a whole.</summary>
    public Value Of(PartPlan part) =>
        part.IsRest ? set.One - set.Sum(part.Shares.Select(Of)) : set.Sum(part.Shares.Select(Of));

    /// <summary>What is spent once, as far as it is this body's.</summary>
    public Value Of(OneOffPlan item) => item.Part is { } part ? Of(part) * Of(item.Amount) : Of(item.Amount);

    /// <summary>A number, or another when there is none.</summary>
    public Value Of(Number? number, double otherwise) => number is null ? set.Constant(otherwise) : Of(number);

    /// <summary>A path's value in one year, known once a draw.</summary>
    /// <param name="path">The path.</param>
    /// <param name="year">The year, counted from the first of the run; may be negative.</param>
    public Value InYear(PathPlan path, int year)
    {
        var (from, number) = path.Points[0];
        foreach (var point in path.Points)
        {
            if (point.Year <= year)
            {
                (from, number) = point;
            }
        }

        var value = Of(number);
        var isLast = from == path.Points[^1].Year;
        if (!isLast || year <= from)
        {
            return value;
        }

        return path.Index >= 0 ? value * PriceRatio(path.Index, from, year)
            : path.Growth is { } growth ? value * Compounded(1.0 + Of(growth), year - from)
            : value;
    }

    /// <summary>A path's value in the year of the step.</summary>
    public Value ByYear(PathPlan path) => ByYear(year => InYear(path, year));

    /// <summary>A value for each year of the run.</summary>
    public Value ByYear(Func<int, Value> inYear) => set.ByYear([.. Enumerable.Range(0, plan.Years).Select(inYear)]);

    /// <summary>A path's value in the year of the next step; after the last step that is the year after the run.</summary>
    public Value ByYearOfNextStep(PathPlan path)
    {
        var isLast = Enumerable.Range(0, plan.Steps).Select(step => step % plan.StepsPerYear == plan.StepsPerYear - 1 ? 1.0 : 0.0);
        return Value.IfAbove(set.ByStep([.. isLast]), set.Zero, ByYear(year => InYear(path, year + 1)), ByYear(path));
    }

    /// <summary>An index's level in one year over its level in another; 1 without an index.</summary>
    public Value PriceRatio(int index, int from, int to) => index < 0 || from == to ? set.One : Level(index, to) / Level(index, from);

    /// <summary>An index's level in the year of the step over its level in a fixed year; 1 without an index.</summary>
    public Value PriceRatio(int index, int from) => ByYear(year => PriceRatio(index, from, year));

    private Value Level(int index, int year)
    {
        if (!levels.TryGetValue((index, year), out var level))
        {
            level = InYear(plan.Indices[index], year);
            levels.Add((index, year), level);
        }

        return level;
    }

    private Value Compounded(Value factor, int years)
    {
        var result = set.One;
        for (var year = 0; year < years; year++)
        {
            result *= factor;
        }

        return result;
    }
}
