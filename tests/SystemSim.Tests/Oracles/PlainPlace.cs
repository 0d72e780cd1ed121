using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>A place under one option, with names turned into rows and quantities into central values (section 1).</summary>
internal sealed class PlainPlace
{
    private readonly Dictionary<FactorId, double> factors;
    private readonly Dictionary<IndexId, PriceIndex> indices;
    private readonly Dictionary<string, Quantity> grades;
    private readonly Dictionary<ServiceId, int> serviceRows;
    private readonly Dictionary<OrganisationId, int> organisationRows;
    private readonly Dictionary<NeedStateId, int> needRows;
    private int[] payers;

    public PlainPlace(Scenario scenario, Place place)
    {
        Place = place;
        Today = scenario.BaselineOption.Place;
        Before = Today;
        Horizon = scenario.Horizon;
        Prices = scenario.Prices;
        grades = scenario.Grades.ToDictionary(grade => grade.Id, grade => grade.Shrinks);
        factors = scenario.Factors.ToDictionary(factor => factor.Id, factor => factor.Value.Value);
        indices = scenario.Prices.Indices.ToDictionary(index => index.Id);
        serviceRows = Rows(place.Services.Select(service => service.Id));
        organisationRows = Rows(place.Organisations.Select(organisation => organisation.Id));
        Organisations = Bodies();
        needRows = Rows(place.People.Need.Select(need => need.Id));
        payers = Payers();
    }

    public Place Place { get; private set; }

    /// <summary>The place as the baseline has it.</summary>
    public Place Today { get; }

    /// <summary>The place under the arrangement before this one; today's for the first.</summary>
    public Place Before { get; private set; }

    /// <summary>Row of the first year of the arrangement.</summary>
    public int From { get; private set; }

    public Horizon Horizon { get; }

    public Prices Prices { get; }

    public Population People => Place.People;

    public IReadOnlyList<Service> Services => Place.Services;

    /// <summary>The organisations; those that are not there have a name and nothing else.</summary>
    public IReadOnlyList<Organisation> Organisations { get; private set; }

    /// <summary>Whether an organisation is there.</summary>
    public bool IsThere(int o) => !Place.Governance.Absent.Contains(Place.Organisations[o].Id);

    /// <summary>Whether it ends, or takes on what others have that do, under the arrangement.</summary>
    public bool IsOfSuccession(int o) =>
        Place.Governance.Succession.Any(part => part.Ended == Place.Organisations[o].Id || part.Body == Place.Organisations[o].Id);

    /// <summary>Shares that successors have of a body that ends; the last has what the others leave.</summary>
    public IEnumerable<(OrganisationId Body, double Share)> SharesOf(OrganisationId ended)
    {
        var parts = Place.Governance.Succession.Where(part => part.Ended == ended).ToList();
        var left = 1.0;
        foreach (var part in parts)
        {
            var share = part == parts[^1] ? left : Value(part.Share);
            yield return (part.Body, share);
            left -= share;
        }
    }

    /// <summary>Who provides a service: who it says, or a successor.</summary>
    public static OrganisationId Provider(Place place, Service service)
    {
        var heirs = place.Governance.Succession.Where(part => part.Ended == service.Provider).Select(part => part.Body).ToList();
        if (heirs.Count == 0)
        {
            return service.Provider;
        }

        var said = place.Governance.Provides.Where(part => part.Service == service.Id).Select(part => part.Provider).ToList();
        var payers = place.Governance.Funds.Where(fund => fund.Pays.Contains(service.Id))
            .Select(fund => fund.Owner ?? fund.Pool!.BroughtIn.First(brought => brought.Service == service.Id).Owner)
            .Where(heirs.Contains).ToList();
        return heirs.Count == 1 ? heirs[0] : said.Count == 1 ? said[0] : payers.Count == 1 ? payers[0] : heirs[0];
    }

    /// <summary>Who provides a service now.</summary>
    public OrganisationId Provider(Service service) => Provider(Place, service);

    public IReadOnlyList<Fund> Funds => Place.Governance.Funds;

    /// <summary>Steps in a year.</summary>
    public int M => Horizon.StepsPerYear;

    public int ServiceRow(ServiceId id) => serviceRows[id];

    public int OrganisationRow(OrganisationId id) => organisationRows[id];

    public int NeedRow(NeedStateId id) => needRows[id];

    /// <summary>Brings another arrangement into force.</summary>
    public void Enter(Place place, int y)
    {
        From = place.Governance.Id == Place.Governance.Id ? From : y;
        (Before, Place) = (Place, place);
        Organisations = Bodies();
        payers = Payers();
    }

    /// <summary>Whether the arrangement has a service paid on other terms than the one before.</summary>
    public bool IsReplaced(ServiceId service)
    {
        var (now, then) = (Place.Governance, Before.Governance);
        return now.Id != then.Id && (now.StatedFor(service) ?? then.StatedFor(service)) is not null;
    }

    /// <summary>The fund that pays for a service.</summary>
    public int Payer(int j) => payers[j];

    /// <summary>Terms of a service's contract: the arrangement's, else its own.</summary>
    public Contract Contract(int j) => Place.Governance.ContractOf(Services[j]);

    /// <summary>The row of an organisation's own fund.</summary>
    public int OwnFund(int o) => Array.FindIndex([.. Funds], fund => fund.Owner == Organisations[o].Id);

    /// <summary>Rows of the services that a fund pays for.</summary>
    public IEnumerable<int> Paid(int f) => Enumerable.Range(0, Services.Count).Where(j => payers[j] == f);

    public bool IsStatutory(int j) => Services[j].Duty == Duty.Statutory;

    /// <summary>Cohorts as area, age band, need state; their place in the list is their row.</summary>
    public IEnumerable<(int Area, int Age, int Need)> Cohorts =>
        from area in Enumerable.Range(0, People.Areas.Length)
        from age in Enumerable.Range(0, People.Ages.Length)
        from need in Enumerable.Range(0, People.Need.Length)
        select (area, age, need);

    public bool Serves(int j, int area) => Services[j].Areas.IsEmpty || Services[j].Areas.Contains(People.Areas[area]);

    public bool Includes(CohortGroup group, (int Area, int Age, int Need) cohort) =>
        group.Includes(People.Areas[cohort.Area], People.Ages[cohort.Age].Id, People.Need[cohort.Need].Id);

    /// <summary>A quantity's central value times those of its factors.</summary>
    public double Value(Quantity quantity) => quantity.Factors.Aggregate(quantity.Value, (value, id) => value * factors[id]);

    /// <summary>Share of a deficit that is repaid where that is not stated.</summary>
    public static double Repays(Organisation organisation) =>
        organisation.Kind == OrganisationKind.RingFencedAccount ? 0.0 : Unstated(organisation);

    /// <summary>What an organisation keeps where that is not stated.</summary>
    public static double Unstated(Organisation organisation) => organisation.Kind == OrganisationKind.NhsCommissioner ? 0.0 : 1.0;

    public double Value(Quantity? quantity, double otherwise) => quantity is null ? otherwise : Value(quantity);

    /// <summary>Share by which a grade of evidence shrinks a strength.</summary>
    public double Shrinkage(string? grade) => grade is null ? 0.0 : Value(grades[grade]);

    /// <summary>A path in the year of a row.</summary>
    public double At(YearlyPath path, int y) => At(path, Horizon.YearAt(y));

    public double At(YearlyPath? path, int y, double otherwise) => path is null ? otherwise : At(path, y);

    /// <summary>What an amount of one year's prices becomes in another's.</summary>
    public double Carry(IndexId? index, FinancialYear from, FinancialYear to) =>
        index is { } id ? At(indices[id].Levels, to) / At(indices[id].Levels, from) : 1.0;

    /// <summary>A lag in steps; 0 stays 0.</summary>
    public int Lag(double years) => years == 0.0 ? 0 : Math.Max(1, (int)Math.Floor((years * M) + 0.5));

    /// <summary>The season of a step; months April first.</summary>
    public double Season(int j, int s)
    {
        var months = Services[j].Demand.Season;
        return months.IsEmpty ? 1.0 : M switch
        {
            1 => 1.0,
            4 => (months[3 * s] + months[(3 * s) + 1] + months[(3 * s) + 2]) / 3.0,
            _ => months[s / (M / 12)],
        };
    }

    /// <summary>The share of a year's budget that a step gets.</summary>
    public double Phase(int f, int s)
    {
        var months = Funds[f].InYear.Profile;
        return months.IsEmpty ? 1.0 / M : M switch
        {
            1 => 1.0,
            4 => months[3 * s] + months[(3 * s) + 1] + months[(3 * s) + 2],
            _ => months[s / (M / 12)] / (M / 12),
        };
    }

    private List<Organisation> Bodies() =>
        [
            .. Place.Organisations.Select((body, o) => IsThere(o)
                ? body with { OneOffs = [.. body.OneOffs, .. Inherited(body.Id)] }
                : new Organisation { Id = body.Id, Title = body.Title, Kind = body.Kind }),
        ];

    /// <summary>What is still paid back of what bodies have spent that have ended.</summary>
    private IEnumerable<OneOff> Inherited(OrganisationId body) =>
        from ended in Place.Governance.Succession.Select(part => part.Ended).Distinct()
        from heir in SharesOf(ended)
        where heir.Body == body
        from item in Place.Organisations.Single(known => known.Id == ended).OneOffs
        where item.RepaidOver is not null && item.Year - Horizon.Start < From
        select item with { Amount = Quantity.Of(heir.Share * Value(item.Amount)) };

    private int[] Payers() => [.. Place.Services.Select(service => Array.FindIndex([.. Funds], fund => fund.Pays.Contains(service.Id)))];

    private static Dictionary<T, int> Rows<T>(IEnumerable<T> names)
        where T : notnull => names.Select((name, row) => (name, row)).ToDictionary(pair => pair.name, pair => pair.row);

    private double At(YearlyPath path, FinancialYear year)
    {
        var row = path.Points.Length - 1;
        while (row >= 0 && path.Points[row].From > year)
        {
            row--;
        }

        if (row < 0)
        {
            throw new PlainEngineException($"a path that starts in {path.Points[0].From} has no value in {year}.");
        }

        var value = Value(path.Points[row].Value);
        return row < path.Points.Length - 1 ? value : value * Since(path, path.Points[row].From, year);
    }

    private double Since(YearlyPath path, FinancialYear last, FinancialYear year) =>
        path.Growth is { } growth ? Math.Pow(1.0 + Value(growth), year - last) : Carry(path.Index, last, year);
}
