using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>The end of a year: ring-fences, risk shares, reserves and deficits (section 9).</summary>
internal sealed class PlainSettlement
{
    // Less than this is rounding, not an overspend: it must not decide who bears one.
    private const double HalfAPenny = 0.005;
    private readonly PlainPlace place;
    private readonly PlainYear year;
    private readonly PlainPositions positions;
    private readonly PlainLedger ledger;

    public PlainSettlement(PlainPlace place, PlainYear year, PlainPositions positions, PlainLedger ledger)
    {
        this.place = place;
        this.year = year;
        this.positions = positions;
        this.ledger = ledger;
        RingFence = ByFundAndOrganisation();
        Risk = ByFundAndOrganisation();
        Shared = ByFundAndOrganisation();
        ReturnedByPool = new double[place.Funds.Count];
        Surplus = [.. place.Organisations.Select((_, o) => ProviderSurplus(o))];
        Returned = new double[place.Organisations.Count];
        Support = new double[place.Organisations.Count];
    }

    /// <summary>[fund][organisation] settlements of ring-fenced services, to the owner.</summary>
    public double[][] RingFence { get; }

    /// <summary>[fund][organisation] shares of overspends, to the pool.</summary>
    public double[][] Risk { get; }

    /// <summary>[fund][organisation] shares of underspends, to the organisation.</summary>
    public double[][] Shared { get; }

    /// <summary>[fund] what leaves the place from a pool.</summary>
    public double[] ReturnedByPool { get; }

    /// <summary>[organisation] what leaves the place.</summary>
    public double[] Returned { get; }

    /// <summary>[organisation] what government gives towards a gap.</summary>
    public double[] Support { get; }

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

        for (var o = 0; o < place.Organisations.Count; o++)
        {
            SettleOrganisation(o);
        }

        PostLetting();
    }

    /// <summary>What an organisation spent: its own payments and the letting of its contracts, and what it gave to pools less what came back.</summary>
    public double Spend(int o) => OwnPayments(o) + Letting(o) + year.Contributions.Sum(pool => pool[o])
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

        var over = year.Money[f] - place.Paid(f).Sum(j => year.Paid[j]) - RingFence[f].Sum();
        if (over >= 0.0)
        {
            ShareUnderspend(f, pool, over);
        }
        else
        {
            ShareOverspend(f, pool, -over);
        }

        PostPool(f);
    }

    private void ShareUnderspend(int f, Pool pool, double underspend)
    {
        var kept = place.Value(pool.EndOfYear.Kept, 0.0);
        var returned = place.Value(pool.EndOfYear.Returned, 0.0);
        positions.RiskReserve[f] += kept * underspend;
        ReturnedByPool[f] = returned * underspend;
        var weights = UsualWeights(f, pool);
        for (var o = 0; o < weights.Length; o++)
        {
            Shared[f][o] = weights[o] * (1.0 - kept - returned) * underspend;
        }
    }

    private void ShareOverspend(int f, Pool pool, double overspend)
    {
        var reserve = Math.Min(overspend, positions.RiskReserve[f]);
        positions.RiskReserve[f] -= reserve;
        var excluded = Excluded(pool, overspend - reserve);
        var shared = SharedOut(f, pool, overspend - reserve - excluded.Sum());
        Risk[f] = [.. excluded.Zip(shared, (own, part) => own + part)];
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
    private double[] SharedOut(int f, Pool pool, double overspend)
    {
        var weights = pool.EndOfYear.RiskShare == RiskShare.EachItsOwn ? OwnWeights(f, pool) : UsualWeights(f, pool);
        var slice = pool.EndOfYear.RiskShare == RiskShare.LeadFirst ? place.At(pool.EndOfYear.Slice, year.Y, 0.0) : 0.0;
        var led = Math.Min(slice, overspend);
        var host = place.OrganisationRow(pool.Host);
        double[] shares = [.. weights.Select((weight, o) => (weight * (overspend - led)) + (o == host ? led : 0.0))];
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
    private IEnumerable<List<int>> Brought(Pool pool, Func<ServiceId, bool> counts) => place.Organisations.Select(organisation => pool.BroughtIn
        .Where(brought => brought.Owner == organisation.Id && counts(brought.Service)
            && pool.RingFenced.All(fenced => fenced.Service != brought.Service))
        .Select(brought => place.ServiceRow(brought.Service)).ToList());

    /// <summary>[organisation] stated shares, else contributions over their sum, else the host alone.</summary>
    private double[] UsualWeights(int f, Pool pool)
    {
        var stated = pool.EndOfYear.Shares;
        var weights = place.Organisations.Select((organisation, o) => stated.IsEmpty
            ? Math.Max(0.0, year.Contributions[f][o])
            : place.Value(stated.FirstOrDefault(share => share.Partner == organisation.Id)?.Share, 0.0)).ToArray();
        if (!stated.IsEmpty)
        {
            return weights;
        }

        return weights.Sum() > 0.0 ? [.. weights.Select(weight => weight / weights.Sum())]
            : [.. place.Organisations.Select(organisation => organisation.Id == pool.Host ? 1.0 : 0.0)];
    }

    /// <summary>[organisation] net overspends on the services brought in over their sum; the usual weights when nobody overspent.</summary>
    private double[] OwnWeights(int f, Pool pool)
    {
        // What is excluded has been borne already.
        var overspends = Brought(pool, service => !pool.EndOfYear.Excluded.Contains(service))
            .Select(services => services.Sum(j => year.Paid[j] - year.Budget[j]))
            .Select(overspend => overspend > HalfAPenny ? overspend : 0.0).ToArray();
        return overspends.Sum() > 0.0 ? [.. overspends.Select(overspend => overspend / overspends.Sum())] : UsualWeights(f, pool);
    }

    private void PostPool(int f)
    {
        var pool = place.Funds[f].Id.Name;
        for (var o = 0; o < place.Organisations.Count; o++)
        {
            var organisation = place.Organisations[o].Id.Name;
            ledger.Post("contribution", organisation, pool, year.Contributions[f][o]);
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
        positions.General[o] += year.Planned[o];
        positions.Deficit[o] -= year.Repaid[o];
        if (net >= 0.0)
        {
            var keeps = place.Value(place.Organisations[o].Keeps, 1.0);
            positions.General[o] += keeps * net;
            Returned[o] = (1.0 - keeps) * net;
        }
        else
        {
            MeetOverspend(o, -net);
        }

        GiveOrWithdrawNotice(o, net);
        PostOrganisation(o);
    }

    private void MeetOverspend(int o, double overspend)
    {
        var organisation = place.Organisations[o];
        var fromPools = Math.Min(overspend, Math.Min(positions.ForOverspends[o], Risk.Sum(pool => pool[o])));
        positions.ForOverspends[o] -= fromPools;
        var left = overspend - fromPools;
        var floor = place.Value(organisation.Reserves?.Floor, 0.0);
        var drawn = Math.Min(left, Math.Max(0.0, positions.General[o] - floor));
        positions.General[o] -= drawn;
        left -= drawn;
        if (organisation.Kind is not (OrganisationKind.NhsCommissioner or OrganisationKind.NhsProvider))
        {
            Support[o] = Math.Min(left, place.At(organisation.ExceptionalSupport, year.Y, 0.0));
        }

        positions.Deficit[o] += left - Support[o];
    }

    /// <summary>A gap that is left, of this year or an earlier one, brings a notice; a year that balances and leaves none ends it.</summary>
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
        ledger.Post("exceptional_support", PlainLedger.World, organisation, Support[o]);
    }

    private double OwnPayments(int o) => place.Services
        .Select((_, j) => place.Funds[place.Payer(j)].Owner == place.Organisations[o].Id ? year.Paid[j] : 0.0).Sum();

    private double ProviderSurplus(int o) => place.Services
        .Select((service, j) => (service.Provider == place.Organisations[o].Id ? year.Paid[j] + year.Charges[j] - year.Cost[j] : 0.0)
            + (year.Left[j] == place.Organisations[o].Id ? year.Broken[j] : 0.0)).Sum();
}
