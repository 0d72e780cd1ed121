using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>From one year's spending to the next, driver by driver, for every organisation and every pool.</summary>
/// <remarks>
/// <para><b>Meaning.</b> In every year but the first, <c>bridge_last_year</c> and the drivers add up to the year's spending: of an
/// organisation its <c>spend</c> and other spending, of a pool its payments, set-up, running, break charges and transaction costs. What
/// drivers do together is a driver of its own.</para>
/// <para><b>Units.</b> GBP, nominal.</para>
/// </remarks>
internal sealed class SpendingBridge
{
    private static readonly ImmutableArray<(string Measure, double Sign)> NetOfPools =
        [("contribution", 1.0), ("risk_share", 1.0), ("shared_underspend", -1.0), ("ring_fence", -1.0)];

    // Charges for contracts broken, and cost of contracts let.
    private static readonly ImmutableArray<string> Letting = ["break_charge", "transaction_cost"];

    private const string Interest = "debt_interest";

    private readonly Option option;
    private readonly Horizon horizon;
    private readonly CentralValues values;
    private readonly ImmutableArray<string> years;
    private readonly Dictionary<(string Organisation, string Fund, string Service, string Driver), Subject> subjects = [];
    private readonly Dictionary<(string Measure, string Year, string Service), double> ofServices;
    private readonly Dictionary<(string Measure, string Year, string Organisation), double> ofOrganisations;
    private readonly Dictionary<(string Measure, string Year, string Fund), double> ofFunds;
    private readonly Dictionary<OrganisationId, Organisation> organisations;
    private readonly ImmutableArray<ImmutableArray<(AreaId Area, int Age, int State, double People)>> cohorts;

    /// <summary>Prepares to read an option.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="option">The option.</param>
    /// <param name="observed">All nominal rows of the option.</param>
    public SpendingBridge(Scenario scenario, Option option, IEnumerable<Observation> observed)
    {
        this.option = option;
        horizon = scenario.Horizon;
        values = new CentralValues(scenario);
        years = [.. Enumerable.Range(0, horizon.Years).Select(year => horizon.YearAt(year).ToString())];
        organisations = option.Place.Organisations.ToDictionary(organisation => organisation.Id);
        var rows = observed.Where(row => row.Step is null).ToLookup(row => row.About.Measure);
        ofServices = Sums(rows, ["payment", "volume"], about => about.Service);
        ofOrganisations = Sums(rows, ["other_spending", Interest, .. NetOfPools.Select(part => part.Measure), .. Letting], about =>
            about.Organisation
        );
        ofFunds = Sums(rows, ["set_up", "running", .. Letting], about => about.Fund);
        var people = rows["people"].ToLookup(row => row.Year);
        cohorts = [.. years.Select(year => CohortsOf(people[year]))];
    }

    /// <summary>What the rows of each year add up to, for each name that they have in a column.</summary>
    private static Dictionary<(string Measure, string Year, string Name), double> Sums(
        ILookup<string, Observation> rows,
        IEnumerable<string> measures,
        Func<Subject, string> column
    )
    {
        var sums = new Dictionary<(string Measure, string Year, string Name), double>();
        foreach (var row in measures.SelectMany(measure => rows[measure]))
        {
            var key = (row.About.Measure, row.Year, column(row.About));
            sums[key] = sums.GetValueOrDefault(key) + row.Value;
        }

        return sums;
    }

    /// <summary>The rows of all years but the first.</summary>
    public IEnumerable<Observation> Rows()
    {
        for (var year = 1; year < horizon.Years; year++)
        {
            var (now, before) = (PlaceIn(year).Governance, PlaceIn(year - 1).Governance);
            var (payers, payersBefore) = (PayersOf(now), PayersOf(before));
            var stated = now.Contracts.ToDictionary(terms => terms.Service, terms => terms.Contract);
            var concerned = option
                .Place.Services.SelectMany(
                    service => (FundId[])[payers[service.Id].Id, payersBefore[service.Id].Id],
                    (service, fund) => (service, fund)
                )
                .Distinct()
                .ToLookup(pair => pair.fund, pair => pair.service);
            var ended = before.Funds.Where(fund => now.Funds.All(known => known.Id != fund.Id));
            foreach (
                var fund in now
                    .Funds.Concat(ended)
                    .Where(fund => fund.Owner is not { } owner || IsThere(owner, year) || IsThere(owner, year - 1))
            )
            {
                foreach (var service in concerned[fund.Id])
                {
                    foreach (
                        var row in OfService(
                            fund,
                            payers[service.Id],
                            payersBefore[service.Id],
                            service,
                            stated.GetValueOrDefault(service.Id, service.Contract),
                            year
                        )
                    )
                    {
                        yield return row;
                    }
                }

                foreach (var row in fund.Owner is { } owner ? OfOrganisation(About(fund), owner, year) : OfPool(About(fund), fund, year))
                {
                    yield return row;
                }
            }
        }
    }

    private Place PlaceIn(int year) => option.PlaceIn(horizon.YearAt(year));

    private bool IsThere(OrganisationId body, int year) => PlaceIn(year).Has(body);

    private static Dictionary<ServiceId, Fund> PayersOf(Arrangement arrangement)
    {
        var payers = new Dictionary<ServiceId, Fund>();
        foreach (var fund in arrangement.Funds)
        {
            foreach (var service in fund.Pays)
            {
                payers.TryAdd(service, fund);
            }
        }

        return payers;
    }

    /// <summary>A service on the account of one fund: where it passes from one fund to another, last year's payment leaves the one and
    /// comes to the other.</summary>
    private IEnumerable<Observation> OfService(Fund fund, Fund payer, Fund payerBefore, Service service, Contract contract, int year)
    {
        var about = About(fund) with { Service = service.Id.Name, Tier = service.Tier };
        var moved = Of("payment", service, year - 1);
        if (fund.Id == payer.Id && fund.Id == payerBefore.Id)
        {
            return OfService(about, service, contract, year, moved);
        }

        return fund.Id == payer.Id ? [Row(about, "arrangement", year, moved), .. OfService(about, service, contract, year, 0.0)]
            : fund.Id == payerBefore.Id ? [Row(about, "last_year", year, moved), Row(about, "arrangement", year, 0.0 - moved)]
            : [];
    }

    private Subject About(Fund fund) => new()
    {
        Option = option.Id.Name,
        Measure = "",
        Organisation = fund.Owner?.Name ?? "",
        Fund = fund.Owner is null ? fund.Id.Name : "",
        Unit = MeasureEntry.Money,
    };

    private IEnumerable<Observation> OfService(Subject about, Service service, Contract contract, int year, double ownLastYear)
    {
        var (before, after) = (Of("payment", service, year - 1), Of("payment", service, year));
        yield return Row(about, "last_year", year, ownLastYear);

        var isBlock = contract.Form is ContractForm.Block or ContractForm.Grant;
        var index = isBlock ? contract.Index ?? service.Cost.Index : service.Cost.Index;
        var price = isBlock || service.Cost.Use is null
            ? values.PriceRatio(index, horizon.YearAt(year - 1), horizon.YearAt(year))
            : NetRatio(service, horizon.YearAt(year - 1), horizon.YearAt(year));
        var (volumeBefore, volumeAfter) = (Of("volume", service, year - 1), Of("volume", service, year));
        if (before == 0.0 || (volumeBefore == 0.0 && !isBlock))
        {
            yield return Row(about, service.Duty == Duty.Discretionary ? "investment" : "demand", year, after - before);
            yield break;
        }

        yield return Row(about, "inflation", year, before * (price - 1.0));
        if (service.Duty == Duty.Discretionary)
        {
            // Money decides what is delivered, so all that prices leave is a decision on money.
            var money = after / (before * price);
            yield return Row(about, "investment", year, before * (money - 1.0));
            yield return Row(about, "interaction", year, before * (price - 1.0) * (money - 1.0));
            yield break;
        }

        var volume = isBlock ? 1.0 : volumeAfter / volumeBefore;
        var people = isBlock ? 1.0 : NeedRatio(service, year);
        var demand = volume / people;
        yield return Row(about, "demography", year, before * (people - 1.0));
        yield return Row(about, "demand", year, before * (demand - 1.0));
        yield return Row(about, "interaction", year, before * ((price * volume) - price - people - demand + 2.0));
        yield return Row(about, "contracts", year, after - (before * price * volume));
    }

    /// <summary>How the net unit cost of a service changes whose users are charged for use, by an index of its own.</summary>
    private double NetRatio(Service service, FinancialYear from, FinancialYear to)
    {
        var (before, after) = (NetCost(from), NetCost(to));
        return before > 0.0 && after > 0.0 ? after / before : values.PriceRatio(service.Cost.Index, from, to);

        double NetCost(FinancialYear year)
        {
            var (cost, use) = (service.Cost, service.Cost.Use!);
            var gross = values.Of(cost.Unit) * values.PriceRatio(cost.Index, cost.PriceYear, year);
            var charged = cost.Charges is { } share ? values.Of(share) : 0.0;
            return (gross * (1.0 - charged)) - (values.Of(use.Amount) * values.PriceRatio(use.Index, use.Year, year));
        }
    }

    /// <summary>How what people would ask at the same rates changes with who they are, from the end of last year to the end of this; 1
    /// where nobody asks.</summary>
    private double NeedRatio(Service service, int year)
    {
        var (before, after) = (NeedAt(service, year - 1), NeedAt(service, year));
        return before > 0.0 && after > 0.0 ? after / before : 1.0;
    }

    private double NeedAt(Service service, int year)
    {
        var need = 0.0;
        foreach (var (area, age, state, people) in cohorts[year])
        {
            var isServed = service.Areas.IsEmpty || service.Areas.Contains(area);
            if (isServed && service.Demand.Rates[(age * option.Place.People.Need.Length) + state] is { } rate)
            {
                var multiplier = service.Demand.AgeMultipliers.IsEmpty ? 1.0 : values.Of(service.Demand.AgeMultipliers[age]);
                need += people * values.Of(rate) * multiplier;
            }
        }

        return need;
    }

    /// <summary>People of each cohort at the end of a year.</summary>
    private ImmutableArray<(AreaId Area, int Age, int State, double People)> CohortsOf(IEnumerable<Observation> people)
    {
        var ages = option.Place.People.Ages.Select((age, row) => (age.Id.Name, row)).ToDictionary();
        var states = option.Place.People.Need.Select((state, row) => (state.Id.Name, row)).ToDictionary();
        return [.. people.Select(row => (new AreaId(row.About.Area), ages[row.About.AgeBand], states[row.About.NeedState], row.Value))];
    }

    private IEnumerable<Observation> OfOrganisation(Subject about, OrganisationId owner, int year)
    {
        var organisation = organisations[owner];
        var (before, after) = (Of("other_spending", owner, year - 1), Of("other_spending", owner, year));
        var (pooledBefore, pooledAfter) = (Pooled(owner, year - 1), Pooled(owner, year));
        // What a body spends that ends or begins has no year to be held against.
        var lines = IsThere(owner, year) && IsThere(owner, year - 1) ? organisation.OtherSpending : [];
        var inflation = lines.Sum(line => Inflation(line, year));
        var savings = lines.Sum(line => Saved(line, year - 1) - Saved(line, year));
        var (lettingBefore, lettingAfter) = (Let(about, year - 1), Let(about, year));
        var (interestBefore, interestAfter) = (Of(Interest, owner, year - 1), Of(Interest, owner, year));
        yield return Row(about, "last_year", year, before + pooledBefore + lettingBefore + interestBefore);
        yield return Row(about, "inflation", year, inflation);
        yield return Row(about, "savings", year, savings);
        yield return Row(about, "other", year, after - before - inflation - savings);
        yield return Row(about, "pools", year, pooledAfter - pooledBefore);
        yield return Row(about, "contracts", year, lettingAfter - lettingBefore);
        yield return Row(about, "financing", year, interestAfter - interestBefore);
    }

    private IEnumerable<Observation> OfPool(Subject about, Fund fund, int year)
    {
        var (before, after) = (Overheads(year - 1), Overheads(year));
        var (lettingBefore, lettingAfter) = (Let(about, year - 1), Let(about, year));
        yield return Row(about, "last_year", year, before + lettingBefore);
        yield return Row(about, "other", year, after - before);
        yield return Row(about, "contracts", year, lettingAfter - lettingBefore);

        double Overheads(int of) => OfFund("set_up", of) + OfFund("running", of);

        double OfFund(string measure, int of) => ofFunds.GetValueOrDefault((measure, years[of], fund.Id.Name));
    }

    /// <summary>Charges for contracts broken and cost of contracts let.</summary>
    private double Let(Subject payer, int year)
    {
        return Of(Letting[0]) + Of(Letting[1]);

        double Of(string measure) =>
            payer.Fund.Length > 0
                ? ofFunds.GetValueOrDefault((measure, years[year], payer.Fund))
                : ofOrganisations.GetValueOrDefault((measure, years[year], payer.Organisation));
    }

    /// <summary>What prices add to a line that follows an index, once its own stated amounts have ended.</summary>
    private double Inflation(SpendingLine line, int year)
    {
        var (before, after) = (horizon.YearAt(year - 1), horizon.YearAt(year));
        return line.Amount.Index is { } index && before >= line.Amount.Points[^1].From
            ? values.In(line.Amount, before) * (values.PriceRatio(index, before, after) - 1.0)
            : 0.0;
    }

    private double Saved(SpendingLine line, int year) =>
        line.Savings is { } savings
            ? values.In(savings, horizon.YearAt(year)) * (line.Delivered is { } share ? values.Of(share) : 1.0)
            : 0.0;

    private double Pooled(OrganisationId owner, int year) => NetOfPools.Sum(part => part.Sign * Of(part.Measure, owner, year));

    private double Of(string measure, Service service, int year) => ofServices.GetValueOrDefault((measure, years[year], service.Id.Name));

    private double Of(string measure, OrganisationId organisation, int year) =>
        ofOrganisations.GetValueOrDefault((measure, years[year], organisation.Name));

    private Observation Row(Subject about, string driver, int year, double value) =>
        new(SubjectOf(about, driver), years[year], null, value == 0.0 ? 0.0 : value);

    /// <summary>The one subject of a driver's rows of all years.</summary>
    private Subject SubjectOf(Subject about, string driver)
    {
        var key = (about.Organisation, about.Fund, about.Service, driver);
        if (!subjects.TryGetValue(key, out var subject))
        {
            subjects[key] = subject = about with { Measure = $"bridge_{driver}" };
        }

        return subject;
    }
}
