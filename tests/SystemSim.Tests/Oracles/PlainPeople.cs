using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>How people move, age, die, are born and migrate (section 3).</summary>
internal sealed class PlainPeople
{
    private readonly PlainPlace place;
    private readonly (int Area, int Age, int Need)[] cohorts;
    private readonly Dictionary<int, PlainChances[]> chancesByYear = [];

    public PlainPeople(PlainPlace place)
    {
        this.place = place;
        cohorts = [.. place.Cohorts];
        Opening = [.. cohorts.Select(Start)];
        Scale = new(place, Opening);
    }

    /// <summary>[cohort] people at the start of the run.</summary>
    public double[] Opening { get; }

    /// <summary>What chances of dying are multiplied by: by itself that of the first year.</summary>
    public PlainDeathScale Scale { get; init; }

    /// <summary>Chances of every cohort in a step of a year.</summary>
    public PlainChances[] Chances(int y)
    {
        if (!chancesByYear.TryGetValue(y, out var chances))
        {
            chances = [.. cohorts.Select(cohort => Chances(cohort, y))];
            chancesByYear[y] = chances;
        }

        return chances;
    }

    /// <summary>One step of everyone.</summary>
    /// <param name="people">[cohort] people at the start of the step.</param>
    /// <param name="y">Row of the year.</param>
    /// <param name="onMoves">Multiplier of the move of a cohort to a need state.</param>
    /// <param name="onDeaths">Multiplier of the deaths of a cohort.</param>
    /// <param name="byChance">Chance of the step; null where everybody does as expected.</param>
    public PlainFlows Step(
        double[] people, int y, Func<int, int, double> onMoves, Func<int, double> onDeaths, (PlainChance Chance, int T)? byChance = null)
    {
        var dead = Each(c => onDeaths(c) * ((people[c] * Chances(y)[c].Dead) + CountedDeaths(c, y)));
        var stock = Each(c => place.Horizon.Flows == FlowOrder.DeathsFirst ? people[c] - dead[c] : people[c]);
        var older = Each(c =>
            AgesWhole(c) ? 0.0
            : place.People.Ages[cohorts[c].Age].Width is { } width ? stock[c] / (width * (double)place.M)
            : 0.0
        );
        var moves = cohorts
            .Select((_, c) => Chances(y)[c].Moves.Select((q, to) => q == 0.0 ? 0.0 : stock[c] * q * onMoves(c, to)).ToArray())
            .ToArray();
        var births = Each(c => Joining(place.People.Births, people, c, y));
        var migration = Each(c => Joining(place.People.Migration, people, c, y));

        for (var c = 0; c < cohorts.Length; c++)
        {
            CheckOutflows(c, people[c] - dead[c] - moves[c].Sum() - older[c]);
        }

        if (byChance is var (chance, t))
        {
            for (var c = 0; c < cohorts.Length; c++)
            {
                (dead[c], older[c]) = Leave(
                    c,
                    people[c],
                    onDeaths(c) * CountedDeaths(c, y),
                    dead[c],
                    moves[c],
                    older[c],
                    stock[c],
                    chance,
                    t
                );
                births[c] = chance.Poisson(births[c], $"chance/births/{PathOf(c)}", t);
            }
        }

        // Who stays is worked out before the rest goes: a cohort that sends its rest away is left empty to the last bit.
        var staying = Each(c => people[c] - dead[c] - moves[c].Sum() - older[c]);
        var closing = new double[cohorts.Length];
        for (var c = 0; c < cohorts.Length; c++)
        {
            if (Chances(y)[c].Rest is { } rest)
            {
                moves[c][rest] += staying[c];
            }
            else
            {
                closing[AgesWhole(c) ? place.People.Cohort(cohorts[c].Area, cohorts[c].Age + 1, cohorts[c].Need) : c] += staying[c];
            }
        }

        for (var c = 0; c < cohorts.Length; c++)
        {
            closing[c] += births[c] + migration[c];
            AddMovers(closing, c, moves[c], older[c]);
        }

        return new() { Dead = dead, Moves = moves, Older = older, Births = births, Migration = migration, Closing = closing };
    }

    /// <summary>Who leaves by chance: whole people one way out after the other, and what is over as expected.</summary>
    /// <param name="c">Cohort.</param>
    /// <param name="people">People at the start of the step.</param>
    /// <param name="counted">Deaths by count.</param>
    /// <param name="dead">Expected deaths, those by count among them.</param>
    /// <param name="moves">[need state moved to] expected movers; those by chance when it returns.</param>
    /// <param name="older">Expected to grow older.</param>
    /// <param name="stock">People of whom movers are shares.</param>
    /// <param name="chance">Chance of the draw.</param>
    /// <param name="t">The step.</param>
    private (double Dead, double Older) Leave(
        int c, double people, double counted, double dead, double[] moves, double older, double stock, PlainChance chance, int t)
    {
        var exposed = people - counted;
        var whole = Math.Max(0.0, Math.Floor(exposed + 1e-9));
        var over = exposed - whole;
        var before = 0.0;
        var deaths = counted + Gone(dead - counted, exposed, "deaths", "");
        if (place.Horizon.Flows == FlowOrder.DeathsFirst)
        {
            over = stock / exposed * over;
            before = 0.0;
            exposed = stock;
        }

        for (var to = 0; to < moves.Length; to++)
        {
            moves[to] = Gone(moves[to], exposed, "moves", $"/{place.People.Need[to].Id}");
        }

        return (deaths, Gone(older, exposed, "ageing", ""));

        double Gone(double expected, double of, string what, string where)
        {
            if (expected == 0.0)
            {
                return 0.0;
            }

            var share = expected / of;
            var gone = chance.Binomial(whole, share / (1.0 - before), $"chance/{what}/{PathOf(c)}{where}", t);
            whole -= gone;
            before += share;
            return gone + (over * share);
        }
    }

    private string PathOf(int c) =>
        $"{place.People.Areas[cohorts[c].Area]}/{place.People.Ages[cohorts[c].Age].Id}/{place.People.Need[cohorts[c].Need].Id}";

    private void AddMovers(double[] closing, int c, double[] moves, double older)
    {
        var (area, age, _) = cohorts[c];
        for (var to = 0; to < moves.Length; to++)
        {
            closing[place.People.Cohort(area, AgesWhole(c) ? age + 1 : age, to)] += moves[to];
        }

        if (age + 1 < place.People.Ages.Length)
        {
            closing[place.People.Cohort(area, age + 1, cohorts[c].Need)] += older;
        }
    }

    /// <summary>Whether all of a cohort's age grow older in one step.</summary>
    private bool AgesWhole(int c) => place.M == 1 && place.People.Ages[cohorts[c].Age].Width == 1;

    private void CheckOutflows(int c, double staying)
    {
        if (staying < -1e-9 * Opening.Sum())
        {
            throw new PlainEngineException($"{-staying} people too many leave {NameOf(c)}.");
        }
    }

    private string NameOf(int c) =>
        $"{place.People.Areas[cohorts[c].Area]}|{place.People.Ages[cohorts[c].Age].Id}|{place.People.Need[cohorts[c].Need].Id}";

    private double[] Each(Func<int, double> value) => [.. cohorts.Select((_, c) => value(c))];

    private double Start((int Area, int Age, int Need) cohort)
    {
        var start = place.People.Start[(cohort.Area * place.People.Ages.Length) + cohort.Age];
        return place.Value(start.People) * place.Value(start.Need[cohort.Need]);
    }

    private PlainChances Chances((int Area, int Age, int Need) cohort, int y)
    {
        var rows = place.People.Moves.Where(row => Concerns(row, cohort)).ToList();
        var from = place.People.Need[cohort.Need].Id;
        var moves = new double[place.People.Need.Length];
        var dead = OwnDeathChance(cohort, y);

        void Add(NeedStateId? to, double chance)
        {
            if (to is { } state)
            {
                moves[place.NeedRow(state)] += chance;
            }
            else
            {
                dead += chance;
            }
        }

        foreach (var entry in rows.Where(row => row.Kind == MoveKind.Rate).SelectMany(row => row.Entries))
        {
            Add(entry.To, PlainMath.ShareAtRate(place.At(entry.Value, y) / place.M));
        }

        foreach (var sameTime in rows.Where(row => row.Kind != MoveKind.Rate).GroupBy(row => row.Over))
        {
            var stated = sameTime.SelectMany(row => StatedChances(row, y)).ToList();
            var sendsRest = sameTime.Any(row => row.Rest is { } to && to != from && row.Entries.Length > 0);
            var factor = Conversion(stated.Sum(entry => entry.Chance), sameTime.Key, sendsRest, from);
            stated.ForEach(entry => Add(entry.To, entry.Chance * factor));
        }

        var rest = rows.Select(row => row.Rest).FirstOrDefault(to => to is { } state && state != from);
        return new(moves, dead, rest is { } named ? place.NeedRow(named) : null);
    }

    private bool Concerns(MoveRow row, (int Area, int Age, int Need) cohort) =>
        row.From == place.People.Need[cohort.Need].Id
        && (row.Ages.IsEmpty || row.Ages.Contains(place.People.Ages[cohort.Age].Id))
        && (row.Areas.IsEmpty || row.Areas.Contains(place.People.Areas[cohort.Area]));

    private IEnumerable<(NeedStateId? To, double Chance)> StatedChances(MoveRow row, int y)
    {
        var total = row.Kind == MoveKind.Count ? row.Entries.Sum(entry => place.At(entry.Value, y)) : 1.0;
        return row.Entries.Where(entry => entry.To != row.From)
            .Select(entry => (entry.To, total == 0.0 ? 0.0 : place.At(entry.Value, y) / total));
    }

    /// <summary>What the chances of one time are multiplied by to become those of a step.</summary>
    private double Conversion(double total, double over, bool sendsRest, NeedStateId from)
    {
        if (total > 1.0 + 1e-9)
        {
            throw new PlainEngineException($"the chances of leaving {from} add up to {total}.");
        }

        if (sendsRest || total == 0.0 || place.M * over == 1.0)
        {
            return 1.0;
        }

        return PlainMath.ShareLeaving(total, 1.0 / (place.M * over)) / total;
    }

    private double OwnDeathChance((int Area, int Age, int Need) cohort, int y)
    {
        if (place.People.Deaths is not { } deaths || deaths.Chances.IsEmpty)
        {
            return 0.0;
        }

        var p = Scale.In(y) * StatedDeathChance(cohort, y);
        if (p > 1.0 + 1e-9)
        {
            throw new PlainEngineException($"a chance of dying is {p}.");
        }

        return place.M * deaths.Over == 1.0 ? p : PlainMath.ShareLeaving(p, 1.0 / (place.M * deaths.Over));
    }

    private double StatedDeathChance((int Area, int Age, int Need) cohort, int y) =>
        place.At(place.People.Deaths!.Chances[(cohort.Age * place.People.Need.Length) + cohort.Need], y);

    private double CountedDeaths(int c, int y) =>
        place.People.Deaths is { Count: { } count, Shares: { } shares }
            ? place.At(count, y) / place.M * AreaShare(shares, cohorts[c].Area) * AgeAndNeedShare(shares, c)
            : 0.0;

    private double Joining(PopulationFlow? flow, double[] people, int c, int y)
    {
        if (flow is null)
        {
            return 0.0;
        }

        var area = cohorts[c].Area;
        var weight = flow.IsRate ? InArea(people, area) : AreaShare(flow.Shares, area);
        return place.At(flow.Value, y) / place.M * weight * AgeAndNeedShare(flow.Shares, c);
    }

    private double AgeAndNeedShare(CohortShares shares, int c) =>
        place.Value(shares.Ages[cohorts[c].Age]) * place.Value(shares.Need[cohorts[c].Need]);

    private double AreaShare(CohortShares shares, int area) =>
        shares.Areas.IsEmpty ? InArea(Opening, area) / Opening.Sum() : place.Value(shares.Areas[area]);

    private double InArea(double[] people, int area) => people.Where((_, c) => cohorts[c].Area == area).Sum();
}
