using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>Scenarios small enough to work out on paper, and short ways to change one thing about them.</summary>
/// <remarks>
/// <para><b>The town.</b> 1,000 people of one age in one area, 800 <c>well</c> and 200 <c>ill</c>, who stay as they are. Two services,
/// each asked 200 times a month by those who are ill: <c>help</c>, discretionary, £10, given and paid for by the <c>council</c>, and
/// <c>care</c>, statutory, £100, given and paid for by the <c>nhs</c>. Incomes are what that costs: £24,000 and £240,000 a year. Prices
/// stay the same.</para>
/// </remarks>
public static class SmallScenarios
{
    public const string Help = "help";
    public const string Care = "care";
    public const string Council = "council";
    public const string Nhs = "nhs";
    public const string PoolFund = "pool";
    public const string Siloed = "siloed";
    public const string Pooled = "pooled";

    /// <summary>The first financial year.</summary>
    public static FinancialYear Start { get; } = new(2026);

    public static NeedStateId Well { get; } = new("well");

    public static NeedStateId Ill { get; } = new("ill");

    /// <summary>The town, with one option: each pays for its own.</summary>
    public static Scenario Town(int years = 1, int stepsPerYear = 12) => new()
    {
        Title = "A town",
        Horizon = new() { Start = Start, Years = years, StepsPerYear = stepsPerYear },
        Prices = new() { Base = Start },
        Baseline = new(Siloed),
        Options = [new() { Id = new(Siloed), Title = "Each pays for its own", Place = TownPlace() }],
    };

    /// <summary>A number.</summary>
    public static Quantity Q(double value) => Quantity.Of(value);

    /// <summary>A value for every year.</summary>
    public static YearlyPath Path(double value) => YearlyPath.Constant(Start, Q(value));

    /// <summary>Values of the first, second ... year; the last holds on.</summary>
    public static YearlyPath Path(params double[] values) =>
        new() { Points = [.. values.Select((value, y) => new PathPoint(Start + y, Q(value)))] };

    /// <summary>A service that gives contacts to those who are ill.</summary>
    public static Service Contacts(string name, Duty duty, string provider, double aPersonAYear, double unitCost) => new()
    {
        Id = new(name),
        Title = name,
        Tier = duty == Duty.Statutory ? Tier.Acute : Tier.Prevention,
        Provider = new(provider),
        Unit = "contact",
        Duty = duty,
        Contract = new() { Form = ContractForm.Cost },
        Demand = new() { Rates = [null, Q(aPersonAYear)] },
        Cost = new() { Unit = Q(unitCost), PriceYear = Start },
    };

    /// <summary>An organisation with one line of income.</summary>
    public static Organisation Body(string name, OrganisationKind kind, double income) =>
        new() { Id = new(name), Title = name, Kind = kind, Income = [new("income", Path(income))] };

    /// <summary>An organisation's own fund, which keeps to last year's budgets.</summary>
    public static Fund OwnFund(string owner, params string[] pays) => new()
    {
        Id = new(owner),
        Owner = new(owner),
        Pays = [.. pays.Select(name => new ServiceId(name))],
        StartOfYear = new() { Rule = new BudgetRule.Historic() },
        InYear = new(),
    };

    /// <summary>An arrangement without pools.</summary>
    public static Arrangement Silos(params Fund[] funds) =>
        new() { Id = new(Siloed), Title = Siloed, Kind = GovernanceKind.Siloed, Funds = [.. funds] };

    /// <summary>The town's two services in one pool that the council hosts; contributions follow own income.</summary>
    public static Arrangement OnePool(Func<Fund, Fund>? fund = null, Func<Pool, Pool>? terms = null)
    {
        var pool = new Pool
        {
            Host = new(Council),
            Contributions =
            [
                new() { Partner = new(Council), Follow = Follow.OwnIncome },
                new() { Partner = new(Nhs), Follow = Follow.OwnIncome },
            ],
            BroughtIn = [new(new(Help), new(Council)), new(new(Care), new(Nhs))],
            EndOfYear = new(),
        };
        var money = OwnFund(PoolFund, Help, Care) with { Owner = null, Pool = terms?.Invoke(pool) ?? pool };
        return new()
        {
            Id = new(Pooled),
            Title = Pooled,
            Kind = GovernanceKind.Pooled,
            Funds = [OwnFund(Council), OwnFund(Nhs), fund?.Invoke(money) ?? money],
        };
    }

    /// <summary>A row of yearly chances out of a need state.</summary>
    public static MoveRow Chances(NeedStateId from, params (NeedStateId? To, double Chance)[] entries) => new()
    {
        From = from,
        Kind = MoveKind.Chance,
        Entries = [.. entries.Select(entry => new MoveEntry { To = entry.To, Value = Path(entry.Chance) })],
    };

    /// <summary>Everyone by age shares and need shares.</summary>
    public static CohortShares Spread(double[] ages, double[] need) => new() { Ages = [.. ages.Select(Q)], Need = [.. need.Select(Q)] };

    /// <summary>The option of a name.</summary>
    public static Option Named(this Scenario scenario, string option) => scenario.Options.Single(known => known.Id.Name == option);

    /// <summary>The scenario with the place of every option changed.</summary>
    public static Scenario With(this Scenario scenario, Func<Place, Place> change) =>
        scenario with { Options = [.. scenario.Options.Select(option => option.WithPlaces(change))] };

    /// <summary>The scenario with the people of every option changed.</summary>
    public static Scenario WithPeople(this Scenario scenario, Func<Population, Population> change) =>
        scenario.With(place => place with { People = change(place.People) });

    /// <summary>The scenario with one service changed in every option.</summary>
    public static Scenario WithService(this Scenario scenario, string name, Func<Service, Service> change) =>
        scenario.With(place => place.WithService(name, change));

    /// <summary>The scenario with one organisation changed in every option.</summary>
    public static Scenario WithBody(this Scenario scenario, string name, Func<Organisation, Organisation> change) =>
        scenario.With(place => place.WithBody(name, change));

    /// <summary>The scenario with one fund changed in every option that has it.</summary>
    public static Scenario WithFund(this Scenario scenario, string name, Func<Fund, Fund> change) =>
        scenario.With(place => place.WithFund(name, change));

    /// <summary>The scenario with one more option, which starts from the baseline's place.</summary>
    public static Scenario WithOption(this Scenario scenario, string name, Func<Place, Place> change) => scenario with
    {
        Options = [.. scenario.Options, new() { Id = new(name), Title = name, Place = change(scenario.BaselineOption.Place) }],
    };

    /// <summary>The place with one service changed.</summary>
    public static Place WithService(this Place place, string name, Func<Service, Service> change) =>
        place with { Services = [.. place.Services.Select(service => service.Id.Name == name ? change(service) : service)] };

    /// <summary>The place with one organisation changed.</summary>
    public static Place WithBody(this Place place, string name, Func<Organisation, Organisation> change) =>
        place with { Organisations = [.. place.Organisations.Select(body => body.Id.Name == name ? change(body) : body)] };

    /// <summary>The place with one fund changed.</summary>
    public static Place WithFund(this Place place, string name, Func<Fund, Fund> change)
    {
        var funds = place.Governance.Funds.Select(fund => fund.Id.Name == name ? change(fund) : fund);
        return place with { Governance = place.Governance with { Funds = [.. funds] } };
    }

    private static Place TownPlace() => new()
    {
        People = new()
        {
            Areas = [new("town")],
            Ages = [new() { Id = new("all"), Width = null }],
            Need = [new() { Id = Well }, new() { Id = Ill }],
            Start = [new() { Area = new("town"), Age = new("all"), People = Q(1_000), Need = [Q(0.8), Q(0.2)] }],
        },
        Services = [Contacts(Help, Duty.Discretionary, Council, 12.0, 10.0), Contacts(Care, Duty.Statutory, Nhs, 12.0, 100.0)],
        Organisations = [Body(Council, OrganisationKind.Council, 24_000.0), Body(Nhs, OrganisationKind.NhsCommissioner, 240_000.0)],
        Governance = Silos(OwnFund(Council, Help), OwnFund(Nhs, Care)),
    };
}
