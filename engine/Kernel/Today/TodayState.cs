namespace SystemSim.Kernel;

/// <summary>What settles of the opening state, while its equations are written.</summary>
internal sealed class TodayState
{
    private const double Settling = 1e-13;

    private readonly PlanValues values;
    private readonly PeopleEquations people;
    private readonly Variable[] delivered;
    private readonly Variable[] left;
    private readonly Variable[] observed;
    private readonly Variable[] levels;

    /// <summary>Starts from nothing delivered.</summary>
    public TodayState(PlanValues values)
    {
        this.values = values;
        people = new PeopleEquations(values);
        var set = values.Set;
        delivered = [.. values.Plan.Services.Select(_ => set.Variable(set.Zero))];
        left = [.. values.Plan.Services.Select(_ => set.Variable(set.Zero))];
        observed = [.. values.Plan.Services.Select(_ => set.Variable(set.Zero))];
        levels = [.. values.Plan.Effects.Select(_ => set.Variable(set.Zero))];
        Moving = set.Variable(set.One);
    }

    /// <summary>1 in lanes that have not settled, then 0.</summary>
    public Variable Moving { get; }

    /// <summary>The opening state as far as it has settled.</summary>
    public TodayRound Round() => new(
        values,
        people,
        [.. delivered.Select(variable => variable.Now)],
        [.. left.Select(variable => variable.Now)],
        [.. observed.Select(variable => variable.Now)],
        [.. levels.Select(variable => variable.Now)]);

    /// <summary>Writes one round: what is delivered follows from what comes back of what was delivered in the round before.</summary>
    /// <remarks>A lane that has settled stays as it is, so that it has the same bits whatever its neighbours do.</remarks>
    public void Settle()
    {
        var round = Round();
        var changes = Become(delivered, round.NextDelivered)
            .Concat(Become(left, round.NextLeft))
            .Concat(Become(observed, round.NextObserved))
            .Concat(Become(levels, round.NextLevels))
            .ToArray();
        var largest = changes.Aggregate(values.Set.Zero, Value.Max);
        Moving.Become(Value.IfAtMost(largest, values.Set.Zero, values.Set.Zero, Moving.Now));
    }

    /// <summary>Moves variables on, and gives by how much each changed beyond what counts as settled.</summary>
    private Value[] Become(Variable[] variables, Value[] next)
    {
        var set = values.Set;
        var changes = new Value[variables.Length];
        for (var row = 0; row < variables.Length; row++)
        {
            var now = variables[row].Now;
            var change = next[row] - now;
            changes[row] = Value.Max(change, set.Zero - change) - (Settling * next[row]);
            variables[row].Become(Value.IfAbove(Moving.Now, set.Zero, next[row], now));
        }

        return changes;
    }
}
