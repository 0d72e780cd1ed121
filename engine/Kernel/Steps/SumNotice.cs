namespace SystemSim.Kernel;

/// <summary>The notice of a block or a grant while the equations of a run are written: what an earlier sum still has to give once the fund
/// gives less.</summary>
internal sealed class SumNotice
{
    private readonly PlanValues values;
    private readonly int steps;
    private readonly RecentPeak sums;
    private readonly Variable latest;
    private readonly Variable[] owed;
    private readonly Variable[] cuts;

    /// <summary>Sets up what is remembered.</summary>
    /// <param name="values">The plan's numbers.</param>
    /// <param name="steps">Steps of notice; at least 1.</param>
    /// <param name="today">The sum before the run, GBP a year; zero where there is none.</param>
    public SumNotice(PlanValues values, int steps, Value today)
    {
        (this.values, this.steps) = (values, steps);
        sums = new RecentPeak(Set, today);
        latest = Set.Variable(today);
        owed = [.. Enumerable.Range(0, Math.Min(steps, PerYear)).Select(_ => Set.Variable(today))];
        cuts = [.. Enumerable.Range(0, (steps / PerYear) + 1).Select(_ => Set.Variable(Set.Zero))];
    }

    /// <summary>By how much the sum of the year whose notice ends in this step falls short of what the provider needs; zero in other
    /// steps.</summary>
    public Value CutThatEnds =>
        cuts[^1].Now * Set.ByStep([.. Enumerable.Range(0, Set.Steps).Select(step => step % PerYear == steps % PerYear ? 1.0 : 0.0)]);

    private EquationSet Set => values.Set;

    private int PerYear => values.Plan.StepsPerYear;

    /// <summary>What a year costs beside its sum: until the notice of earlier, larger sums ends, they are paid.</summary>
    /// <param name="sum">The sum, GBP a year.</param>
    /// <param name="phases">[step] shares of the year.</param>
    public Value Beside(Value sum, IReadOnlyList<double> phases)
    {
        var beside = Set.Zero;
        for (var step = 0; step < owed.Length; step++)
        {
            beside = Value.MultiplyAdd(Set.Constant(phases[step]), Value.Max(owed[step].Now - sum, 0.0), beside);
        }

        return beside;
    }

    /// <summary>The sum that is paid in a step: the highest of this step and of those before it whose notice has not ended.</summary>
    /// <param name="sum">What is left of the year's in this step.</param>
    public Value Paid(Value sum) => Highest(sum, steps);

    /// <summary>Keeps the sum of a step.</summary>
    public void Record(Value sum)
    {
        sums.Record(sum);
        latest.Set(sum);
    }

    /// <summary>Keeps, when a year ends, what the sums of its last steps are owed in the steps of the next.</summary>
    public void EndYear()
    {
        for (var step = 0; step < owed.Length; step++)
        {
            owed[step].Set(Highest(latest.Now, steps - step - 1));
        }
    }

    /// <summary>Keeps by how much a year's sum falls short of what the provider needs, until the notice of that cut ends.</summary>
    public void Cut(Value shortfall)
    {
        for (var years = cuts.Length - 1; years > 0; years--)
        {
            cuts[years].Set(cuts[years - 1].Now);
        }

        cuts[0].Set(shortfall);
    }

    /// <summary>The highest of a sum and of those of so many steps before it; what is before the run is the same in every step.</summary>
    private Value Highest(Value sum, int earlier) => sums.Of(Math.Min(earlier, Set.Steps)) is { } highest ? Value.Max(sum, highest) : sum;
}
