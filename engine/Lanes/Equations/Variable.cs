namespace SystemSim.Lanes;

/// <summary>Something that a run remembers from one step to the next.</summary>
/// <remarks>
/// Within a section, <see cref="Now"/> is the value at the section's start until <see cref="Set"/> gives it another; what it has become
/// is stored when the section ends, so that all variables change together.
/// </remarks>
public sealed class Variable
{
    private readonly EquationSet owner;
    private readonly BySection now = new();

    internal Variable(EquationSet owner, int row, Value initial)
    {
        this.owner = owner;
        Row = row;
        Initial = initial;
    }

    /// <summary>The value in the section now being written.</summary>
    public Value Now => now[owner.Section.Row] ??= owner.Load(this);

    /// <summary>The value before the first step.</summary>
    public Value Initial { get; }

    internal int Row { get; }

    /// <summary>Gives the variable another value, from here on.</summary>
    public void Set(Value value) => now[owner.Section.Row] = value;

    /// <summary>Adds to the variable.</summary>
    public void Add(Value by) => Set(Now + by);

    internal Value? StoredIn(int section) => now[section];
}
