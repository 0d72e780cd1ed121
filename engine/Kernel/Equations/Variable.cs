namespace SystemSim.Kernel;

/// <summary>Something that a run remembers from one step to the next: people in a cohort, a waiting list, a reserve.</summary>
/// <remarks>
/// Within a section, <see cref="Now"/> is the value at the section's start until <see cref="Become"/> gives it another; what it has become is
/// stored when the section ends, so that all variables change together.
/// </remarks>
public sealed class Variable
{
    private readonly EquationSet owner;
    private readonly Value?[] now = new Value?[Enum.GetValues<Section>().Length];

    internal Variable(EquationSet owner, int row, Value initial)
    {
        this.owner = owner;
        Row = row;
        Initial = initial;
    }

    /// <summary>The value in the section now being written.</summary>
    public Value Now => now[(int)owner.Section] ??= owner.Load(this);

    internal int Row { get; }

    internal Value Initial { get; }

    /// <summary>Gives the variable another value, from here on.</summary>
    public void Become(Value value) => now[(int)owner.Section] = value;

    /// <summary>Adds to the variable.</summary>
    public void Grow(Value by) => Become(Now + by);

    internal Value? StoredIn(Section section) => now[(int)section];
}
