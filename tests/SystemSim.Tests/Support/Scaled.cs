using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>A scenario with so many times the people, the capacity and the money: everything that is counted, nothing that is a
/// rate.</summary>
internal sealed class Scaled(double by)
{
    /// <summary>The scenario, scaled.</summary>
    public Scenario Scenario(Scenario scenario) =>
        scenario with { Options = [.. scenario.Options.Select(option => option.WithPlaces(Place))] };

    private Quantity Times(Quantity quantity) => quantity with { Value = quantity.Value * by };

    private Quantity? Maybe(Quantity? quantity) => quantity is null ? null : Times(quantity);

    private YearlyPath Times(YearlyPath path) =>
        path with { Points = [.. path.Points.Select(point => point with { Value = Times(point.Value) })] };

    private YearlyPath? Maybe(YearlyPath? path) => path is null ? null : Times(path);

    private PopulationFlow? Flow(PopulationFlow? flow) => flow is { IsRate: false } ? flow with { Value = Times(flow.Value) } : flow;

    private Place Place(Place place) => place with
    {
        People = place.People with
        {
            Start = [.. place.People.Start.Select(start => start with { People = Times(start.People) })],
            Deaths = place.People.Deaths is { } deaths
                ? deaths with { ScaleTo = Maybe(deaths.ScaleTo), Count = Maybe(deaths.Count) }
                : null,
            Births = Flow(place.People.Births),
            Migration = Flow(place.People.Migration),
            ControlTotals = [.. place.People.ControlTotals.Select(total =>
                total with { Totals = [.. total.Totals.Select(point => point with { Value = Times(point.Value) })] })],
        },
        Services = [.. place.Services.Select(Service)],
        Limits = [.. place.Limits.Select(limit => limit with { Amount = Maybe(limit.Amount) })],
        Effects = [.. place.Effects.Select(Effect)],
        Organisations = [.. place.Organisations.Select(Organisation)],
        Governance = place.Governance with
        {
            Funds = [.. place.Governance.Funds.Select(Fund)],
            Contracts = [.. place.Governance.Contracts.Select(stated => stated with { Contract = Contract(stated.Contract) })],
        },
    };

    private Service Service(Service service) => service with
    {
        Contract = Contract(service.Contract),
        Cost = service.Cost with { Volume = Maybe(service.Cost.Volume) },
        Budget = Maybe(service.Budget),
        Floor = Maybe(service.Floor),
        Ceiling = Maybe(service.Ceiling),
        Capacity = service.Capacity is { } capacity ? capacity with { Amount = Times(capacity.Amount) } : null,
        AtStart = new AtStart
        {
            Waiting = Maybe(service.AtStart.Waiting),
            InPlaces = Maybe(service.AtStart.InPlaces),
            Delivered = Maybe(service.AtStart.Delivered),
            Left = Maybe(service.AtStart.Left),
        },
    };

    /// <summary>Prices and shares stay.</summary>
    private Contract Contract(Contract contract) => contract with
    {
        Sum = Maybe(contract.Sum),
        Volume = Maybe(contract.Volume),
        Target = Maybe(contract.Target),
        StopLoss = Maybe(contract.StopLoss),
        BreakCharge = Maybe(contract.BreakCharge),
        TransactionCost = Maybe(contract.TransactionCost),
    };

    /// <summary>Reach is people; a dose is money a head.</summary>
    private Effect Effect(Effect effect) =>
        effect.Coverage is Coverage.ByReach reach ? effect with { Coverage = reach with { AtStart = Maybe(reach.AtStart) } } : effect;

    private Organisation Organisation(Organisation organisation) =>
        organisation with
        {
            Income = [.. organisation.Income.Select(line => line with { Amount = Times(line.Amount) })],
            OtherSpending =
            [
                .. organisation.OtherSpending.Select(line => line with { Amount = Times(line.Amount), Savings = Maybe(line.Savings) }),
            ],
            OneOffs = [.. organisation.OneOffs.Select(item => item with { Amount = Times(item.Amount) })],
            Reserves = organisation.Reserves is { } reserves
                ? reserves with
                {
                    General = Times(reserves.General),
                    Floor = Maybe(reserves.Floor),
                    Earmarked = [.. reserves.Earmarked.Select(reserve => reserve with { Amount = Times(reserve.Amount) })],
                    Planned = Maybe(reserves.Planned),
                }
                : null,
            BroughtForward = Maybe(organisation.BroughtForward),
            Account = organisation.Account is { Grant: { } grant } account
                ? account with { Grant = grant with { Of = Times(grant.Of) } }
                : organisation.Account,
            Capitalisation = organisation.Capitalisation is { } support
                ? support with
                {
                    Limit = Times(support.Limit),
                    Planned = Maybe(support.Planned),
                    Receipts = Maybe(support.Receipts),
                    ToReserves = Maybe(support.ToReserves),
                    OpeningDebt = support.OpeningDebt is { } debt ? debt with { Amount = Times(debt.Amount) } : null,
                }
                : null,
        };

    private Fund Fund(Fund fund) =>
        fund with
        {
            StartOfYear = fund.StartOfYear with
            {
                BalancesOver = fund.StartOfYear.BalancesOver is { } years ? years with { Use = Maybe(years.Use) } : null,
                Rule = fund.StartOfYear.Rule is BudgetRule.Plan plan
                    ? plan with
                    {
                        Amounts = [.. plan.Amounts.Select(amount => amount with { Amount = Times(amount.Amount) })],
                    }
                    : fund.StartOfYear.Rule,
            },
            Pool = fund.Pool is { } pool ? Pool(pool) : null,
        };

    private Pool Pool(Pool pool) =>
        pool with
        {
            Contributions =
            [
                .. pool.Contributions.Select(contribution =>
                    contribution with
                    {
                        First = Maybe(contribution.First),
                        Amounts = Maybe(contribution.Amounts),
                        Minimum = Maybe(contribution.Minimum),
                    }
                ),
            ],
            Total = Maybe(pool.Total),
            SetUp = Maybe(pool.SetUp),
            Running = Maybe(pool.Running),
            EndOfYear = pool.EndOfYear with
            {
                RiskReserve = Maybe(pool.EndOfYear.RiskReserve),
                Slice = Maybe(pool.EndOfYear.Slice),
                Caps = [.. pool.EndOfYear.Caps.Select(cap => cap with { Amount = Times(cap.Amount) })],
            },
        };
}
