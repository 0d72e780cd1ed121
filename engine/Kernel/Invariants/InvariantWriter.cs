using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>Writes the checks of a run into its equations.</summary>
/// <remarks>
/// A plain run only counts sections in which something broke: one number a lane. When that is not zero the run is repeated with every
/// check kept apart, which finds the first. A value that is not a number counts as broken.
/// </remarks>
internal sealed class InvariantWriter(EquationSet set, bool apart)
{
    private readonly ImmutableArray<Check>.Builder checks = ImmutableArray.CreateBuilder<Check>();
    private readonly List<Gathered> gathered = [];
    private readonly Variable broken = set.Variable(set.Zero);

    /// <summary>A value must not be negative.</summary>
    /// <param name="invariant">What this checks.</param>
    /// <param name="row">Of which row.</param>
    /// <param name="value">The value.</param>
    /// <param name="tolerance">How far below zero rounding may take it.</param>
    public void NotNegative(Invariant invariant, int row, Value value, Value tolerance)
    {
        if (!value.Is(0.0))
        {
            Keep(invariant, row, set.Zero - value, tolerance);
            var lowest = Gather(tolerance, isBalance: false);
            lowest.Total = Value.Min(lowest.Total, value);
        }
    }

    /// <summary>A difference must be zero.</summary>
    /// <param name="invariant">What this checks.</param>
    /// <param name="row">Of which row.</param>
    /// <param name="difference">The difference.</param>
    /// <param name="tolerance">How far from zero rounding may take it.</param>
    public void Zero(Invariant invariant, int row, Value difference, Value tolerance)
    {
        if (!difference.Is(0.0))
        {
            Keep(invariant, row, Value.Max(difference, set.Zero - difference), tolerance);
            var squares = Gather(tolerance, isBalance: true);
            squares.Total = Value.MultiplyAdd(difference, difference, squares.Total);
        }
    }

    /// <summary>Ends the checks of the section now being written.</summary>
    public void EndSection()
    {
        foreach (var group in gathered.Where(group => group.Section == set.Section))
        {
            // One comparison for a whole group: the least value, or the sum of squares, which also carries what is not a number.
            broken.Add(group.IsBalance
                ? Value.IfAtMost(group.Total, group.Tolerance * group.Tolerance, set.Zero, set.One)
                : Value.IfAtMost(set.Zero - group.Total, group.Tolerance, set.Zero, set.One));
        }
    }

    /// <summary>What the run must look at.</summary>
    public InvariantLayout ToLayout() => new() { Broken = set.Output(broken), Checks = checks.ToImmutable() };

    private void Keep(Invariant invariant, int row, Value excess, Value tolerance)
    {
        if (apart)
        {
            checks.Add(new Check(invariant, row, set.Section, set.Output(excess), set.Output(tolerance)));
        }
    }

    private Gathered Gather(Value tolerance, bool isBalance)
    {
        var found = gathered.Find(group =>
            group.Section == set.Section && group.IsBalance == isBalance && group.Tolerance == tolerance);
        if (found is null)
        {
            found = new Gathered(set.Section, tolerance, isBalance, set.Zero);
            gathered.Add(found);
        }

        return found;
    }

    private sealed class Gathered(Section section, Value tolerance, bool isBalance, Value total)
    {
        public Section Section => section;

        public Value Tolerance => tolerance;

        public bool IsBalance => isBalance;

        public Value Total { get; set; } = total;
    }
}
