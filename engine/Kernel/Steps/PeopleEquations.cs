namespace SystemSim.Kernel;

/// <summary>How people move, die, grow older, are born and come or go in a step.</summary>
internal sealed class PeopleEquations
{
    private readonly PlanValues values;
    private readonly PeoplePlan people;
    private readonly EquationSet set;
    private readonly (int To, Value Share)[][] moves;

    /// <summary>Turns stated moves into shares of a step.</summary>
    public PeopleEquations(PlanValues values)
    {
        this.values = values;
        people = values.Plan.People;
        set = values.Set;
        moves = [.. people.Cohorts.Select(cohort => cohort.Moves.SelectMany(move => StepShares(move)).ToArray())];
        AtStart = [.. people.Cohorts.Select(cohort => values.Of(cohort.People) * values.Of(cohort.Share))];
    }

    /// <summary>[cohort] people when the run starts.</summary>
    public Value[] AtStart { get; }

    /// <summary>What chances of dying are multiplied by, while that is being fitted; null else.</summary>
    public Variable? DeathScale { get; set; }

    private bool IsByChance => !values.PeopleByChance.IsEmpty;

    /// <summary>The sum of people over cohorts.</summary>
    public Value Total(Value[] stock, IEnumerable<int> cohorts) => set.Sum(cohorts.Select(cohort => stock[cohort]));

    /// <summary>Cohorts of an area.</summary>
    public IEnumerable<int> CohortsOf(int area) =>
        Enumerable.Range(area * people.Widths.Length * people.Needs, people.Widths.Length * people.Needs);

    /// <summary>What chances of dying are multiplied by in a year, as far as that is known.</summary>
    /// <param name="year">The year, counted from the first of the run.</param>
    public Value DeathScaleIn(int year)
    {
        if (people.DeathScale is not { } scale)
        {
            return set.One;
        }

        var row = Enumerable.Range(0, scale.ByChance.Length).Last(row => scale.Years[row] <= year);
        return scale.ByChance[row] > 0.0 ? values.InYear(scale.To, scale.Years[row]) / scale.ByChance[row] : set.One;
    }

    /// <summary>Deaths that chances give in a year on some people, before they are scaled.</summary>
    /// <param name="stock">[cohort] people.</param>
    public Value DeathsByChance(Value[] stock) => set.Sum(people.Cohorts.Select((plan, cohort) => plan.DeathChance is { } chance
        ? stock[cohort] * values.ByYear(chance) / plan.DeathOver
        : set.Zero));

    /// <summary>The flows of a step.</summary>
    /// <param name="stock">[cohort] people when the step starts.</param>
    /// <param name="moving">Multiplier of a cohort's move to a need state.</param>
    /// <param name="dying">Multiplier of a cohort's deaths.</param>
    public PeopleFlows Flows(Value[] stock, Func<int, int, Value> moving, Func<int, Value> dying)
    {
        var count = people.Cohorts.Length;
        var flows = new PeopleFlows
        {
            Next = new Value[count],
            Left = new Value[count],
            ExpectedLeft = new Value[count],
            Deaths = [.. Enumerable.Repeat(set.Zero, people.Areas * people.Widths.Length)],
            Births = [.. Enumerable.Repeat(set.Zero, people.Areas)],
            Migration = [.. Enumerable.Repeat(set.Zero, people.Areas)],
            MoveShares = new Value?[count][],
            Rest = new Value?[count],
            Stock = new Value[count],
            Moved = IsByChance ? new Value[count][] : [],
            Aged = IsByChance ? new Value[count] : [],
        };
        for (var cohort = 0; cohort < count; cohort++)
        {
            // Cohort by cohort, with those it receives from just before: few numbers are then under way at a time.
            foreach (var source in SourcesOf(cohort).Append(cohort).Where(source => flows.MoveShares[source] is null))
            {
                Leave(flows, source, stock[source], moving, dying);
            }

            Arrive(flows, cohort);
            JoinFromOutside(flows, cohort, stock);
        }

        return flows;
    }

    /// <summary>Adds the residual of control totals, once all other flows have been.</summary>
    public void AddResidual(PeopleFlows flows)
    {
        flows.Residual = people.Controls.IsEmpty ? [] : [.. Enumerable.Repeat(set.Zero, flows.Deaths.Length)];
        foreach (var control in people.Controls)
        {
            var share = ResidualShare(control, flows);
            foreach (var cohort in control.Cohorts)
            {
                var residual = flows.Next[cohort] * share;
                flows.Next[cohort] += residual;
                flows.Residual[(people.Cohorts[cohort].Area * people.Widths.Length) + people.Cohorts[cohort].Age] += residual;
            }
        }
    }

    /// <summary>People who make a move in a step, of the cohorts of some areas.</summary>
    public Value Movers(PeopleFlows flows, int from, int to, Func<int, bool> inArea)
    {
        var sum = set.Zero;
        for (var cohort = 0; cohort < people.Cohorts.Length; cohort++)
        {
            var plan = people.Cohorts[cohort];
            if (plan.Need != from || !inArea(plan.Area))
            {
                continue;
            }

            if (flows.MoveShares[cohort][to] is { } share)
            {
                sum = AddMoved(flows, cohort, to, share, sum);
            }

            if (plan.RestTo == to && flows.Rest[cohort] is { } rest)
            {
                sum += rest;
            }
        }

        return sum;
    }

    private static Value AddMoved(PeopleFlows flows, int cohort, int to, Value share, Value sum) => flows.Moved is [_, ..] moved
        ? sum + moved[cohort][to]
        : Value.MultiplyAdd(flows.Stock[cohort], share, sum);

    private void Leave(PeopleFlows flows, int cohort, Value stock, Func<int, int, Value> moving, Func<int, Value> dying)
    {
        var plan = people.Cohorts[cohort];
        var deathShare = DeathShare(cohort, dying);
        var counted = CountedDeaths(cohort, dying);
        var byChance = IsByChance ? new ChanceOfLeaving(set, stock, counted) : null;
        var deaths = (plan.Area * people.Widths.Length) + plan.Age;
        flows.Deaths[deaths] = (byChance is null
            ? Value.MultiplyAdd(stock, deathShare, flows.Deaths[deaths])
            : flows.Deaths[deaths] + byChance.Leave(deathShare, values.PeopleByChance[cohort].Deaths)) + counted;

        var survivors = Value.MultiplySubtract(stock, deathShare, stock) - counted;
        var source = values.Plan.DeathsFirst ? survivors : stock;
        flows.Stock[cohort] = source;
        flows.MoveShares[cohort] = new Value?[people.Needs];
        var leaving = AgeingShare(plan);
        foreach (var (to, share) in moves[cohort].Where(move => move.To != MovePlan.Dead))
        {
            var moved = share * moving(cohort, to);
            flows.MoveShares[cohort][to] = flows.MoveShares[cohort][to] is { } already ? already + moved : moved;
            leaving += moved;
        }

        var left = values.Plan.DeathsFirst
            ? Value.MultiplySubtract(source, leaving, source)
            : Value.MultiplySubtract(source, leaving + deathShare, source) - counted;
        flows.ExpectedLeft[cohort] = left;
        flows.Left[cohort] = byChance is null ? left : MoveByChance(flows, cohort, byChance);
        if (plan.RestTo != MovePlan.Nowhere)
        {
            flows.Rest[cohort] = flows.Left[cohort];
        }
    }

    /// <summary>Moves and ages people by chance, deaths having been.</summary>
    /// <returns>People left.</returns>
    private Value MoveByChance(PeopleFlows flows, int cohort, ChanceOfLeaving byChance)
    {
        var streams = values.PeopleByChance[cohort];
        if (values.Plan.DeathsFirst)
        {
            byChance.StartAgain();
        }

        flows.Moved[cohort] =
        [
            .. flows.MoveShares[cohort].Select((share, to) => share is { } chance ? byChance.Leave(chance, streams.Moves[to]) : set.Zero),
        ];
        flows.Aged[cohort] = byChance.Leave(AgeingShare(people.Cohorts[cohort]), streams.Ageing);
        return byChance.Left;
    }

    private void Arrive(PeopleFlows flows, int cohort)
    {
        var plan = people.Cohorts[cohort];
        var stay = flows.Rest[cohort] is null && !AgesWhole(plan.Age);
        flows.Next[cohort] = SourcesOf(cohort)
            .Aggregate(stay ? flows.Left[cohort] : set.Zero, (next, source) => Arrive(flows, source, plan, next));
    }

    private Value Arrive(PeopleFlows flows, int source, CohortPlan to, Value next)
    {
        var from = people.Cohorts[source];
        if (from.Age != to.Age && !AgesWhole(from.Age))
        {
            return IsByChance ? next + flows.Aged[source] : Value.MultiplyAdd(flows.Stock[source], AgeingShare(from), next);
        }

        if (from.Need == to.Need)
        {
            return flows.Rest[source] is null ? next + flows.Left[source] : next;
        }

        if (flows.MoveShares[source][to.Need] is { } share)
        {
            next = AddMoved(flows, source, to.Need, share, next);
        }

        return from.RestTo == to.Need && flows.Rest[source] is { } rest ? next + rest : next;
    }

    /// <summary>The residual of a step as a share of each stock: fitted, or, while it is being fitted, what the total asks for.</summary>
    private Value ResidualShare(ControlPlan control, PeopleFlows flows)
    {
        if (!control.Shares.IsEmpty || control.Totals.IsEmpty)
        {
            return control.Shares.IsEmpty ? set.Zero : set.ByStep(control.Shares);
        }

        var (there, total) = (Total(flows.Next, control.Cohorts), set.ByStep(control.Totals));
        var share = Value.IfAtMost(there, set.Zero, set.Zero, (total / there) - 1.0);
        return Value.IfAtMost(set.Zero, total, share, set.Zero);
    }

    /// <summary>
    /// Cohorts from which people come: those of the same age that move or send their rest here, and the younger one. Where all of the
    /// younger age grow older in a step, they move into this one.
    /// </summary>
    private IEnumerable<int> SourcesOf(int cohort)
    {
        var plan = people.Cohorts[cohort];
        if (plan.Age > 0)
        {
            yield return people.Cohort(plan.Area, plan.Age - 1, plan.Need);
        }

        var comeFrom = new[] { plan.Age - 1, plan.Age }.Where(age => age == plan.Age ? !AgesWhole(age) : age >= 0 && AgesWhole(age));
        foreach (
            var source in from age in comeFrom
                          from need in Enumerable.Range(0, people.Needs)
                          select people.Cohort(plan.Area, age, need)
        )
        {
            var (from, leads) = (people.Cohorts[source], moves[source].Any(move => move.To == plan.Need));
            if (from.Need != plan.Need && (from.RestTo == plan.Need || leads))
            {
                yield return source;
            }
        }
    }

    /// <summary>Whether a step is as long as a band is wide, so that all of it grow older in one: then they do so after their deaths and
    /// moves.</summary>
    private bool AgesWhole(int age) => people.Widths[age] * values.Plan.StepsPerYear == 1;

    private void JoinFromOutside(PeopleFlows flows, int cohort, Value[] stock)
    {
        var plan = people.Cohorts[cohort];
        if (plan.BirthShare is { } birth)
        {
            var born = FromOutside(people.Births!, people.BirthsAreRate, birth, plan.Area, stock);
            born = IsByChance ? Value.Poisson(born, set.Uniform(values.PeopleByChance[cohort].Births)) : born;
            flows.Births[plan.Area] += born;
            flows.Next[cohort] += born;
        }

        if (plan.MigrationShare is { } migration)
        {
            var moved = FromOutside(people.Migration!, people.MigrationIsRate, migration, plan.Area, stock);
            flows.Migration[plan.Area] += moved;
            flows.Next[cohort] += moved;
        }
    }

    private Value FromOutside(PathPlan path, bool isRate, SharePlan share, int area, Value[] stock)
    {
        var aStep = values.ByYear(path) / values.StepsPerYear;
        var spread = values.Of(share.Age) * values.Of(share.Need);
        return isRate
            ? aStep * spread * Total(stock, CohortsOf(area))
            : aStep * (AreaShare(share, area) * spread);
    }

    private Value AreaShare(SharePlan share, int area) =>
        share.Area is { } stated
            ? values.Of(stated)
            : Value.ShareOf(Total(AtStart, CohortsOf(area)), Total(AtStart, Enumerable.Range(0, people.Cohorts.Length)));

    private Value AgeingShare(CohortPlan plan) =>
        people.Widths[plan.Age] == 0 || AgesWhole(plan.Age)
            ? set.Zero
            : set.Constant(1.0 / (people.Widths[plan.Age] * values.StepsPerYear));

    private Value DeathShare(int cohort, Func<int, Value> dying)
    {
        var plan = people.Cohorts[cohort];
        var share = set.Sum(moves[cohort].Where(move => move.To == MovePlan.Dead).Select(move => move.Share));
        if (plan.DeathChance is { } chance)
        {
            var step = values.StepAsPartOf(plan.DeathOver);
            share += DeathScale is { } scale
                ? Value.OneMinusPower(values.ByYear(chance) * scale.Now, step)
                : values.ByYear(year => Value.OneMinusPower(values.InYear(chance, year) * DeathScaleIn(year), step));
        }

        return share * dying(cohort);
    }

    private Value CountedDeaths(int cohort, Func<int, Value> dying)
    {
        var plan = people.Cohorts[cohort];
        return plan.DeathShare is { } share
            ? values.ByYear(people.DeathCount!) / values.StepsPerYear
                * (AreaShare(share, plan.Area) * (values.Of(share.Age) * values.Of(share.Need))) * dying(cohort)
            : set.Zero;
    }

    /// <summary>The step's share of each destination, converted as a whole.</summary>
    private IEnumerable<(int To, Value Share)> StepShares(MovePlan move)
    {
        var years = Enumerable.Range(0, values.Plan.Years).Select(year => StepShares(move, year)).ToArray();
        return move.Entries.Select((entry, row) => (entry.To, values.ByYear(year => years[year][row])));
    }

    private Value[] StepShares(MovePlan move, int year)
    {
        var stated = move.Entries.Select(entry => Stated(entry, year)).ToArray();
        if (move.AreRates)
        {
            return [.. stated.Select(rate => Value.OneMinusExp(rate / values.StepsPerYear))];
        }

        if (move.HasRest || values.StepAsPartOf(move.Over) == 1.0)
        {
            return stated;
        }

        var total = set.Sum(stated);
        var leaving = Value.OneMinusPower(total, values.StepAsPartOf(move.Over));
        return [.. stated.Select(chance => leaving * Value.ShareOf(chance, total))];
    }

    private Value Stated(MoveEntryPlan entry, int year)
    {
        var value = values.InYear(entry.Value, year);
        return entry.OutOf.IsEmpty ? value : value / set.Sum(entry.OutOf.Select(count => values.InYear(count, year)));
    }
}
