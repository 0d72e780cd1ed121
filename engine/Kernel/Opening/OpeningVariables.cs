namespace SystemSim.Kernel;

/// <summary>What settles of the opening state, while its equations are written.</summary>
internal sealed class OpeningVariables
{
    private const double Settling = 1e-13;

    // What has not settled by then may swing to and fro: from then on it is averaged.
    private const double PlainRounds = 200.0;

    private readonly PlanValues values;
    private readonly PeopleEquations people;
    private readonly Variable[] delivered;
    private readonly Variable[] left;
    private readonly Variable[] observed;
    private readonly Variable[] activity;
    private readonly Variable rounds;

    /// <summary>Starts from nothing delivered.</summary>
    public OpeningVariables(PlanValues values)
    {
        this.values = values;
        people = new PeopleEquations(values);
        var set = values.Set;
        delivered = [.. values.Plan.Services.Select(_ => set.Variable(set.Zero))];
        left = [.. values.Plan.Services.Select(_ => set.Variable(set.Zero))];
        observed = [.. values.Plan.Services.Select(_ => set.Variable(set.Zero))];
        activity = [.. values.Plan.Services.Select(_ => set.Variable(set.Zero))];
        Moving = set.Variable(set.One);
        rounds = set.Variable(set.Zero);
    }

    /// <summary>1 in lanes that have not settled, then 0.</summary>
    public Variable Moving { get; }

    /// <summary>The opening state as far as it has settled.</summary>
    public OpeningRound Round() => new(
        values,
        people,
        [.. delivered.Select(variable => variable.Now)],
        [.. left.Select(variable => variable.Now)],
        [.. observed.Select(variable => variable.Now)],
        [.. activity.Select(variable => variable.Now)]);

    /// <summary>Writes one round: what is delivered follows from what comes back of what was delivered in the round before.</summary>
    /// <remarks>A lane that has settled stays as it is, so that it has the same bits whatever its neighbours do.</remarks>
    public void Settle()
    {
        var round = Round();
        var changes = Changed(delivered, round.NextDelivered, round.Asked)
            .Concat(Changed(left, round.NextLeft, round.Asked))
            .Concat(Changed(observed, round.NextObserved, round.NextObserved))
            .Concat(Changed(activity, round.NextActivity, round.AskedUnits))
            .ToArray();
        rounds.Add(values.Set.One);
        var largest = changes.Aggregate(values.Set.Zero, Value.Max);
        Moving.Set(Value.IfAtMost(largest, values.Set.Zero, values.Set.Zero, Moving.Now));
    }

    /// <summary>Moves variables on, and gives by how much each changed beyond what counts as settled.</summary>
    /// <param name="variables">What settles.</param>
    /// <param name="next">What this round makes of it.</param>
    /// <param name="sizes">What a change has to be small against.</param>
    private Value[] Changed(Variable[] variables, Value[] next, Value[] sizes)
    {
        var set = values.Set;
        var changes = new Value[variables.Length];
        for (var row = 0; row < variables.Length; row++)
        {
            var now = variables[row].Now;
            var change = next[row] - now;
            changes[row] = Value.Max(change, set.Zero - change) - (Settling * sizes[row]);
            var towards = Value.IfAtMost(rounds.Now, set.Constant(PlainRounds), next[row], (now + next[row]) * 0.5);
            variables[row].Set(Value.IfAbove(Moving.Now, set.Zero, towards, now));
        }

        return changes;
    }
}
