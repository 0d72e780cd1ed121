using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>The start of a year: contributions, money and budgets, fund by fund (section 8).</summary>
internal sealed class PlainBudgets
{
    private readonly PlainPlace place;
    private readonly PlainToday today;
    private readonly PlainPrices prices;
    private readonly PlainContracts contracts;
    private readonly PlainDemand demand;
    private readonly PlainRules rules;
    private readonly Dictionary<int, double> first = [];
    private readonly Dictionary<(FundId Pool, OrganisationId Partner), double> firstHeads = [];
    private readonly Dictionary<OrganisationId, double> movedInWindow = [];
    private double[] living = [];

    /// <param name="place">The place under an option.</param>
    /// <param name="today">The opening state.</param>
    /// <param name="contracts">Its contracts.</param>
    /// <param name="opened">
    /// [service] budgets that contributions start from; null in the baseline, which has no earlier arrangement: there they are what
    /// each service would need, before its fund divides its money.
    /// </param>
    public PlainBudgets(PlainPlace place, PlainToday today, PlainContracts contracts, double[]? opened)
    {
        this.place = place;
        this.today = today;
        this.contracts = contracts;
        prices = new(place);
        demand = new(place);
        rules = new(place);
        Opened = opened ?? [.. place.Services.Select((_, j) => First(j))];
    }

    /// <summary>[service] budgets that contributions start from.</summary>
    public double[] Opened { get; private set; }

    /// <summary>[pool][organisation] weights of the pool's first year: by them its risk reserve is paid in and given back.</summary>
    public Dictionary<FundId, double[]> ReserveShares { get; } = [];

    /// <summary>Lets contributions of an arrangement that takes over start from the budgets of the year before.</summary>
    public void Restart(PlainYear before) => Opened = before.Given;

    /// <summary>Starts a year.</summary>
    /// <param name="y">Row of the year.</param>
    /// <param name="people">[cohort] people at its start.</param>
    /// <param name="positions">What organisations have and owe.</param>
    /// <param name="before">The year before; null for the first.</param>
    public PlainYear Open(int y, double[] people, PlainPositions positions, PlainYear? before)
    {
        if (before is not null)
        {
            contracts.Rebase(y, before);
        }

        var year = new PlainYear(place.Services.Count, place.Organisations.Count, place.Funds.Count)
        {
            Y = y,
            Accounts = new(place, y, positions),
        };
        for (var j = 0; j < place.Services.Count; j++)
        {
            year.AtRates[j] = demand.AtRates(j, people);
        }

        living = people;
        Let(year, before);
        var own = place.Organisations.Select((organisation, o) => OwnMoney(year, organisation, o, positions)).ToArray();
        if (y == place.From)
        {
            PayIntoReserves(year, own, positions);
        }

        Contribute(year, own, positions.IsInEmergency);
        for (var o = 0; o < own.Length; o++)
        {
            year.OwnMoney[o] = own[o] - year.Contributions.Sum(pool => pool[o]) - Letting(year, place.OwnFund(o));
        }

        for (var f = 0; f < place.Funds.Count; f++)
        {
            year.Money[f] = Money(year, f);
            Divide(year, f, before);
        }

        return year;
    }

    /// <summary>Lets contracts anew: those that the arrangement changes in the first year, and those whose term ends.</summary>
    private void Let(PlainYear year, PlainYear? before)
    {
        for (var j = 0; j < place.Services.Count; j++)
        {
            var f = place.Payer(j);
            var isNew = year.Y == place.From && place.IsReplaced(place.Services[j].Id);
            if (isNew)
            {
                var today = place.Today.Services[j];
                var broken = place.Today.Governance.ContractOf(today);
                year.Broken[j] = place.Value(broken.BreakCharge, 0.0)
                    * place.Carry(broken.Index ?? today.Cost.Index, place.Horizon.YearAt(0), place.Horizon.YearAt(year.Y));
                var stillToRun = broken.Notice is { } notice ? Math.Max(0, place.Lag(notice) - (year.Y * place.M)) : 0;
                year.Broken[j] += stillToRun * (before?.Given[j] ?? contracts.Notice.Today(j)) / place.M;
                year.BreakCharges[f] += year.Broken[j];
                year.Left[j] = place.Provider(today);
            }

            if (isNew || contracts.TermEnds(j, year.Y))
            {
                year.TransactionCosts[f] += place.Value(place.Contract(j).TransactionCost, 0.0) * prices.Carried(j, 0, year.Y);
            }
        }
    }

    private static double Letting(PlainYear year, int f) => year.BreakCharges[f] + year.TransactionCosts[f];

    private double OwnMoney(PlainYear year, Organisation organisation, int o, PlainPositions positions)
    {
        var support = new PlainSupport(place, organisation.Capitalisation, year.Y, positions.Debt[o]);
        year.Support[o] = support;
        year.Income[o] = organisation.Income.Sum(line => place.At(line.Amount, year.Y));
        year.OtherSpending[o] = organisation.OtherSpending.Sum(line =>
            place.At(line.Amount, year.Y) - (place.At(line.Savings, year.Y, 0.0) * place.Value(line.Delivered, 1.0)));
        year.Planned[o] = place.At(organisation.Reserves?.Planned, year.Y, 0.0);
        foreach (var item in organisation.OneOffs)
        {
            var since = year.Y - (item.Year - place.Horizon.Start);
            var amount = place.Value(item.Amount);
            year.OtherSpending[o] += since == 0 ? amount : 0.0;
            if (item.RepaidOver is { } years)
            {
                year.Planned[o] += since == 0 ? -amount : since > 0 && since <= years ? amount / years : 0.0;
            }
        }

        if (place.Funds[place.OwnFund(o)].StartOfYear.BalancesOver is { } settlement)
        {
            var debtService = support.Repaid + support.Interest + support.IncomeLost;
            var movement = Balanced(year.Y, organisation, settlement, positions.General[o], debtService);
            movedInWindow[organisation.Id] = movedInWindow.GetValueOrDefault(organisation.Id) + movement;
            year.Planned[o] += movement;
        }

        year.Repaid[o] = place.Value(organisation.Repays, PlainPlace.Repays(organisation)) * year.Accounts.Deficit[o];
        return year.Income[o] - year.OtherSpending[o] - year.Planned[o] - year.Repaid[o]
            + support.Planned - support.Repaid - support.Interest - support.IncomeLost - year.Accounts.Carrying[o];
    }

    /// <summary>What goes into reserves so that all years left of a settlement can be spent alike.</summary>
    private double Balanced(int y, Organisation organisation, BalancedYears terms, double general, double debtService)
    {
        var (first, last) = (terms.From - place.Horizon.Start, terms.From - place.Horizon.Start + terms.Years - 1);
        if (y < first || y > last)
        {
            return 0.0;
        }

        var room = Math.Max(0.0, general - place.Value(organisation.Reserves?.Floor, 0.0));
        var use = Math.Min(place.Value(terms.Use, 0.0) + movedInWindow.GetValueOrDefault(organisation.Id), room);
        var left = Enumerable.Range(y, last - y + 1).ToArray();
        var even = (left.Sum(k => Known(k) - debtService) + use) / left.Sum(Rise);
        return Math.Max(Known(y) - debtService - (even * Rise(y)), -room);

        double Rise(int k) => place.Carry(terms.Index, terms.From, place.Horizon.YearAt(k));

        double Known(int k) => organisation.Income.Sum(line => place.At(line.Amount, k))
            - organisation.OtherSpending.Sum(line =>
                place.At(line.Amount, k) - (place.At(line.Savings, k, 0.0) * place.Value(line.Delivered, 1.0)))
            - organisation.OneOffs.Sum(item => place.Value(item.Amount) * Falling(item, k - (item.Year - place.Horizon.Start)));

        static double Falling(OneOff item, int since) => item.RepaidOver is not { } years
            ? (since == 0 ? 1.0 : 0.0)
            : (since > 0 && since <= years ? 1.0 / years : 0.0);
    }

    /// <summary>Risk reserves of pools that start: from general reserves above the floor, the rest from own money.</summary>
    private void PayIntoReserves(PlainYear year, double[] own, PlainPositions positions)
    {
        Contribute(year, own, positions.IsInEmergency);
        for (var f = 0; f < place.Funds.Count; f++)
        {
            if (place.Funds[f].Pool is { } pool && !ReserveShares.ContainsKey(place.Funds[f].Id))
            {
                var shares = PlainWeights.Of(place, pool, year.Contributions[f]);
                ReserveShares.Add(place.Funds[f].Id, shares);
                for (var o = 0; o < shares.Length; o++)
                {
                    year.IntoReserve[f][o] = shares[o] * place.Value(pool.EndOfYear.RiskReserve, 0.0);
                }
            }
        }

        for (var o = 0; o < own.Length; o++)
        {
            var owed = year.IntoReserve.Sum(pool => pool[o]);
            var floor = place.Value(place.Organisations[o].Reserves?.Floor, 0.0);
            var general = positions.General[o] + year.Planned[o] + year.Support[o].IntoReserves + year.Accounts.IntoReserves[o];
            year.FromGeneral[o] = Math.Min(owed, Math.Max(0.0, general - floor));
            own[o] -= owed - year.FromGeneral[o];
        }

        // What was worked out for the weights alone is worked out again, out of what is left.
        foreach (var contributions in year.Contributions)
        {
            Array.Clear(contributions);
        }
    }

    private void Contribute(PlainYear year, double[] own, bool[] isInEmergency)
    {
        foreach (var whole in new[] { false, true })
        {
            for (var f = 0; f < place.Funds.Count; f++)
            {
                foreach (var contribution in place.Funds[f].Pool?.Contributions ?? [])
                {
                    var o = place.OrganisationRow(contribution.Partner);
                    if (whole == (contribution.Follow == Follow.WholeFund))
                    {
                        var agreed = whole
                            ? own[o] - year.Contributions.Sum(pool => pool[o])
                            : Contribution(year, place.Funds[f].Pool!, contribution, o);
                        var due = contribution.CutInEmergency && isInEmergency[o]
                            ? place.Value(place.Organisations[o].EmergencyLevel!) * agreed
                            : agreed;
                        year.Contributions[f][o] = Math.Max(due, place.At(contribution.Minimum, year.Y, double.NegativeInfinity));
                    }
                }
            }
        }
    }

    private double Contribution(PlainYear year, Pool pool, Contribution contribution, int o) =>
        contribution.Follow switch
        {
            Follow.OwnIncome => First(pool, contribution)
                * Growth(
                    year.Income[o],
                    place.Organisations[o].Income.Sum(line => place.At(line.Amount, YearOfFirstIncome(contribution, o)))
                ),
            Follow.Index => First(pool, contribution)
                * place.Carry(contribution.Index, place.Horizon.YearAt(YearOfFirst(contribution)), place.Horizon.YearAt(year.Y)),
            Follow.Amounts => place.At(contribution.Amounts!, year.Y),
            Follow.People => ByHead(year, pool, contribution),
            _ => place.Value(contribution.Share!) * place.At(pool.Total!, year.Y),
        };

    /// <summary>So much for everybody there, in proportion to the first year where that is stated.</summary>
    private double ByHead(PlainYear year, Pool pool, Contribution contribution)
    {
        var terms = contribution.PerPerson!;
        var heads = place.Cohorts.Select((cohort, c) => (People: living[c], Cohort: cohort)).Sum(part =>
            terms.Ages.IsEmpty || terms.Ages.Contains(place.People.Ages[part.Cohort.Age].Id)
                ? terms.Areas.IsEmpty || terms.Areas.Contains(place.People.Areas[part.Cohort.Area])
                    ? part.People * terms.Amounts.Where(amount => amount.Need == place.People.Need[part.Cohort.Need].Id)
                        .Sum(amount => place.Value(amount.Amount))
                    : 0.0
                : 0.0);
        var sum = heads * place.Value(terms.Factor, 1.0)
            * place.Carry(terms.Index, terms.Year ?? place.Horizon.Start, place.Horizon.YearAt(year.Y));
        if (contribution.First is null)
        {
            return sum;
        }

        var key = (place.Funds.First(fund => ReferenceEquals(fund.Pool, pool)).Id, contribution.Partner);
        if (year.Y == place.From)
        {
            firstHeads[key] = sum;
        }

        return place.Value(contribution.First) * Growth(sum, firstHeads[key]);
    }

    private double First(Pool pool, Contribution contribution) => contribution.First is { } stated
        ? place.Value(stated)
        : pool.BroughtIn.Where(brought => brought.Owner == contribution.Partner).Sum(brought => Opened[place.ServiceRow(brought.Service)]);

    /// <summary>The year whose money a contribution starts from: the first of the arrangement where it is stated, else that of the budgets
    /// it follows.</summary>
    private int YearOfFirst(Contribution contribution) => contribution.First is null ? Math.Max(0, place.From - 1) : place.From;

    /// <summary>The year whose income is followed; a body that begins had none before.</summary>
    private int YearOfFirstIncome(Contribution contribution, int o) =>
        place.Organisations[o].Begins ? place.From : YearOfFirst(contribution);

    private static double Growth(double now, double first) => first == 0.0 ? 1.0 : now / first;

    private double Money(PlainYear year, int f)
    {
        if (place.Funds[f].Owner is { } owner)
        {
            return year.OwnMoney[place.OrganisationRow(owner)];
        }

        var pool = place.Funds[f].Pool!;
        year.SetUp[f] = year.Y == place.From ? place.Value(pool.SetUp, 0.0) : 0.0;
        year.Running[f] = place.At(pool.Running, year.Y, 0.0);
        return year.Contributions[f].Sum() - year.SetUp[f] - year.Running[f] - Letting(year, f);
    }

    private void Divide(PlainYear year, int f, PlainYear? before)
    {
        var terms = place.Funds[f].StartOfYear;
        var first = place.Value(terms.Contingency, 0.0) * Math.Max(0.0, year.Money[f]);
        foreach (var j in place.Paid(f).Where(place.IsStatutory))
        {
            year.Budget[j] = before is null ? First(j) : Forecast(year, j, before);
            year.Given[j] = year.Budget[j];
            year.Forecast[f] += year.Budget[j];
        }

        var spenders = place.Paid(f).Where(j => !place.IsStatutory(j)).ToList();
        foreach (var j in spenders)
        {
            year.Last[j] = before is null ? First(j) : before.Given[j] * Uplift(terms, j, year.Y);
        }

        var rest = year.Money[f] - first - year.Forecast[f];
        var reinvested = rules.Reinvested(year, terms.Reinvest, spenders, rest);
        var wanted = rules.Wanted(year, f, spenders, rest - reinvested.Values.Sum(), reinvested, before, First);
        AboveFloors(year, f, spenders, rest, wanted);
        if (terms.Protect is { } protect)
        {
            Protect(year, f, spenders, rest, protect);
        }

        AddNotice(year, f, spenders, rest);
        year.Contingency[f] = first + Math.Max(0.0, rest - spenders.Sum(j => year.Budget[j]));
    }

    private void AboveFloors(PlainYear year, int f, List<int> spenders, double rest, Dictionary<int, double> wanted)
    {
        var floors = spenders.ToDictionary(j => j, j => contracts.Floor(j, year.Y));
        var excess = spenders.ToDictionary(j => j, j => Math.Max(0.0, wanted[j] - floors[j]));
        var room = rest - floors.Values.Sum();
        var share = room >= 0.0 ? Math.Min(1.0, excess.Values.Sum() > 0.0 ? room / excess.Values.Sum() : 1.0) : 0.0;
        foreach (var j in spenders)
        {
            year.Given[j] = floors[j] + (excess[j] * share);
        }

        year.Gap[f] = Math.Max(0.0, -room);
    }

    /// <summary>Raises what the fund protects to its share of the money.</summary>
    private void Protect(PlainYear year, int f, List<int> spenders, double rest, Protection terms)
    {
        var ofClass = terms.Services.Select(place.ServiceRow).ToHashSet();
        var others = spenders.Where(j => !ofClass.Contains(j)).ToDictionary(j => j, j => year.Given[j] - contracts.Floor(j, year.Y));
        if (rest < spenders.Sum(j => contracts.Floor(j, year.Y)))
        {
            return;
        }

        var over = Math.Max(0.0, rest - spenders.Sum(j => year.Given[j]));
        var missing = (place.At(terms.Share, year.Y) * Math.Max(0.0, year.Money[f])) - ofClass.Sum(j => year.Given[j]);
        var left = Math.Min(Math.Max(0.0, missing), over + others.Values.Sum());
        var taken = 0.0;
        var takers = spenders.Where(ofClass.Contains).ToDictionary(j => j, j => year.Given[j]);
        for (var round = takers.Count; round > 0; round--)
        {
            var below = takers.Keys.Where(j => year.Given[j] < Ceiling(j, year.Y)).ToList();
            var weights = below.ToDictionary(j => j, j => takers[j]);
            var sum = weights.Values.Sum();
            var toShare = left;
            foreach (var j in below)
            {
                var part = sum > 0.0 ? weights[j] / sum : 1.0 / below.Count;
                var more = Math.Min(toShare * part, Ceiling(j, year.Y) - year.Given[j]);
                year.Given[j] += more;
                left -= more;
                taken += more;
            }
        }

        var cut = Math.Max(0.0, taken - over);
        foreach (var (j, above) in others)
        {
            year.Given[j] -= cut > 0.0 ? cut * above / others.Values.Sum() : 0.0;
        }
    }

    private double Ceiling(int j, int y) => place.Services[j].Ceiling is { } ceiling ? place.At(ceiling, y) : double.PositiveInfinity;

    /// <summary>What earlier sums cost while their notice runs.</summary>
    private void AddNotice(PlainYear year, int f, List<int> spenders, double rest)
    {
        var owed = 0.0;
        foreach (var j in spenders)
        {
            var beside = contracts.Notice.Beside(j, year.Y, year.Given[j]);
            year.Budget[j] = year.Given[j] + beside;
            owed += beside;
        }

        var over = Math.Max(0.0, rest - spenders.Sum(j => year.Given[j]));
        year.Gap[f] += Math.Max(0.0, owed - over);
    }

    /// <summary>The stated budget, else what the contract would pay for opening activity.</summary>
    private double First(int j)
    {
        // Terms that are agreed anew later do not change what the run opened with.
        if (!first.TryGetValue(j, out var amount))
        {
            amount = place.Value(
                place.Services[j].Budget, contracts.PaymentOfYear(j, 0, today.Activity[j] * place.M, contracts.Costs.HeldToday(j)));
            first.Add(j, amount);
        }

        return amount;
    }

    private double Forecast(PlainYear year, int j, PlainYear before)
    {
        var change = before.AtRates[j] == 0.0 ? 1.0 : year.AtRates[j] / before.AtRates[j];
        return contracts.PaymentOfYear(j, year.Y, before.Activity[j] * change, before.Held[j]);
    }

    private double Uplift(StartOfYear terms, int j, int y) =>
        terms.Uplift is { } uplift ? 1.0 + place.At(uplift, y) : prices.Rise(j, y);
}
