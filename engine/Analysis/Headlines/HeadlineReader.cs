using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>Finds the numbers of a headline among the observations.</summary>
internal sealed class HeadlineReader
{
    private readonly Answers answers;
    private readonly Scenario scenario;
    private readonly ImmutableArray<FundId> pools;
    private readonly Dictionary<string, int> years;
    private readonly string lastYear;

    /// <summary>Prepares to read.</summary>
    public HeadlineReader(Answers answers)
    {
        this.answers = answers;
        scenario = answers.Scenario;
        PriceBase = Deflator.LeadingBase(scenario);
        pools =
        [
            .. answers
                .Options.SelectMany(option => option.Places)
                .SelectMany(place => place.Governance.Funds)
                .Where(fund => fund.Pool is not null)
                .Select(fund => fund.Id)
                .Distinct(),
        ];
        years = Enumerable.Range(0, scenario.Horizon.Years).ToDictionary(year => scenario.Horizon.YearAt(year).ToString());
        lastYear = scenario.Horizon.YearAt(scenario.Horizon.Years - 1).ToString();
    }

    /// <summary>Price base of all money.</summary>
    public string PriceBase { get; }

    /// <summary>Reads one option.</summary>
    public OptionHeadline Read(Option option) => new()
    {
        Option = option.Id,
        Title = option.Title,
        IsBaseline = option.Id == scenario.Baseline,
        Accounts =
        [
            .. option.Place.Organisations.Select(organisation => Read(option, organisation)),
            .. pools.Select(pool => ReadPool(option.Id, pool)),
        ],
        Waiting = Own(option.Id, "waiting").Where(row => row.Year == lastYear).Sum(row => row.Value),
        Left = Own(option.Id, "left").Sum(row => row.Value),
        Returned = Own(option.Id, "returned").Sum(row => row.Value),
        Gap = UnfundedGap.Of(answers, option),
    };

    private AccountHeadline Read(Option option, Organisation organisation) => new()
    {
        Name = organisation.Id.Name,
        Title = organisation.Title,
        Role = RoleOf(organisation.Id),
        Spend = Spend(option.Id, organisation.Id.Name),
        Position = AtEnd(Own(option.Id, "position"), organisation.Id.Name, ""),
        Deficit = AtEnd(Own(option.Id, "deficit"), organisation.Id.Name, "") ?? 0.0,
        MayRunDeficit = organisation.MayRunDeficit,
        Gain = AtEnd(Gains(option.Id), organisation.Id.Name, ""),
    };

    private AccountHeadline ReadPool(OptionId option, FundId pool) => new()
    {
        Name = pool.Name,
        Title = pool.Name,
        Role = AccountRole.Pool,
        Spend = [.. Enumerable.Repeat(0.0, scenario.Horizon.Years)],
        Position = AtEnd(Own(option, "position"), "", pool.Name),
        Deficit = 0.0,
        MayRunDeficit = false,
        Gain = AtEnd(Gains(option), "", pool.Name),
    };

    private AccountRole RoleOf(OrganisationId organisation)
    {
        var pays = answers
            .Options.SelectMany(option => option.Places)
            .SelectMany(place => place.Governance.Funds)
            .Any(fund =>
                (fund.Owner == organisation && !fund.Pays.IsEmpty)
                || (fund.Pool?.Contributions.Any(part => part.Partner == organisation) ?? false)
            );
        var provides = answers
            .Options.SelectMany(option => option.Places)
            .Any(place => place.Services.Any(service => place.ProviderOf(service) == organisation));
        return (pays, provides) switch
        {
            (true, true) => AccountRole.PayerAndProvider,
            (true, false) => AccountRole.Payer,
            (false, true) => AccountRole.Provider,
            _ => AccountRole.Bystander,
        };
    }

    private ImmutableArray<double> Spend(OptionId option, string organisation)
    {
        var spend = new double[scenario.Horizon.Years];
        foreach (var row in Own(option, "spend").Where(row => row.About.Organisation == organisation))
        {
            spend[years[row.Year]] += row.Value;
        }

        return [.. spend];
    }

    private double? AtEnd(IEnumerable<Observation> rows, string organisation, string fund)
    {
        foreach (var row in rows)
        {
            if (row.Year == lastYear && row.About.Organisation == organisation && row.About.Fund == fund)
            {
                return row.Value;
            }
        }

        return null;
    }

    private IEnumerable<Observation> Own(OptionId option, string measure) => Yearly(answers.Rows(option.Name, "", measure));

    private IEnumerable<Observation> Gains(OptionId option) => Yearly(answers.Rows(option.Name, scenario.Baseline.Name, "gain_to_date"));

    private IEnumerable<Observation> Yearly(IEnumerable<Observation> rows) =>
        rows.Where(row => row.Step is null && (row.About.PriceBase.Length == 0 || row.About.PriceBase == PriceBase));
}
