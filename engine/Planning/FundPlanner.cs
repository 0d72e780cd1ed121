using SystemSim.Kernel;
using SystemSim.Model;

namespace SystemSim.Planning;

/// <summary>Turns organisations and funds into rows.</summary>
/// <param name="scenario">The scenario.</param>
/// <param name="place">The place under an arrangement.</param>
/// <param name="before">The place until then.</param>
/// <param name="last">The last year under the arrangement, and the place from then on; null where it stays.</param>
/// <param name="from">First year of the arrangement, counted from the first of the run.</param>
/// <param name="numbers">Numbers.</param>
/// <param name="services">Services.</param>
/// <param name="people">People.</param>
internal sealed class FundPlanner(
    Scenario scenario,
    Place place,
    Place before,
    (int Year, Place After)? last,
    int from,
    NumberPlanner numbers,
    ServicePlanner services,
    PeoplePlanner people
)
{
    private readonly Dictionary<OrganisationId, int> rows =
        Enumerable.Range(0, place.Organisations.Length).ToDictionary(row => place.Organisations[row].Id);

    /// <summary>The organisations.</summary>
    public ImmutableArray<OrganisationPlan> Organisations() =>
        [
            .. place.Organisations.Select(organisation => place.Has(organisation.Id) ? Present(organisation) : Absent(organisation)),
        ];

    /// <summary>A body that has ended or has not begun: it has nothing, and receives and spends nothing.</summary>
    private OrganisationPlan Absent(Organisation organisation) => new()
    {
        Exists = false,
        Successors = [.. SuccessorsOf(organisation)],
        Income = [],
        OtherSpending = [],
        OneOffs = [],
        Reserves = Number.Known(0.0),
        Floor = Number.Known(0.0),
        BroughtForward = Number.Known(0.0),
        Earmarked = [.. Earmarked(organisation).Select(reserve => Earmarked(organisation.Id, reserve) with { Amount = Number.Known(0.0) })],
        Order = Order(organisation),
        Repays = Number.Known(1.0),
        Keeps = Number.Known(1.0),
    };

    private IEnumerable<SuccessorPlan> SuccessorsOf(Organisation ended)
    {
        Successor[] successors = [.. place.Governance.Succession.Where(successor => successor.Ended == ended.Id)];
        foreach (var (row, successor) in successors.Index())
        {
            var names = Earmarked(place.Organisations[rows[successor.Body]]).Select(reserve => reserve.Name).ToList();
            yield return new(
                rows[successor.Body],
                Part(successors, row),
                [.. Earmarked(ended).Select(reserve => names.IndexOf(reserve.Name))]);
        }
    }

    /// <summary>What a successor takes on; the last of a body what the others leave.</summary>
    private PartPlan Part(Successor[] successors, int row) => row == successors.Length - 1
        ? new([.. successors[..row].Select(other => numbers.Of(other.Share))], IsRest: true)
        : new([numbers.Of(successors[row].Share)], IsRest: false);

    /// <summary>What a successor pays back of what bodies that have ended have invested to save.</summary>
    private IEnumerable<OneOffPlan> TakenOn(Organisation organisation)
    {
        foreach (var ended in place.Governance.Succession.GroupBy(successor => successor.Ended))
        {
            Successor[] successors = [.. ended];
            var row = Array.FindIndex(successors, successor => successor.Body == organisation.Id);
            foreach (var item in place.Organisations[rows[ended.Key]].OneOffs.Where(_ => row >= 0))
            {
                if (item.RepaidOver is { } years && numbers.Year(item.Year) < from)
                {
                    yield return new(numbers.Of(item.Amount), numbers.Year(item.Year), years, Part(successors, row));
                }
            }
        }
    }

    private OrganisationPlan Present(Organisation organisation) => new()
    {
        Begins = organisation.Begins && place.Governance.Succession.Any(successor => successor.Body == organisation.Id),
        Income = [.. organisation.Income.Select(line => numbers.Path(line.Amount))],
        OtherSpending =
        [
            .. organisation.OtherSpending.Select(line => new SpendingPlan(
                numbers.Path(line.Amount),
                numbers.OptionalPath(line.Savings),
                numbers.OfOptional(line.Delivered)
            )),
        ],
        OneOffs =
        [
            .. organisation.OneOffs.Select(item => new OneOffPlan(
                numbers.Of(item.Amount),
                numbers.Year(item.Year),
                item.RepaidOver ?? 0
            )),
            .. TakenOn(organisation),
        ],
        Reserves = numbers.Of(organisation.Reserves?.General, 0.0),
        Floor = numbers.Of(organisation.Reserves?.Floor, 0.0),
        BalancesOver = OwnFund(organisation)?.StartOfYear.BalancesOver is { } settlement ? Balanced(settlement) : null,
        PlannedMovement = numbers.OptionalPath(organisation.Reserves?.Planned),
        BroughtForward = numbers.Of(organisation.BroughtForward, 0.0),
        Earmarked = [.. Earmarked(organisation).Select(reserve => Earmarked(organisation.Id, reserve))],
        Order = Order(organisation),
        Repays = numbers.Of(organisation.Repays, organisation.RepaysOtherwise),
        Support = organisation.Capitalisation is { } support ? Support(support) : null,
        Account = organisation.Account is { } account ? Account(account) : null,
        EmergencyLevel = numbers.OfOptional(organisation.EmergencyLevel),
        Keeps = numbers.Of(organisation.Keeps, organisation.KeepsOtherwise),
    };

    private AccountPlan Account(Account account) => new()
    {
        Owner = rows[account.Owner],
        CountsFrom = account.CountsFrom is { } year ? Math.Max(numbers.Year(year), 0) : scenario.Horizon.Years,
        Financing = numbers.Of(account.Financing, 0.0),
        Grant = account.Grant is { IsApproved: true } grant
            ? new(numbers.Of(grant.Share), numbers.Of(grant.Of), numbers.Year(grant.Paid))
            : null,
        CentreMeets = numbers.OptionalPath(account.CentreMeets),
    };

    private SupportPlan Support(Capitalisation support) => new()
    {
        Limit = numbers.Path(support.Limit),
        Planned = numbers.OptionalPath(support.Planned),
        Receipts = numbers.OptionalPath(support.Receipts),
        ToReserves = numbers.OptionalPath(support.ToReserves),
        IncomeLost = numbers.Of(support.IncomeLost, 0.0),
        Rate = numbers.OptionalPath(support.Rate),
        Over = support.Over,
        Method = support.Method,
        Debt = support.OpeningDebt is { } debt ? new(numbers.Of(debt.Amount), debt.YearsLeft, numbers.Of(debt.Rate)) : null,
    };

    private Fund? OwnFund(Organisation organisation) => place.Governance.Funds.FirstOrDefault(fund => fund.Owner == organisation.Id);

    private BalancedYearsPlan Balanced(BalancedYears settlement)
    {
        var first = numbers.Year(settlement.From);
        return new(first, first + settlement.Years - 1, numbers.Of(settlement.Use, 0.0), numbers.Index(settlement.Index));
    }

    private static ImmutableArray<EarmarkedReserve> Earmarked(Organisation organisation) => organisation.Reserves?.Earmarked ?? [];

    private static ImmutableArray<int> Order(Organisation organisation)
    {
        ImmutableArray<string> names = [.. Earmarked(organisation).Select(reserve => reserve.Name)];
        return organisation.Reserves is { Order: { IsEmpty: false } order }
            ? [.. order.Select(name => names.IndexOf(name))]
            : [.. Enumerable.Range(0, names.Length), -1];
    }

    /// <summary>An earmarked reserve; of services it meets those whose result the organisation bears by itself.</summary>
    private EarmarkedPlan Earmarked(OrganisationId organisation, EarmarkedReserve reserve)
    {
        var own = place
            .Governance.Funds.Where(fund => fund.Owner == organisation)
            .SelectMany(fund => fund.Pays)
            .Concat(
                place
                    .Governance.Funds.SelectMany(fund => fund.Pool?.RingFenced ?? [])
                    .Where(fenced => fenced.Owner == organisation)
                    .Select(fenced => fenced.Service)
            );
        return new EarmarkedPlan(
            numbers.Of(reserve.Amount),
            reserve.Meets,
            [.. reserve.Services.Intersect(own).Select(services.Row).Order()]);
    }

    /// <summary>The funds.</summary>
    public ImmutableArray<FundPlan> Funds() => [.. place.Governance.Funds.Select(Fund)];

    private FundPlan Fund(Fund fund)
    {
        var paid = fund.Pays.Select(services.Row).Order().ToArray();
        var (start, rule) = (fund.StartOfYear, fund.StartOfYear.Rule);
        return new FundPlan
        {
            Pool = fund.Pool is { } pool ? Pool(pool) with { LastYear = Ends(fund) ? last!.Value.Year : null } : null,
            RowBefore = before.Governance.Funds.Select(known => known.Id).ToList().IndexOf(fund.Id),
            Statutory = [.. paid.Where(row => place.Services[row].Duty == Duty.Statutory)],
            Discretionary = [.. Lines(fund, paid.Where(row => place.Services[row].Duty == Duty.Discretionary))],
            Contingency = numbers.Of(start.Contingency, 0.0),
            Uplift = numbers.OptionalPath(start.Uplift),
            Reinvest = numbers.Of(start.Reinvest?.Share, 0.0),
            Protect = start.Protect is { } protect ? Protection(protect) : null,
            Rule = Kind(rule),
            Pace = numbers.Of((rule as BudgetRule.Pressure)?.Pace, 0.0),
            Hurdle = numbers.Of((rule as BudgetRule.BusinessCase)?.Hurdle, 0.0),
            Payback = numbers.OfOptional((rule as BudgetRule.BusinessCase)?.Payback),
            Phases = Months.Shares(fund.InYear.Profile, scenario.Horizon.StepsPerYear),
            UnspentLapses = fund.InYear.UnspentLapses,
            Brake = numbers.OfOptional(fund.InYear.Brake),
        };
    }

    private ProtectionPlan Protection(Protection protect) =>
        new(
            numbers.Path(protect.Share),
            [.. protect.Services.Select(services.Row).Where(row => place.Services[row].Duty == Duty.Statutory).Order()],
            protect.BrakeSpares
        );

    private bool Ends(Fund pool) => last is { } known && known.After.Governance.Funds.All(fund => fund.Id != pool.Id);

    private static RuleKind Kind(BudgetRule rule) => rule switch
    {
        BudgetRule.FixedShares => RuleKind.FixedShares,
        BudgetRule.Pressure => RuleKind.Pressure,
        BudgetRule.Plan => RuleKind.Plan,
        BudgetRule.BusinessCase => RuleKind.BusinessCase,
        _ => RuleKind.Historic,
    };

    private IEnumerable<FundLinePlan> Lines(Fund fund, IEnumerable<int> rows)
    {
        var rule = fund.StartOfYear.Rule;
        var shares = ((rule as BudgetRule.FixedShares)?.Shares ?? []).ToLookup(share => share.Service, share => share.Value);
        var values = ((rule as BudgetRule.Pressure)?.Values ?? []).ToLookup(value => value.Service, value => value.Value);
        var amounts = ((rule as BudgetRule.Plan)?.Amounts ?? []).ToLookup(amount => amount.Service, amount => amount.Amount);
        var reinvested = (fund.StartOfYear.Reinvest?.Services ?? []).ToHashSet();
        var isProtected = (fund.StartOfYear.Protect?.Services ?? []).ToHashSet();
        foreach (var row in rows)
        {
            var service = place.Services[row];
            yield return new FundLinePlan
            {
                Service = row,
                Share = numbers.OfOptional(shares[service.Id].FirstOrDefault()),
                Value = numbers.Of(values[service.Id].FirstOrDefault(), 1.0),
                Amount = rule is BudgetRule.Plan ? numbers.Path(amounts[service.Id].First()) : null,
                Case = service.ExpectedSaving is { } saving ? Case(fund, saving) : null,
                Reinvested = reinvested.Contains(service.Id),
                Protected = isProtected.Contains(service.Id),
            };
        }
    }

    private BusinessCasePlan Case(Fund fund, ExpectedSaving saving)
    {
        OrganisationId[] payers = fund.Pool is { } pool
            ? [.. pool.Contributions.Select(contribution => contribution.Partner)]
            : [fund.Owner!.Value];
        var theirs = saving.PerPound.Where(part => payers.Contains(part.Payer)).Select(part => numbers.Of(part.PerPound));
        return new BusinessCasePlan([.. theirs], numbers.Of(saving.Within));
    }

    private PoolPlan Pool(Pool pool) => new()
    {
        Partners = [.. Partners(pool)],
        Host = pool.Contributions.Select(contribution => contribution.Partner).ToList().IndexOf(pool.Host),
        Total = numbers.OptionalPath(pool.Total),
        SetUp = numbers.Of(pool.SetUp, 0.0),
        Running = numbers.OptionalPath(pool.Running),
        Kept = numbers.Of(pool.EndOfYear.Kept, 0.0),
        Returned = numbers.Of(pool.EndOfYear.Returned, 0.0),
        RiskReserve = numbers.Of(pool.EndOfYear.RiskReserve, 0.0),
        RiskRule = pool.EndOfYear.RiskShare,
        Corridor = numbers.OfOptional(pool.EndOfYear.Corridor),
        Slice = numbers.OptionalPath(pool.EndOfYear.Slice),
    };

    private IEnumerable<PartnerPlan> Partners(Pool pool)
    {
        var broughtIn = Owned(pool.BroughtIn);
        var ringFenced = Owned(pool.RingFenced);
        var fenced = ringFenced.SelectMany(owner => owner).ToHashSet();
        var excluded = pool.EndOfYear.Excluded.Select(services.Row).ToHashSet();
        return pool.Contributions.Select(contribution =>
        {
            ImmutableArray<int> own = [.. broughtIn[contribution.Partner].Order()];
            ImmutableArray<int> unfenced = [.. own.Where(row => !fenced.Contains(row))];
            return Partner(
                pool,
                contribution,
                (own, unfenced),
                [.. ringFenced[contribution.Partner].Order()],
                [.. unfenced.Where(excluded.Contains)]
            );
        });
    }

    private PartnerPlan Partner(
        Pool pool,
        Contribution contribution,
        (ImmutableArray<int> Own, ImmutableArray<int> Unfenced) broughtIn,
        ImmutableArray<int> ringFenced,
        ImmutableArray<int> excluded
    ) =>
        new()
        {
            BroughtIn = broughtIn.Own,
            Unfenced = broughtIn.Unfenced,
            RingFenced = ringFenced,
            Excluded = excluded,
            Organisation = rows[contribution.Partner],
            Follows = contribution.Follow,
            First = numbers.OfOptional(contribution.First),
            Index = numbers.Index(contribution.Index),
            Amounts = numbers.OptionalPath(contribution.Amounts),
            Share = numbers.OfOptional(contribution.Share),
            Cap = numbers.OptionalPath(pool.EndOfYear.Caps.FirstOrDefault(cap => cap.Partner == contribution.Partner)?.Amount),
            PerPerson = contribution.PerPerson is { } heads ? PerPerson(heads) : null,
            Minimum = numbers.OptionalPath(contribution.Minimum),
            LastYear = contribution.Leaves is { } leaves ? numbers.Year(leaves) - 1 : null,
            CutInEmergency = contribution.CutInEmergency,
            RiskShare = pool.EndOfYear.Shares.FirstOrDefault(share => share.Partner == contribution.Partner)?.Share is { } share
                ? numbers.Of(share, NumberPlanner.SharesOf(pool))
                : null,
        };

    private PerPersonPlan PerPerson(AmountsAHead heads) =>
        new(
            [
                .. heads.Amounts.Select(amount => new AmountAHeadPlan(
                    numbers.Of(amount.Amount),
                    people.Group(new CohortGroup { Ages = heads.Ages, Areas = heads.Areas, Need = [amount.Need] })
                )),
            ],
            numbers.Of(heads.Factor, 1.0),
            numbers.Index(heads.Index),
            heads.Year is { } year ? numbers.Year(year) : 0
        );

    private ILookup<OrganisationId, int> Owned(ImmutableArray<ServiceOwner> owners) =>
        owners.ToLookup(owner => owner.Owner, owner => services.Row(owner.Service));
}
