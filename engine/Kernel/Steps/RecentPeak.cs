using System.Numerics;

namespace SystemSim.Kernel;

/// <summary>The highest that a value has been in the last steps, while the equations of a run are written.</summary>
/// <remarks>
/// What is remembered is the highest of the last 1, 2, 4 ... steps. The highest of any other number of steps is that of two such stretches,
/// which may overlap: so a year takes hardly more work than a month.
/// </remarks>
internal sealed class RecentPeak
{
    private readonly History[] stretches;

    /// <summary>Remembers nothing but what was so before the run.</summary>
    /// <param name="set">The equations.</param>
    /// <param name="before">The value in every step before the run.</param>
    public RecentPeak(EquationSet set, Value before)
    {
        stretches = new History[BitOperations.Log2((uint)set.Steps) + 1];
        for (var stretch = 0; stretch < stretches.Length; stretch++)
        {
            stretches[stretch] = set.History(before);
        }
    }

    /// <summary>The highest of so many steps before this one; null for none.</summary>
    /// <param name="steps">At most the steps of the run.</param>
    public Value? Of(int steps)
    {
        if (steps == 0)
        {
            return null;
        }

        var stretch = BitOperations.Log2((uint)steps);
        var length = 1 << stretch;
        var latest = stretches[stretch].Ago(1);
        return length == steps ? latest : Value.Max(latest, stretches[stretch].Ago(1 + steps - length));
    }

    /// <summary>Keeps the value of this step. Once, in the step's section.</summary>
    public void Record(Value value)
    {
        for (var stretch = 0; stretch < stretches.Length; stretch++)
        {
            stretches[stretch].Record(value);
            if (stretch + 1 < stretches.Length)
            {
                value = Value.Max(value, stretches[stretch].Ago(1 << stretch));
            }
        }
    }
}
