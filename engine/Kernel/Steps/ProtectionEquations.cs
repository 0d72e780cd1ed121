namespace SystemSim.Kernel;

/// <summary>What a fund gives a class of services that it protects, beyond what its rule gives them.</summary>
/// <param name="values">Numbers of the plan.</param>
/// <param name="lines">The fund's discretionary services.</param>
internal sealed class ProtectionEquations(PlanValues values, FundLine[] lines)
{
    private EquationSet Set => values.Set;

    /// <summary>Raises the class to its share: first out of what nobody is given, then out of what others have above their
    /// floors.</summary>
    /// <param name="target">What the class is to have.</param>
    /// <param name="ofClass">What its statutory services have.</param>
    /// <param name="rest">Money for the discretionary services.</param>
    /// <param name="given">[line] what the rule and the floors give.</param>
    /// <returns>[line] what each is given.</returns>
    public Value[] Raise(Value target, Value ofClass, Value rest, Value[] given)
    {
        var has = ofClass + Set.Sum(given.Where((_, row) => lines[row].Plan.Protected));
        var over = Value.Max(rest - Set.Sum(given), 0.0);
        var above = given.Select((sum, row) => lines[row].Plan.Protected ? Set.Zero : sum - lines[row].Floor).ToArray();
        var missing = Value.Min(Value.Max(target - has, 0.0), over + Set.Sum(above));
        var room = rest - Set.Sum(lines.Select(line => line.Floor));
        var raised = WithinCeilings(Value.IfAtMost(Set.Zero, room, missing, Set.Zero), given);
        var fromOthers = Value.Max(Set.Sum(raised) - over, 0.0);
        var part = Value.Min(Value.ShareOf(fromOthers, Set.Sum(above)), 1.0);
        return [.. given.Select((sum, row) => lines[row].Plan.Protected ? sum + raised[row] : sum - (above[row] * part))];
    }

    /// <summary>[line] what each of the class receives: in proportion to what it has, up to its ceiling; what a ceiling leaves goes on to
    /// the others.</summary>
    private Value[] WithinCeilings(Value amount, Value[] given)
    {
        var raised = given.Select(_ => Set.Zero).ToArray();
        var rounds = lines.Count(line => line.Plan.Protected);
        for (var round = 0; round < rounds; round++)
        {
            var left = amount - Set.Sum(raised);
            var isBelow = lines.Select((line, row) => IsBelow(line, given[row] + raised[row])).ToArray();
            var weights = isBelow.Zip(given, (below, sum) => below * sum).ToArray();
            var (total, all) = (Set.Sum(weights), Set.Sum(isBelow));
            raised =
            [
                .. lines.Select(
                    (line, row) =>
                    {
                        var share = Value.IfAbove(
                            total, Set.Zero, Value.ShareOf(weights[row], total), Value.ShareOf(isBelow[row], all));
                        var more = raised[row] + (Value.Max(left, 0.0) * share);
                        return line.Ceiling is { } ceiling ? Value.Min(more, Value.Max(ceiling - given[row], 0.0)) : more;
                    }
                ),
            ];
        }

        return raised;
    }

    /// <summary>1 for one of the class that has less than its ceiling; else 0.</summary>
    private Value IsBelow(FundLine line, Value has) =>
        !line.Plan.Protected ? Set.Zero
        : line.Ceiling is { } ceiling ? Value.IfAbove(ceiling, has, Set.One, Set.Zero)
        : Set.One;
}
