using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>What an option costs the public and users, discounted, line by line and year by year (section 12).</summary>
internal sealed class PlainAppraisal
{
    private static readonly string[] KnownByStep =
        ["payment", "provider_cost", "charges", "people", "births", "deaths", "migration", "quality_adjusted_life_years", .. Activity];

    private static readonly string[] OnTheFirstStep = ["set_up", "break_charge", "transaction_cost"];

    private readonly Scenario scenario;
    private readonly Appraisal terms;
    private readonly Option option;
    private readonly PlainResult result;
    private readonly PlainPlace place;

    public PlainAppraisal(Scenario scenario, Option option)
    {
        (this.scenario, this.option) = (scenario, option);
        terms = scenario.Appraisal!;
        result = PlainEngine.Run(scenario, option);
        place = new PlainPlace(scenario, option.Place);
        AddServices();
        AddFunds();
        foreach (var organisation in option.Place.Organisations.Where(IsPublic))
        {
            Add(new("discounted_cost") { Organisation = organisation.Id.Name }, "other_spending", organisation.Id.Name, _ => true, 1.0);
        }
    }

    /// <summary>Measures of activity that may have a worth.</summary>
    public static string[] Activity =>
        ["need_led", "referred", "failure_demand", "diverted", "asked", "delivered", "unmet", "left", "volume"];

    /// <summary>The option.</summary>
    public Option Option => option;

    /// <summary>[line][year] what counts in it, real, discounted.</summary>
    public Dictionary<PlainLine, double[]> Costs { get; } = [];

    /// <summary>The largest money that it is worked out from.</summary>
    public double Size => result.Size("payment");

    private int Years => scenario.Horizon.Years;

    private int M => scenario.Horizon.StepsPerYear;

    private bool IsByStep => terms.Discounting != Discounting.ByYear;

    /// <summary>Discounted life years of an area.</summary>
    public double LifeYears(AreaId area) =>
        Enumerable.Range(0, Years).Sum(y => Discounted("quality_adjusted_life_years", y, area.Name, terms.Health, _ => 1.0));

    /// <summary>What comes of a stated value in a year, before it is held against the baseline.</summary>
    public double Worth(OutcomeValue value, int y)
    {
        var each = value.Each.Value * place.Carry(scenario.Prices.Deflator, value.PriceYear, scenario.Prices.Base);
        var rates = value.Measure == "quality_adjusted_life_years" ? terms.Health : terms.Money;
        return each
            * Items(value)
                .Sum(item => Discounted(value.Measure, y, item, rates, s => value.Measure == "people" && s is not null ? 1.0 / M : 1.0));
    }

    /// <summary>The rows of the option by itself.</summary>
    public IEnumerable<(PlainLine Line, int? Year, double Value)> Rows()
    {
        foreach (var (line, years) in Costs)
        {
            for (var y = 0; y < Years; y++)
            {
                yield return (line, y, years[y]);
            }

            if (line.Measure == "discounted_cost")
            {
                yield return (line with { Measure = "net_present_cost" }, null, years.Sum());
            }
        }

        foreach (var area in option.Place.People.Areas)
        {
            yield return (new("discounted_quality_adjusted_life_years") { Area = area.Name }, null, LifeYears(area));
        }
    }

    private static bool IsPublic(Organisation organisation) =>
        organisation.Kind is OrganisationKind.Council or OrganisationKind.RingFencedAccount
            or OrganisationKind.NhsCommissioner or OrganisationKind.NhsProvider;

    private void AddServices()
    {
        foreach (var service in option.Place.Services)
        {
            var (name, provider) = (service.Id.Name, PlainPlace.Provider(option.Place, service).Name);
            var line = new PlainLine("discounted_cost") { Service = name, Provider = provider };
            Add(line, "payment", name, y => IsPaidByPublic(PayerOf(service, y)), 1.0);
            if (IsPublic(provider))
            {
                Add(line, "payment", name, _ => true, -1.0);
                Add(line, "provider_cost", name, _ => true, 1.0);
                Add(line, "charges", name, _ => true, -1.0);
            }

            if (service.Cost.Charges is not null || service.Cost.Use is not null)
            {
                Add(line with { Measure = "discounted_charges" }, "charges", name, _ => true, 1.0);
            }
        }
    }

    private void AddFunds()
    {
        foreach (var fund in option.Places.SelectMany(part => part.Governance.Funds).DistinctBy(fund => fund.Id))
        {
            var line = new PlainLine("discounted_cost") { Fund = fund.Id.Name, Organisation = fund.Owner?.Name ?? "" };
            Add(line, "set_up", fund.Id.Name, _ => true, 1.0);
            Add(line, "running", fund.Id.Name, _ => true, 1.0);
            Add(line, "transaction_cost", fund.Id.Name, _ => IsPaidByPublic(fund), 1.0);
            foreach (var service in option.Place.Services)
            {
                var today = scenario.BaselineOption.Place.Services.Single(known => known.Id == service.Id).Provider.Name;
                Add(line, "break_charge", service.Id.Name, y => PayerOf(service, y).Id == fund.Id && IsPaidByPublic(fund), 1.0);
                Add(line, "break_charge", service.Id.Name, y => PayerOf(service, y).Id == fund.Id && IsPublic(today), -1.0);
            }
        }
    }

    private void Add(PlainLine line, string measure, string item, Func<int, bool> counts, double sign)
    {
        if (!Costs.TryGetValue(line, out var years))
        {
            Costs[line] = years = new double[Years];
        }

        for (var y = 0; y < Years; y++)
        {
            years[y] += counts(y) ? sign * Real(Discounted(measure, y, item, terms.Money, _ => 1.0), y) : 0.0;
        }
    }

    private bool IsPublic(string organisation) => IsPublic(option.Place.Organisations.Single(known => known.Id.Name == organisation));

    private bool IsPaidByPublic(Fund fund) => fund.Owner is not { } owner || IsPublic(owner.Name);

    private Fund PayerOf(Service service, int y) =>
        option.PlaceIn(scenario.Horizon.YearAt(y)).Governance.Funds.Single(fund => fund.Pays.Contains(service.Id));

    private double Real(double nominal, int y) =>
        nominal * place.Carry(scenario.Prices.Deflator, scenario.Horizon.YearAt(y), scenario.Prices.Base);

    private double Discounted(string measure, int y, string item, DiscountRates rates, Func<int?, double> part)
    {
        if (IsByStep && KnownByStep.Contains(measure))
        {
            return Enumerable.Range(0, M).Sum(s => Found(measure, y, s, item) * part(s) * FactorOfStep(rates, y, s));
        }

        var factor = !IsByStep ? Factor(rates, y)
            : OnTheFirstStep.Contains(measure) ? FactorOfStep(rates, y, 0)
            : Enumerable.Range(0, M).Average(s => FactorOfStep(rates, y, s));
        return Found(measure, y, null, item) * part(null) * factor;
    }

    private double Found(string measure, int y, int? s, string item) => result.TryGet(measure, y, s, item, out var value) ? value : 0.0;

    private double FactorOfStep(DiscountRates rates, int y, int s)
    {
        var within = terms.Discounting switch { Discounting.StepStart => 0.0, Discounting.StepMiddle => 0.5, _ => 1.0 };
        return Factor(rates, ((y * M) + s + within) / M);
    }

    private static double Factor(DiscountRates rates, double x)
    {
        var whole = (int)Math.Floor(x);
        return Enumerable.Range(1, whole).Aggregate(1.0, (factor, i) => factor / (1.0 + Rate(rates, i)))
            * Math.Pow(1.0 + Rate(rates, whole + 1), -(x - whole));
    }

    private static double Rate(DiscountRates rates, int year) =>
        rates.Segments.Where(segment => segment.FromYear <= year).MaxBy(segment => segment.FromYear)!.Rate.Value;

    /// <summary>The items of a measure that have what a stated value asks for.</summary>
    private IEnumerable<string> Items(OutcomeValue value)
    {
        bool Fits(string column, string name) => !value.Where.TryGetValue(column, out var wanted) || wanted == name;
        if (Activity.Contains(value.Measure))
        {
            return from service in option.Place.Services
                   where Fits("service", service.Id.Name) && Fits("tier", service.Tier)
                   select service.Id.Name;
        }

        var people = option.Place.People;
        string[] areas = [.. people.Areas.Select(area => area.Name).Where(area => Fits("area", area))];
        string[] ages = [.. people.Ages.Select(age => age.Id.Name).Where(age => Fits("age_band", age))];
        return value.Measure switch
        {
            "people" => from area in areas
                        from age in ages
                        from need in people.Need
                        where Fits("need_state", need.Id.Name)
                        select $"{area}|{age}|{need.Id.Name}",
            "deaths" => from area in areas from age in ages select $"{area}|{age}",
            _ => areas,
        };
    }
}
