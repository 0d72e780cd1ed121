using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>The end of a year: ring-fences, risk shares, reserves and deficits (section 9).</summary>
internal sealed class PlainSettlement
{
    private const double HalfAPenny = 0.005;
    private readonly PlainPlace place;
    private readonly PlainYear year;
    private readonly PlainPositions positions;
    private readonly PlainLedger ledger;
    private readonly Dictionary<FundId, double[]> reserveShares;
    private readonly HashSet<FundId> ending;

    /// <param name="place">The place under the arrangement in force.</param>
    /// <param name="year">The year.</param>
    /// <param name="positions">What organisations and pools have; brought up to date.</param>
    /// <param name="ledger">Takes the postings.</param>
    /// <param name="reserveShares">[pool][organisation] weights by which risk reserves are given back.</param>
    /// <param name="ending">Pools that end with the year.</param>
    public PlainSettlement(
        PlainPlace place,
        PlainYear year,
        PlainPositions positions,
        PlainLedger ledger,
        Dictionary<FundId, double[]> reserveShares,
        HashSet<FundId> ending
    )
    {
        this.reserveShares = reserveShares;
        this.ending = ending;
        this.place = place;
        this.year = year;
        this.positions = positions;
        this.ledger = ledger;
        RingFence = ByFundAndOrganisation();
        Risk = ByFundAndOrganisation();
        Shared = ByFundAndOrganisation();
        Back = ByFundAndOrganisation();
        ReturnedByPool = new double[place.Funds.Count];
        Surplus = [.. place.Organisations.Select((_, o) => ProviderSurplus(o))];
        Returned = new double[place.Organisations.Count];
    }

    /// <summary>[pool][organisation] what each has put into what pools hold, brought up to date.</summary>
    public required Dictionary<FundId, double[]> PaidIn { get; init; }

    /// <summary>The next year: who leaves a pool in it is given its part of what that holds.</summary>
    public required FinancialYear Leaving { get; init; }

    /// <summary>[fund][organisation] settlements of ring-fenced services, to the owner.</summary>
    public double[][] RingFence { get; }

    /// <summary>[fund][organisation] shares of overspends, to the pool.</summary>
    public double[][] Risk { get; }

    /// <summary>[fund][organisation] shares of underspends, to the organisation.</summary>
    public double[][] Shared { get; }

    /// <summary>[fund][organisation] what a pool that ends gives back.</summary>
    public double[][] Back { get; }

    /// <summary>[fund] what leaves the place from a pool.</summary>
    public double[] ReturnedByPool { get; }

    /// <summary>[organisation] what leaves the place.</summary>
    public double[] Returned { get; }

    /// <summary>[organisation] payments, charges and break charges less cost of what it provides.</summary>
    public double[] Surplus { get; }

    /// <summary>Settles the year; positions are brought up to date.</summary>
    public void Settle()
    {
        for (var f = 0; f < place.Funds.Count; f++)
        {
            if (place.Funds[f].Pool is { } pool)
            {
                SettlePool(f, pool);
            }
        }

        foreach (var o in Enumerable.Range(0, place.Organisations.Count).OrderBy(o => place.Organisations[o].Account is null ? 1 : 0))
        {
            SettleOrganisation(o);
        }

        PostLetting();
    }

    /// <summary>What an organisation spent: its own payments and the letting of its contracts, and what it gave to pools less what came
    /// back.</summary>
    public double Spend(int o) => year.Support[o].Interest + year.Accounts.Carrying[o]
        + OwnPayments(o) + Letting(o) + year.Contributions.Sum(pool => pool[o])
        + Risk.Sum(pool => pool[o]) - Shared.Sum(pool => pool[o]) - RingFence.Sum(pool => pool[o]);

    /// <summary>What its own fund pays for letting contracts and for breaking them.</summary>
    private double Letting(int o) => Enumerable.Range(0, place.Funds.Count)
        .Where(f => place.Funds[f].Owner == place.Organisations[o].Id).Sum(f => year.BreakCharges[f] + year.TransactionCosts[f]);

    private double[][] ByFundAndOrganisation() => [.. place.Funds.Select(_ => new double[place.Organisations.Count])];

    private void SettlePool(int f, Pool pool)
    {
        foreach (var fenced in pool.RingFenced)
        {
            var j = place.ServiceRow(fenced.Service);
            RingFence[f][place.OrganisationRow(fenced.Owner)] += year.Budget[j] - year.Paid[j];
        }

        var reserve = positions.RiskReserve[f] + year.IntoReserve[f].Sum();
        var result = year.Money[f] - place.Paid(f).Sum(j => year.Paid[j]) - RingFence[f].Sum();
        var weights = PlainWeights.Of(place, pool, year.Contributions[f]);
        var (toHost, byHost) = Corridor(f, pool, result);
        result += byHost - toHost;
        var isOwn = pool.EndOfYear.RiskShare == RiskShare.EachItsOwn;
        var nets = isOwn ? OwnResults(f, pool, weights) : [.. weights.Select(weight => weight * result)];
        var underspends = nets.Select(net => Math.Max(0.0, net)).ToArray();
        var overspend = isOwn ? nets.Sum(net => Math.Max(0.0, -net)) : Math.Max(0.0, -result);
        var drawn = Math.Min(overspend, reserve);
        var (kept, returned) = (place.Value(pool.EndOfYear.Kept, 0.0), place.Value(pool.EndOfYear.Returned, 0.0));
        Shared[f] = [.. underspends.Select(own => own * (1.0 - kept - returned))];
        Shared[f][place.OrganisationRow(pool.Host)] += toHost;
        ReturnedByPool[f] = returned * underspends.Sum();
        Risk[f] = isOwn ? OfItsOwn(pool, overspend - drawn, nets) : ShareOverspend(pool, overspend - drawn, weights);
        Risk[f][place.OrganisationRow(pool.Host)] += byHost;
        positions.RiskReserve[f] = reserve + (kept * underspends.Sum()) - drawn;
        if (ending.Contains(place.Funds[f].Id))
        {
            GiveBack(f);
        }

        if (!PaidIn.TryGetValue(place.Funds[f].Id, out var paid))
        {
            PaidIn.Add(place.Funds[f].Id, paid = new double[place.Organisations.Count]);
        }

        for (var o = 0; o < paid.Length; o++)
        {
            paid[o] += year.IntoReserve[f][o] + (kept * underspends[o]);
        }

        GiveToLeavers(f, pool, paid);
        PostPool(f);
    }

    /// <summary>What the host alone keeps of an underspend, or bears of an overspend.</summary>
    private (double Keeps, double Bears) Corridor(int f, Pool pool, double result)
    {
        if (pool.EndOfYear.RiskShare == RiskShare.EachItsOwn)
        {
            return (0.0, 0.0);
        }

        var within = place.Value(pool.EndOfYear.Corridor, 0.0) * Math.Max(0.0, year.Contributions[f].Sum());
        var excluded = Brought(pool, pool.EndOfYear.Excluded.Contains)
            .Sum(services => services.Sum(j => Math.Max(0.0, year.Paid[j] - year.Budget[j])));
        return (Math.Min(Math.Max(0.0, result), within), Math.Min(Math.Max(0.0, -result - excluded), within));
    }

    private void GiveToLeavers(int f, Pool pool, double[] paid)
    {
        var holds = positions.RiskReserve[f];
        foreach (var leaver in pool.Contributions.Where(contribution => contribution.Leaves == Leaving && paid.Sum() > 0.0))
        {
            var o = place.OrganisationRow(leaver.Partner);
            var back = holds * paid[o] / paid.Sum();
            positions.General[o] += back;
            positions.RiskReserve[f] -= back;
            Back[f][o] += back;
        }
    }

    /// <summary>[organisation] what its own services, and its weight of what was set aside, are underspent by.</summary>
    private double[] OwnResults(int f, Pool pool, double[] weights)
    {
        var aside = year.Money[f] - place.Paid(f).Sum(j => year.Budget[j]);
        return
        [
            .. Brought(pool, _ => true).Select((services, o) => services.Sum(j => year.Budget[j] - year.Paid[j]) + (weights[o] * aside)),
        ];
    }

    private double[] OfItsOwn(Pool pool, double left, double[] nets)
    {
        var overs = nets.Select(net => Math.Max(0.0, -net)).ToArray();
        double[] shares = [.. overs.Select(own => overs.Sum() > 0.0 ? left * own / overs.Sum() : 0.0)];

        // A rounding is no overspend that what caps leave could go to.
        return UnderCaps(pool, shares, [.. overs.Select(own => own > HalfAPenny ? own : 0.0)]);
    }

    /// <summary>A pool that ends hands its risk reserve back as it was paid in.</summary>
    private void GiveBack(int f)
    {
        for (var o = 0; o < place.Organisations.Count; o++)
        {
            var back = reserveShares[place.Funds[f].Id][o] * positions.RiskReserve[f];
            positions.General[o] += back;
            Back[f][o] = back;
        }

        positions.RiskReserve[f] = 0.0;
    }

    private double[] ShareOverspend(Pool pool, double overspend, double[] weights)
    {
        var excluded = Excluded(pool, overspend);
        var shared = SharedOut(pool, overspend - excluded.Sum(), weights);
        return [.. excluded.Zip(shared, (own, part) => own + part)];
    }

    /// <summary>[organisation] what is borne by those who brought the service in, before anything is shared.</summary>
    private double[] Excluded(Pool pool, double overspend)
    {
        var overspends = Brought(pool, service => pool.EndOfYear.Excluded.Contains(service))
            .Select(services => services.Sum(j => Math.Max(0.0, year.Paid[j] - year.Budget[j]))).ToArray();
        var sum = overspends.Sum();
        return [.. overspends.Select(own => sum > 0.0 ? own * Math.Min(1.0, overspend / sum) : 0.0)];
    }

    /// <summary>[organisation] what is borne of the rest: the host's slice, then by weights, as far as caps allow.</summary>
    private double[] SharedOut(Pool pool, double overspend, double[] weights)
    {
        var slice = pool.EndOfYear.RiskShare == RiskShare.LeadFirst ? place.At(pool.EndOfYear.Slice, year.Y, 0.0) : 0.0;
        var led = Math.Min(slice, overspend);
        var host = place.OrganisationRow(pool.Host);
        return UnderCaps(pool, [.. weights.Select((weight, o) => (weight * (overspend - led)) + (o == host ? led : 0.0))], weights);
    }

    /// <summary>[organisation] shares, with what exceeds caps borne by those below theirs, by weights.</summary>
    private double[] UnderCaps(Pool pool, double[] shares, double[] weights)
    {
        var host = place.OrganisationRow(pool.Host);
        double[] caps = [.. place.Organisations.Select(organisation => place.At(
            pool.EndOfYear.Caps.FirstOrDefault(cap => cap.Partner == organisation.Id)?.Amount, year.Y, double.PositiveInfinity))];
        for (var round = 0; round < pool.Contributions.Length; round++)
        {
            var excess = shares.Zip(caps, (share, cap) => Math.Max(0.0, share - cap)).Sum();
            shares = [.. shares.Zip(caps, Math.Min)];
            var below = weights.Select((weight, o) => shares[o] < caps[o] ? weight : 0.0).ToArray();
            if (below.Sum() == 0.0)
            {
                shares[host] += excess;
                return shares;
            }

            shares = [.. shares.Select((share, o) => share + (excess * below[o] / below.Sum()))];
        }

        return shares;
    }

    /// <summary>[organisation] rows of some of the services that it brought in and that are not ring-fenced.</summary>
    private IEnumerable<List<int>> Brought(Pool pool, Func<ServiceId, bool> counts) =>
        place.Organisations.Select(organisation =>
            pool.BroughtIn.Where(brought =>
                    brought.Owner == organisation.Id
                    && counts(brought.Service)
                    && pool.RingFenced.All(fenced => fenced.Service != brought.Service)
                )
                .Select(brought => place.ServiceRow(brought.Service))
                .ToList()
        );

    private void PostPool(int f)
    {
        var pool = place.Funds[f].Id.Name;
        for (var o = 0; o < place.Organisations.Count; o++)
        {
            var organisation = place.Organisations[o].Id.Name;
            ledger.Post("contribution", organisation, pool, year.Contributions[f][o]);
            ledger.Post("into_risk_reserve", organisation, pool, year.IntoReserve[f][o] - Back[f][o]);
            ledger.Post("ring_fence", pool, organisation, RingFence[f][o]);
            ledger.Post("risk_share", organisation, pool, Risk[f][o]);
            ledger.Post("shared_underspend", pool, organisation, Shared[f][o]);
        }

        ledger.Post("set_up", pool, PlainLedger.World, year.SetUp[f]);
        ledger.Post("running", pool, PlainLedger.World, year.Running[f]);
        ledger.Post("returned", pool, PlainLedger.World, ReturnedByPool[f]);
    }

    private void PostLetting()
    {
        for (var j = 0; j < place.Services.Count; j++)
        {
            var payer = PlainLedger.AccountOf(place, place.Payer(j));
            if (year.Left[j] is { } provider)
            {
                ledger.Post("break_charge", payer, provider.Name, year.Broken[j]);
            }
        }

        for (var f = 0; f < place.Funds.Count; f++)
        {
            ledger.Post("transaction_cost", PlainLedger.AccountOf(place, f), PlainLedger.World, year.TransactionCosts[f]);
        }
    }

    private void SettleOrganisation(int o)
    {
        var net = year.OwnMoney[o] - OwnPayments(o) + RingFence.Sum(pool => pool[o]) + Surplus[o]
            - Risk.Sum(pool => pool[o]) + Shared.Sum(pool => pool[o]);
        var support = year.Support[o];
        net -= support.Planned + year.Accounts.Overspent[o];
        var drawn = net < 0.0 ? Math.Min(-net, support.Planned) : 0.0;
        net += drawn;
        positions.General[o] += year.Planned[o] + support.IntoReserves + year.Accounts.IntoReserves[o] - year.FromGeneral[o];
        positions.Deficit[o] = year.Accounts.Deficit[o] - year.Repaid[o];
        if (net >= 0.0)
        {
            var paidOff = place.Organisations[o].Account is null ? 0.0 : Math.Min(net, positions.Deficit[o]);
            positions.Deficit[o] -= paidOff;
            net -= paidOff;
            var keeps = place.Value(place.Organisations[o].Keeps, PlainPlace.Unstated(place.Organisations[o]));
            positions.General[o] += keeps * net;
            Returned[o] = (1.0 - keeps) * net;
        }
        else
        {
            drawn += MeetOverspend(o, -net);
        }

        support.Draw(drawn, place.Organisations[o].Capitalisation, year.Y, positions.Debt[o]);

        GiveOrWithdrawNotice(o, net);
        PostOrganisation(o);
    }

    /// <summary>Meets an overspend from reserves, then from support that is not planned; the rest is carried.</summary>
    /// <returns>What is drawn of support.</returns>
    private double MeetOverspend(int o, double overspend)
    {
        var organisation = place.Organisations[o];
        var earmarked = organisation.Reserves?.Earmarked ?? [];
        var order = organisation.Reserves is { Order.IsEmpty: false } reserves
            ? reserves.Order
            : [.. earmarked.Select(reserve => reserve.Name), "general"];
        var (left, ofPools) = (overspend, Risk.Sum(pool => pool[o]));
        foreach (var name in order)
        {
            if (earmarked.FirstOrDefault(reserve => reserve.Name == name) is not { } reserve)
            {
                var general = Math.Min(left, Math.Max(0.0, positions.General[o] - place.Value(organisation.Reserves?.Floor, 0.0)));
                positions.General[o] -= general;
                left -= general;
                continue;
            }

            var purpose = reserve.Meets switch
            {
                ReservePurpose.PoolOverspends => ofPools,
                ReservePurpose.Services => Math.Max(
                    0.0,
                    reserve
                        .Services.Select(place.ServiceRow)
                        .Where(j => IsBorneAlone(j, organisation.Id))
                        .Sum(j => year.Paid[j] - year.Budget[j])
                ),
                _ => double.PositiveInfinity,
            };
            var drawn = Math.Min(Math.Min(left, purpose), positions.Earmarked[o][name]);
            positions.Earmarked[o][name] -= drawn;
            left -= drawn;
            ofPools -= reserve.Meets == ReservePurpose.PoolOverspends ? drawn : 0.0;
        }

        var support = Math.Min(left, year.Support[o].Room);
        positions.Deficit[o] += year.Accounts.Carry(o, left - support);
        return support;
    }

    /// <summary>Whether what a service is overspent by is an organisation's alone: its own fund pays for it, or a pool does in which it is
    /// fenced to it.</summary>
    private bool IsBorneAlone(int j, OrganisationId organisation)
    {
        var fund = place.Funds[place.Payer(j)];
        return fund.Owner == organisation || (fund.Pool is { } pool && pool.RingFenced.Contains(new(place.Services[j].Id, organisation)));
    }

    /// <summary>A gap that is left, of this year or an earlier one, brings a notice; a year that balances and leaves none ends
    /// it.</summary>
    private void GiveOrWithdrawNotice(int o, double net)
    {
        if (place.Organisations[o].EmergencyLevel is null)
        {
            return;
        }

        if (positions.Deficit[o] > HalfAPenny)
        {
            positions.IsInEmergency[o] = true;
        }
        else if (net >= -HalfAPenny)
        {
            positions.IsInEmergency[o] = false;
        }
    }

    private void PostOrganisation(int o)
    {
        var organisation = place.Organisations[o].Id.Name;
        ledger.Post("income", PlainLedger.World, organisation, year.Income[o]);
        ledger.Post("other_spending", organisation, PlainLedger.World, year.OtherSpending[o]);
        ledger.Post("returned", organisation, PlainLedger.World, Returned[o]);
        ledger.Post("debt_interest", organisation, PlainLedger.World, year.Support[o].Interest + year.Accounts.Carrying[o]);
        ledger.Post("centre_meets", PlainLedger.World, organisation, year.Accounts.FromCentre[o]);
        if (place.Organisations[o].Account is { } account)
        {
            ledger.Post("account_deficit", account.Owner.Name, organisation, year.Accounts.Passed[o]);
        }

        ledger.Post("income_lost", organisation, PlainLedger.World, year.Support[o].IncomeLost);
    }

    private double OwnPayments(int o) => place.Services
        .Select((_, j) => place.Funds[place.Payer(j)].Owner == place.Organisations[o].Id ? year.Paid[j] : 0.0).Sum();

    private double ProviderSurplus(int o) => place.Services
        .Select((service, j) => (place.Provider(service) == place.Organisations[o].Id ? year.Paid[j] + year.Charges[j] - year.Cost[j] : 0.0)
            + (year.Left[j] == place.Organisations[o].Id ? year.Broken[j] : 0.0)).Sum();
}
