namespace SystemSim.Kernel;

/// <summary>How a fund divides the money of a year.</summary>
internal sealed class BudgetEquations(PlanValues values, FundPlan fund)
{
    private const double SameSaving = 1e-9;

    private EquationSet Set => values.Set;

    /// <summary>Divides a fund's money.</summary>
    /// <param name="money">Money of the year.</param>
    /// <param name="forecast">Forecast of the statutory services, which comes first.</param>
    /// <param name="ofClass">What of the forecast is of services of the class that is protected.</param>
    /// <param name="lines">The discretionary services.</param>
    public FundBudget Divide(Value money, Value forecast, Value ofClass, FundLine[] lines)
    {
        var contingency = values.Of(fund.Contingency) * Value.Max(money, 0.0);
        var rest = money - contingency - forecast;
        var last = Set.Sum(lines.Select(line => line.Last));
        var surplus = values.Of(fund.Reinvest) * Value.Max(rest - last, 0.0);
        var reinvested = ReinvestedShares(lines).Select(share => surplus * share).ToArray();
        var wanted = Wanted(Value.Max(rest - surplus, 0.0), last, reinvested, lines).Zip(reinvested, (want, more) => want + more).ToArray();

        var floors = Set.Sum(lines.Select(line => line.Floor));
        var room = rest - floors;
        var excess = wanted.Zip(lines, (want, line) => Value.Max(want - line.Floor, 0.0)).ToArray();
        var part = Value.Min(Value.ShareOf(Value.Max(room, 0.0), Set.Sum(excess)), 1.0);
        var given = excess.Zip(lines, (above, line) => Value.MultiplyAdd(above, part, line.Floor)).ToArray();
        if (fund.Protect is { } protect)
        {
            var target = values.ByYear(protect.Share) * Value.Max(money, 0.0);
            given = new ProtectionEquations(values, lines).Raise(target, ofClass, rest, given);
        }

        var beside = lines.Select((line, row) => line.Beside?.Invoke(given[row]) ?? Set.Zero).ToArray();
        var over = Value.Max(rest - Set.Sum(given), 0.0);
        var owed = Set.Sum(beside);
        return new FundBudget(
            [.. given.Zip(beside, (sum, more) => sum + more)],
            given,
            contingency + (owed.Is(0.0) ? over : Value.Max(over - owed, 0.0)),
            Value.Max(floors - rest, 0.0) + Value.Max(owed - over, 0.0));
    }

    private Value[] Wanted(Value left, Value last, Value[] reinvested, FundLine[] lines)
    {
        switch (fund.Rule)
        {
            case RuleKind.FixedShares:
                var opening = Set.Sum(lines.Select(line => line.Opening));
                return
                [
                    .. lines.Select(line =>
                        left * (line.Plan.Share is { } share ? values.Of(share) : Value.ShareOf(line.Opening, opening))
                    ),
                ];
            case RuleKind.Pressure:
                return Pressed(left, lines);
            case RuleKind.Plan:
                return [.. lines.Select(line => values.ByYear(line.Plan.Amount!))];
            case RuleKind.BusinessCase:
                return WithBusinessCases(Value.Max(left - last, 0.0), reinvested, lines);
            default:
                return [.. lines.Select(line => line.Last)];
        }
    }

    private Value[] Pressed(Value left, FundLine[] lines)
    {
        var old = Set.Sum(lines.Select(line => line.Old));
        var pressed = lines.Select(line => Value.ShareOf(line.Old, old)
            * (1.0 + (values.Of(fund.Pace) * values.Of(line.Plan.Value) * line.NotSeen))).ToArray();
        var total = Set.Sum(pressed);
        return [.. pressed.Select(share => Value.ShareOf(share, total) * left)];
    }

    /// <summary>
    /// The better cases take their room first, so a case gets what is over less the room of all better ones. Cases that save alike share in
    /// proportion to their room; one without a ceiling leaves nothing to those that have one.
    /// </summary>
    private Value[] WithBusinessCases(Value over, Value[] reinvested, FundLine[] lines)
    {
        var savings = lines.Select(Saving).ToArray();
        var isWorthIt = lines.Select((line, row) => IsWorthIt(line, savings[row])).ToArray();
        var rooms = lines.Select((line, row) => line.Ceiling is { } ceiling
            ? isWorthIt[row] * Value.Max(ceiling - line.Last - reinvested[row], 0.0)
            : Set.Zero).ToArray();
        var unbounded = lines.Select((line, row) => line.Ceiling is null ? isWorthIt[row] : Set.Zero).ToArray();
        return [.. lines.Select((line, row) => line.Last + Extra(over, row, savings, rooms, unbounded))];
    }

    private Value Extra(Value over, int row, Value[] savings, Value[] rooms, Value[] unbounded)
    {
        var (better, alikeRoom, alikeUnbounded) = (Set.Zero, Set.Zero, Set.Zero);
        for (var other = 0; other < savings.Length; other++)
        {
            var difference = savings[other] - savings[row];
            var margin = Set.Constant(SameSaving);
            better += Value.IfAbove(difference, margin, rooms[other] + (unbounded[other] * over), Set.Zero);
            var isAlike = Value.IfAtMost(Value.Max(difference, Set.Zero - difference), margin, Set.One, Set.Zero);
            alikeRoom += isAlike * rooms[other];
            alikeUnbounded += isAlike * unbounded[other];
        }

        var left = Value.Max(over - better, 0.0);
        var bounded = Value.Min(left, alikeRoom) * Value.ShareOf(rooms[row], alikeRoom);
        return Value.IfAbove(alikeUnbounded, Set.Zero, left * Value.ShareOf(unbounded[row], alikeUnbounded), bounded);
    }

    private Value Saving(FundLine line) => line.Plan.Case is { } stated ? Set.Sum(stated.Savings.Select(values.Of)) : Set.Zero;

    /// <summary>1 for a case that saves enough, soon enough; else 0.</summary>
    private Value IsWorthIt(FundLine line, Value saving)
    {
        if (line.Plan.Case is not { } stated)
        {
            return Set.Zero;
        }

        var savesEnough = Value.IfAtMost(values.Of(fund.Hurdle) - SameSaving, saving, Set.One, Set.Zero);
        return fund.Payback is { } payback
            ? Value.IfAtMost(values.Of(stated.Within), values.Of(payback), savesEnough, Set.Zero)
            : savesEnough;
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
