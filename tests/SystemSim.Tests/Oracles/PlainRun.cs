using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>One option, step by step (section 2).</summary>
internal sealed class PlainRun
{
    private readonly PlainPlace place;
    private readonly ChangeOfArrangement? change;
    private readonly Place after;
    private readonly PlainToday today;
    private readonly PlainPeople people;
    private readonly PlainEffects effects;
    private readonly PlainLevels levels;
    private readonly PlainContracts contracts;
    private readonly PlainServices services;
    private readonly PlainHarm harm;
    private readonly PlainBudgets budgets;
    private readonly PlainInYear inYear;
    private readonly PlainPositions positions;
    private readonly PlainChecks checks;
    private readonly PlainRecorder recorder;
    private readonly PlainResidual residual;
    private readonly PlainChance? chance;
    private readonly List<double[]> closing = [];
    private readonly Dictionary<FundId, double[]> paidIn = [];
    private readonly PlainResult result = new();
    private PlainSuccession? succession;
    private double[] living;
    private double[][] movers;

    public PlainRun(
        Scenario scenario,
        Option option,
        PlainToday today,
        PlainOpening? opening,
        PlainDeathScale scale,
        PlainResidual residual,
        PlainChance? chance = null
    )
    {
        this.chance = chance;
        this.residual = residual;
        this.today = today;
        change = option.Change;
        place = new(scenario, change?.Before ?? option.Place);
        after = option.Place;
        people = new(place) { Scale = scale };
        effects = new(place);
        levels = new(place, effects, today);
        contracts = new(place, today, opening?.Given);
        services = new(place, today, contracts, chance);
        harm = new(place, today, people.Opening);
        budgets = new(place, today, contracts, opening?.Opened);
        inYear = new(place, contracts);
        positions = new(place);
        checks = new(place, people.Opening.Sum());
        recorder = new(place, result);
        living = people.Opening;
        movers = today.Movers;
    }

    /// <summary>[step] people when it has ended, by cohort.</summary>
    public IReadOnlyList<double[]> ClosingPeople => closing;

    public PlainResult Run()
    {
        PlainYear? year = null;
        var firstBudgets = new double[place.Services.Count];
        for (var y = 0; y < place.Horizon.Years; y++)
        {
            if (year is not null && place.Horizon.YearAt(y) == change?.From)
            {
                Change(year, y);
            }

            people.Scale.StartYear(y, living);
            year = budgets.Open(y, living, positions, year);
            contracts.StartYear(year, firstBudgets);
            var ledger = new PlainLedger();
            for (var s = 0; s < place.M; s++)
            {
                Step(year, s, ledger);
            }

            EndYear(year, ledger);
        }

        return result;
    }

    /// <summary>Another arrangement takes over: what is remembered goes on, but contracts that it replaces and contributions start
    /// afresh.</summary>
    private void Change(PlainYear before, int y)
    {
        var held = place.Funds.Select((fund, f) => (fund.Id, Held: positions.RiskReserve[f])).ToDictionary();
        place.Enter(after, y);
        positions.Enter([.. place.Funds.Select(fund => held.GetValueOrDefault(fund.Id))]);
        succession = new(place, positions, y);
        contracts.Enter(y);
        services.Enter();
        if (place.From == y)
        {
            budgets.Restart(before);
        }
    }

    private void Step(PlainYear year, int s, PlainLedger ledger)
    {
        var y = year.Y;
        var t = (y * place.M) + s;
        contracts.StartStep(t);
        var multipliers = effects.Multipliers(effects.CoverageNow(levels.At(t), living, y), t, today.FromToday);
        var money = inYear.StepBudgets(year, s, positions);
        var (atStart, before) = (living, services.Waiting);
        PlainFlows flows;
        PlainServiceStep step;
        if (place.Horizon.Counting == Counting.Start)
        {
            step = services.Step(year, s, living, movers, multipliers, money, HarmBefore);
            harm.Miss(step.Left);
            flows = Move(y, t, multipliers, step.Waiting);
        }
        else
        {
            flows = Move(y, t, multipliers, before);
            step = services.Step(year, s, Counted(flows), flows.Moves, multipliers, money, HarmBefore);
            harm.Miss(step.Left);
        }

        harm.Come(step.Arrivals);

        PlainChecks.Lists(services.Waiting, step);
        checks.People(living, flows);
        inYear.Pay(year, s, step, money, ledger);
        inYear.GiveNotice(year, positions);
        if (s == place.M - 1)
        {
            inYear.SettleAlliances(year, s, ledger);
        }

        recorder.People(y, s, flows, Counted(flows), multipliers);
        levels.Update(step, living);
        var capacity = services.Capacity;
        services.Update(step, (t + 1) / place.M);
        contracts.EndStep();
        PlainChecks.NotNegative(services, year, step);
        recorder.Services(y, s, step, services, capacity);
        recorder.Costs(y, s, step, ledger);
        living = flows.Closing;
        closing.Add(living);
        movers = flows.Moves;

        double HarmBefore(Target target, int c) => harm.Of(target, before, atStart, c);
    }

    private PlainFlows Move(int y, int t, PlainMultipliers multipliers, double[] waiting)
    {
        var death = new Target.Death();
        var flows = people.Step(
            living,
            y,
            (c, to) =>
            {
                var move = new Target.Move(place.People.Need[c % place.People.Need.Length].Id, place.People.Need[to].Id);
                return multipliers.Of(move, c) * harm.Of(move, waiting, living, c);
            },
            c => multipliers.Of(death, c) * harm.Of(death, waiting, living, c),
            chance is { OfPeople: true } ? (chance, t) : null);
        var added = residual.Of(t, flows.Closing);
        return flows with { Residual = added, Closing = [.. flows.Closing.Zip(added, (people, more) => people + more)] };
    }

    private double[] Counted(PlainFlows flows) => place.Horizon.Counting switch
    {
        Counting.Start => living,
        Counting.End => flows.Closing,
        _ => [.. living.Zip(flows.Closing, (first, last) => (first + last) / 2.0)],
    };

    private void EndYear(PlainYear year, PlainLedger ledger)
    {
        var opening = positions.Copy();
        var ending = place.Horizon.YearAt(year.Y + 1) == change?.From
            ? place.Funds.Where(fund => after.Governance.Funds.All(known => known.Id != fund.Id)).Select(fund => fund.Id).ToHashSet()
            : [];
        var settlement = new PlainSettlement(place, year, positions, ledger, budgets.ReserveShares, ending)
        {
            PaidIn = paidIn,
            Leaving = place.Horizon.YearAt(year.Y + 1),
        };
        settlement.Settle();
        checks.Money(opening, positions, ledger);
        recorder.Year(year, settlement, positions);
        recorder.Succession(year.Y, place.From == year.Y ? succession : null);
    }
}
