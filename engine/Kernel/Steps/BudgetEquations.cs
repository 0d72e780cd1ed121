namespace SystemSim.Kernel;

/// <summary>How a fund divides the money of a year.</summary>
internal sealed class BudgetEquations(PlanValues values, FundPlan fund)
{
    private const double SameSaving = 1e-9;

    private EquationSet Set => values.Set;

    /// <summary>Divides a fund's money.</summary>
    /// <param name="money">Money of the year.</param>
    /// <param name="forecast">Forecast of the statutory services, which comes first.</param>
    /// <param name="lines">The discretionary services.</param>
    public FundBudget Divide(Value money, Value forecast, FundLine[] lines)
    {
        var contingency = values.Of(fund.Contingency) * Value.Max(money, 0.0);
        var rest = money - contingency - forecast;
        var last = Set.Sum(lines.Select(line => line.Last));
        var reinvested = values.Of(fund.Reinvest) * Value.Max(rest - last, 0.0);
        var wanted = Wanted(Value.Max(rest - reinvested, 0.0), last, lines);
        var shares = ReinvestedShares(lines);
        for (var line = 0; line < lines.Length; line++)
        {
            wanted[line] = Value.MultiplyAdd(reinvested, shares[line], wanted[line]);
        }

        var floors = Set.Sum(lines.Select(line => line.Floor));
        var room = rest - floors;
        var excess = wanted.Zip(lines, (want, line) => Value.Max(want - line.Floor, 0.0)).ToArray();
        var part = Value.Min(Value.ShareOf(Value.Max(room, 0.0), Set.Sum(excess)), 1.0);
        var budgets = excess.Zip(lines, (above, line) => Value.MultiplyAdd(above, part, line.Floor)).ToArray();
        return new FundBudget(
            budgets,
            contingency + Value.Max(rest - Set.Sum(budgets), 0.0),
            Value.Max(floors - rest, 0.0));
    }

    private Value[] Wanted(Value left, Value last, FundLine[] lines)
    {
        switch (fund.Rule)
        {
            case RuleKind.FixedShares:
                var opening = Set.Sum(lines.Select(line => line.Opening));
                return [.. lines.Select(line => left * (line.Plan.Share is { } share ? values.Of(share) : Value.ShareOf(line.Opening, opening)))];
            case RuleKind.Pressure:
                return Pressed(left, lines);
            case RuleKind.Plan:
                return [.. lines.Select(line => values.ByYear(line.Plan.Amount!))];
            case RuleKind.BusinessCase:
                return WithBusinessCases(Value.Max(left - last, 0.0), lines);
            default:
                return [.. lines.Select(line => line.Last)];
        }
    }

    private Value[] Pressed(Value left, FundLine[] lines)
    {
        var old = Set.Sum(lines.Select(line => line.Old));
        var pressed = lines.Select(line => Value.ShareOf(line.Old, old)
            * (1.0 + (values.Of(fund.Pace) * values.Of(line.Plan.Value) * line.MeanUnmetShare))).ToArray();
        var total = Set.Sum(pressed);
        return [.. pressed.Select(share => Value.ShareOf(share, total) * left)];
    }

    /// <summary>
    /// The better cases take their room first. So a case gets what is over less the room of all better ones, and cases that save alike share in
    /// proportion to their room.
    /// </summary>
    private Value[] WithBusinessCases(Value over, FundLine[] lines)
    {
        var savings = lines.Select(Saving).ToArray();
        var rooms = lines.Select((line, row) => Room(over, line, savings[row])).ToArray();
        return [.. lines.Select((line, row) => line.Last + Extra(over, row, savings, rooms))];
    }

    private Value Extra(Value over, int row, Value[] savings, Value[] rooms)
    {
        var (better, alike) = (Set.Zero, Set.Zero);
        for (var other = 0; other < savings.Length; other++)
        {
            var isBetter = Value.IfAbove(savings[other], savings[row], rooms[other], Set.Zero);
            better += isBetter;
            alike += Value.IfAtMost(savings[other], savings[row], Value.IfAtMost(savings[row], savings[other], rooms[other], Set.Zero), Set.Zero);
        }

        var toShare = Value.Min(Value.Max(over - better, 0.0), alike);
        return toShare * Value.ShareOf(rooms[row], alike);
    }

    private Value Saving(FundLine line) => line.Plan.Case is { } stated ? Set.Sum(stated.Savings.Select(values.Of)) : Set.Zero;

    private Value Room(Value over, FundLine line, Value saving)
    {
        if (line.Plan.Case is not { } stated)
        {
            return Set.Zero;
        }

        var room = line.Ceiling is { } ceiling ? Value.Max(ceiling - line.Last, 0.0) : over;
        room = Value.IfAtMost(values.Of(fund.Hurdle) - SameSaving, saving, room, Set.Zero);
        return fund.Payback is { } payback
            ? Value.IfAtMost(values.Of(stated.Within), values.Of(payback) + SameSaving, room, Set.Zero)
            : room;
    }

    private Value[] ReinvestedShares(FundLine[] lines)
    {
        var named = lines.Where(line => line.Plan.Reinvested).ToArray();
        var last = Set.Sum(named.Select(line => line.Last));
        return [.. lines.Select(line => line.Plan.Reinvested
            ? Value.IfAtMost(last, Set.Zero, Set.Constant(1.0 / named.Length), Value.ShareOf(line.Last, last))
            : Set.Zero)];
    }
}
