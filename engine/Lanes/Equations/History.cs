using System.Numerics;

namespace SystemSim.Lanes;

/// <summary>What a value was in the last steps: a delay line.</summary>
public sealed class History
{
    private readonly EquationSet owner;
    private readonly BySection latest = new();
    private int longest;

    internal History(EquationSet owner, int row, Value initial)
    {
        this.owner = owner;
        Row = row;
        Initial = initial;
    }

    internal int Row { get; }

    internal Value Initial { get; }

    /// <summary>Rows, used in turn: a power of two, so that a place in turn needs no division.</summary>
    internal int Length => (int)BitOperations.RoundUpToPowerOf2((uint)longest);

    /// <summary>What was recorded <paramref name="steps"/> steps ago; the initial value before the run.</summary>
    /// <param name="steps">At least 1: the step before this one. What no step of the run has that far behind it takes no row.</param>
    public Value Ago(int steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        if (steps >= owner.Steps)
        {
            return Initial;
        }

        longest = Math.Max(longest, steps);
        return owner.Recall(this, steps);
    }

    /// <summary>Records the value of this step. Once, in the step's section.</summary>
    public void Record(Value value) => latest[owner.Section.Row] = value;

    internal Value? RecordedIn(int section) => latest[section];
}
