using SystemSim.Kernel;
using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>Says what the rows of an option's ledger are about, in names, under one arrangement.</summary>
/// <param name="option">The option.</param>
/// <param name="place">The place under the arrangement.</param>
/// <param name="today">The place as it is today, whose contracts an arrangement may break.</param>
internal sealed class RowReader(Option option, Place place, Place today)
{
    private Place Place => place;

    /// <summary>What a ledger row is about; null where the arrangement does not have it.</summary>
    public Subject? Describe(LedgerRow row)
    {
        if (!Has(row))
        {
            return null;
        }

        var name = NameOf(row.Measure);
        var about = new Subject { Option = option.Id.Name, Measure = name, Unit = MeasureCatalogue.Find(name)!.Unit };
        return row.Measure switch
        {
            Measure.People => About(about, row.Row),
            Measure.Dead or Measure.Deaths or Measure.Residual => AboutAge(about, row.Row),
            Measure.Births or Measure.Migration or Measure.QualityAdjustedLifeYears => about with { Area = AreaName(row.Row) },
            >= Measure.NeedLed and <= Measure.Budget => About(about, Place.Services[row.Row], row.Measure),
            >= Measure.Contingency and <= Measure.Running or Measure.ReturnedByPool or Measure.RiskReserve => AboutFund(about, row.Row),
            Measure.Contribution or Measure.RingFence or Measure.RiskShare or Measure.SharedUnderspend or Measure.IntoRiskReserve =>
                about with
                {
                    Organisation = OrganisationName(row.Row),
                    Fund = Place.Governance.Funds[row.Fund].Id.Name,
                },
            Measure.EarmarkedReserves => about with
            {
                Organisation = OrganisationName(row.Row),
                Fund = Place.Organisations[row.Row].Reserves!.Earmarked[row.Fund].Name,
            },
            _ => about with { Organisation = OrganisationName(row.Row) },
        };
    }

    /// <summary>Whether the row is of a body, of a fund, or of a partner of a fund, that there is.</summary>
    private bool Has(LedgerRow row) =>
        IsThere(row) && row.Measure switch
        {
            >= Measure.Contingency and <= Measure.Running or Measure.ReturnedByPool or Measure.RiskReserve => FundAt(row.Row) is { } fund
                && (fund.Pool is not null || !IsOfPools(row.Measure)),
            Measure.Contribution or Measure.RingFence or Measure.RiskShare or Measure.SharedUnderspend or Measure.IntoRiskReserve => FundAt(
                row.Fund
            )
                is { Pool: { } pool } fund
                && pool.Contributions.Any(contribution => contribution.Partner == Place.Organisations[row.Row].Id)
                && (row.Measure != Measure.IntoRiskReserve || pool.EndOfYear.RiskReserve is not null || Ends(fund) || IsLeft(pool)),
            _ => true,
        };

    /// <summary>Whether it is of a body that is there; what one has passed on that has ended is told of it.</summary>
    private bool IsThere(LedgerRow row) => BodyOf(row) is not { } body
        || Place.Has(body)
        || (row.Measure is Measure.PassedOn or Measure.DebtPassedOn
            && Place.Governance.Succession.Any(successor => successor.Ended == body));

    /// <summary>The organisation whose row it is, its own fund's among them; null for what is of none.</summary>
    private OrganisationId? BodyOf(LedgerRow row) => row.Measure switch
    {
        >= Measure.Contingency and <= Measure.Running or Measure.ReturnedByPool or Measure.RiskReserve => FundAt(row.Row)?.Owner,
        >= Measure.Income => Place.Organisations[row.Row].Id,
        _ => null,
    };

    /// <summary>Whether a pool gives back what it holds because the option's own arrangement does without it.</summary>
    private bool Ends(Fund pool) => !ReferenceEquals(Place, option.Place) && option.Place.Governance.Funds.All(fund => fund.Id != pool.Id);

    /// <summary>Whether a partner leaves it, and is given its part of what it holds.</summary>
    private static bool IsLeft(Pool pool) => pool.Contributions.Any(contribution => contribution.Leaves is not null);

    private static bool IsOfPools(Measure measure) =>
        measure is Measure.SetUp or Measure.Running or Measure.ReturnedByPool or Measure.RiskReserve;

    private Fund? FundAt(int row) => Place.Governance.Funds.ElementAtOrDefault(row);

    /// <summary>The fund that pays for a service.</summary>
    private Fund FundOf(Service service) => Place.Governance.Funds.First(fund => fund.Pays.Contains(service.Id));

    /// <summary>Name of a kernel's measure in the catalogue.</summary>
    public static string NameOf(Measure measure) => measure switch
    {
        Measure.ReturnedByOrganisation or Measure.ReturnedByPool => "returned",
        Measure.RiskReserve => "reserves",
        Measure.Section114 => "section_114",
        Measure.QualityAdjustedLifeYears => "quality_adjusted_life_years",
        _ => SnakeCase(measure.ToString()),
    };

    private static string SnakeCase(string name) =>
        string.Concat(
            name.Select(
                (letter, index) =>
                    char.IsUpper(letter) && index > 0 ? $"_{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"
            )
        );

    private Subject About(Subject about, int cohort)
    {
        var need = cohort % Place.People.Need.Length;
        return AboutAge(about, cohort / Place.People.Need.Length) with { NeedState = Place.People.Need[need].Id.Name };
    }

    private Subject AboutAge(Subject about, int row) => about with
    {
        Area = AreaName(row / Place.People.Ages.Length),
        AgeBand = Place.People.Ages[row % Place.People.Ages.Length].Id.Name,
    };

    private Subject About(Subject about, Service service, Measure measure)
    {
        var named = about with
        {
            Service = service.Id.Name,
            Tier = service.Tier,
            Unit = about.Unit.Length > 0 ? about.Unit : UnitOf(service, measure),
        };
        return measure switch
        {
            Measure.Payment => AboutPayer(named, FundOf(service)) with { Provider = Place.ProviderOf(service).Name },
            Measure.BreakCharge => AboutPayer(named, FundOf(service)) with
            {
                Provider = Place.ProviderOf(today.Services.First(known => known.Id == service.Id)).Name,
            },
            Measure.Budget => AboutPayer(named, FundOf(service)),
            _ => named with { Provider = Place.ProviderOf(service).Name },
        };
    }

    private Subject AboutFund(Subject about, int row) => AboutPayer(about, Place.Governance.Funds[row]);

    private static Subject AboutPayer(Subject about, Fund fund) =>
        about with { Fund = fund.Id.Name, Organisation = fund.Owner?.Name ?? "" };

    private static string UnitOf(Service service, Measure measure)
    {
        if (measure is not (Measure.Volume or Measure.Capacity))
        {
            return service.Places is null ? service.Unit : "start";
        }

        return service.ShortStayDays is not null ? "bed-day"
            : service.Places is null ? service.Unit
            : measure == Measure.Volume ? "person-year" : "place";
    }

    private string AreaName(int area) => Place.People.Areas[area].Name;

    private string OrganisationName(int row) => Place.Organisations[row].Id.Name;
}
