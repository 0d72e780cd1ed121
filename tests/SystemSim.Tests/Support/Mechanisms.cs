using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>The mechanisms of the model, each with how to tell that it touches a service. Two of them meet where one service is touched by
/// both.</summary>
/// <remarks>
/// What belongs to a fund touches the services that it pays for; what belongs to a body, those that its own fund or a pool to which it pays
/// pays for; what is of people, time or the appraisal, every service.
/// </remarks>
internal static class Mechanisms
{
    /// <summary>Families of which a service has at most one member: a fund has one rule, a contract one form.</summary>
    private static readonly (string Of, (string Name, Func<Touched, bool> Touches)[] Members)[] Families =
    [
        ("duty", [.. Each<Duty>("", at => at.Service.Duty)]),
        ("use", [
            ("contacts", at => at.Service.Places is null && at.Service.ShortStayDays is null),
            ("short stays", at => at.Service.ShortStayDays is not null),
            ("places", at => at.Service.Places is not null)]),
        ("target of capacity", [.. Each<CapacityTarget>("capacity by ", at => at.Service.Capacity?.Target)]),
        ("form of contract", [.. Each<ContractForm>("contract ", at => at.Contract.Form)]),
        (
            "rule of a budget",
            [
                ("historic", at => at.Fund?.StartOfYear.Rule is BudgetRule.Historic),
                ("fixed shares", at => at.Fund?.StartOfYear.Rule is BudgetRule.FixedShares),
                ("pressure", at => at.Fund?.StartOfYear.Rule is BudgetRule.Pressure),
                ("plan", at => at.Fund?.StartOfYear.Rule is BudgetRule.Plan),
                ("business case", at => at.Fund?.StartOfYear.Rule is BudgetRule.BusinessCase),
            ]
        ),
        (
            "rule of a risk share",
            [.. Each<RiskShare>("risk share ", at => at.Pool is { Contributions.Length: > 1 } pool ? pool.EndOfYear.RiskShare : null)]
        ),
        ("counting", [.. Each<Counting>("counting ", at => at.Scenario.Horizon.Counting)]),
        ("order of flows", [.. Each<FlowOrder>("flows ", at => at.Scenario.Horizon.Flows)]),
        ("basis of rates", [.. Each<RateBasis>("rates ", at => at.Scenario.Rates)]),
        ("discounting", [.. Each<Discounting>("discounted ", at => at.Scenario.Appraisal?.Discounting)]),
        (
            "charge for use",
            [
                ("charge of use up to the cost", at => at.Service.Cost.Use is { } use && use.Amount.Value <= at.Service.Cost.Unit.Value),
                ("charge of use above the cost", at => at.Service.Cost.Use is { } use && use.Amount.Value > at.Service.Cost.Unit.Value),
            ]
        ),
        (
            "share charged",
            [
                ("charges in part", at => at.Service.Cost.Charges is { Value: < 1.0 }),
                ("charges of all", at => at.Service.Cost.Charges is { Value: 1.0 }),
            ]
        ),
        (
            "investment",
            [
                ("named investment", at => at.Scenario.Appraisal is { } terms && terms.InvestsIn.Contains(at.Service.Id)),
                ("outside what is invested in, costs graded", at =>
                    at.Scenario.Appraisal is { InvestsIn.IsEmpty: false, CostsGrade: not null } terms
                    && !terms.InvestsIn.Contains(at.Service.Id)
                ),
            ]
        ),
        (
            "deaths",
            [
                ("deaths scaled once", at => at.People.Deaths?.ScaleTo is { Points.Length: 1, Growth: null, Index: null }),
                ("deaths scaled along a path", at =>
                    at.People.Deaths?.ScaleTo is { } scale && (scale.Points.Length > 1 || scale.Growth is not null)
                ),
                ("counted deaths", at => at.People.Deaths?.Count is not null),
            ]
        ),
    ];

    private static readonly (string Name, Func<Touched, bool> Touches)[] Single =
    [
        .. OfDemand(),
        .. OfUnmet(),
        .. OfEffects(),
        .. OfCapacity(),
        .. OfCost(),
        .. OfBudgets(),
        .. OfContracts(),
        .. OfFunds(),
        .. OfPools(),
        .. OfBodies(),
        .. OfAll(),
    ];

    /// <summary>Every mechanism, families first.</summary>
    public static IReadOnlyList<(string Name, Func<Touched, bool> Touches)> All { get; } =
    [.. Families.SelectMany(family => family.Members), .. Single];

    /// <summary>Whether both are of one family, of which a service has one at most.</summary>
    public static bool AreOfOneFamily(string one, string other) =>
        Families.Any(family => family.Members.Any(member => member.Name == one) && family.Members.Any(member => member.Name == other));

    /// <summary>In how many scenarios each two mechanisms meet at a service, as rows of <see cref="All"/>, the first row above the
    /// second.</summary>
    public static int[,] Meetings(IEnumerable<Scenario> scenarios)
    {
        var met = new int[All.Count, All.Count];
        foreach (var scenario in scenarios)
        {
            var meets = new bool[All.Count, All.Count];
            foreach (var at in Everywhere(scenario))
            {
                int[] here = [.. Enumerable.Range(0, All.Count).Where(row => All[row].Touches(at))];
                for (var first = 0; first < here.Length; first++)
                {
                    foreach (var second in here.AsSpan(first + 1))
                    {
                        meets[here[first], second] = true;
                    }
                }
            }

            for (var one = 0; one < All.Count; one++)
            {
                for (var other = one + 1; other < All.Count; other++)
                {
                    met[one, other] += meets[one, other] ? 1 : 0;
                }
            }
        }

        return met;
    }

    private static IEnumerable<Touched> Everywhere(Scenario scenario) =>
        from option in scenario.Options
        from place in option.Places
        from service in place.Services
        select new Touched(scenario, option, place, service);

    private static IEnumerable<(string Name, Func<Touched, bool> Touches)> Each<T>(string before, Func<Touched, T?> of)
        where T : struct, Enum =>
        Enum.GetValues<T>().Select(value => ($"{before}{value}", (Func<Touched, bool>)(at => of(at) is { } found && found.Equals(value))));

    private static IEnumerable<(string Name, Func<Touched, bool> Touches)> OfDemand() =>
        [
            ("area served", at => !at.Service.Areas.IsEmpty),
            ("season", at => !at.Service.Demand.Season.IsEmpty),
            ("growth of demand", at => at.Service.Demand.Growth is not null),
            ("demand by age", at => !at.Service.Demand.AgeMultipliers.IsEmpty),
            ("contacts per move", at => !at.Service.Demand.PerMove.IsEmpty),
            ("referrals", at => !at.Service.Referrals.IsEmpty),
            ("failure", at => !at.Service.Failures.IsEmpty),
            ("hand-off", at => at.Service.Failures.Any(failure => failure.HandOff is not null)),
            ("hand-off that fades", at => at.Service.Failures.Any(failure => failure.HandOffFadesOver is not null)),
            ("list at the start", at => at.Service.AtStart.Waiting is not null),
            ("people in places at the start", at => at.Service.AtStart.InPlaces is not null),
            ("delivered before the start", at => at.Service.AtStart.Delivered is not null),
            ("left before the start", at => at.Service.AtStart.Left is not null),
            ("factor on its numbers", at =>
                !at.Service.Cost.Unit.Factors.IsEmpty || at.Service.Demand.Rates.Any(rate => rate is { Factors.IsEmpty: false })
            ),
        ];

    private static IEnumerable<(string Name, Func<Touched, bool> Touches)> OfUnmet() =>
    [
        ("list", at => at.Service.Unmet is { Waits.Value: > 0.0 }),
        ("reneging", at => at.Service.Unmet?.Reneges is not null),
        ("diversion", at => at.Service.Unmet is { Diverts.IsEmpty: false }),
        ("harm of going without", at => at.Service.Unmet is { Harms.IsEmpty: false }),
        ("harm on its demand", at => at.IsHarmed(new Target.DemandFor(at.Service.Id))),
        ("harm on its failures", at => at.IsHarmed(new Target.FailureOf(at.Service.Id))),
        ("harm on its stays", at => at.IsHarmed(new Target.StayIn(at.Service.Id))),
    ];

    private static IEnumerable<(string Name, Func<Touched, bool> Touches)> OfEffects() =>
        [
            ("effect by reach", at =>
                at.Place.Effects.Any(effect =>
                    effect is { Coverage: Coverage.ByReach, Owner: EffectOwner.ByService by } && by.Service == at.Service.Id
                )
            ),
            ("effect by spend on it", at =>
                at.Place.Effects.Any(effect => effect.Coverage is Coverage.BySpend dose && dose.Services.Contains(at.Service.Id))
            ),
            ("effect on its demand", at => at.IsActedOn(new Target.DemandFor(at.Service.Id))),
            ("effect on its failures", at => at.IsActedOn(new Target.FailureOf(at.Service.Id))),
            ("effect on its stays", at => at.IsActedOn(new Target.StayIn(at.Service.Id))),
            ("effect of the arrangement", at =>
                at.Place.Effects.Any(effect => effect.Owner is EffectOwner.ByGovernance by && by.Governance == at.Place.Governance.Id)
            ),
        ];

    private static IEnumerable<(string Name, Func<Touched, bool> Touches)> OfCapacity() =>
    [
        ("bounded growth of capacity", at => at.Service.Capacity?.GrowsAtMost is not null),
        ("bounded shrinking of capacity", at => at.Service.Capacity?.ShrinksAtMost is not null),
        ("capacity that an option alone has", at => at.Option.Sets.Contains($"services.{at.Service.Id}.capacity = added")),
        ("shared capacity", at => at.Shares(LimitKind.Capacity)),
        ("shared money", at => at.Shares(LimitKind.Money)),
    ];

    private static IEnumerable<(string Name, Func<Touched, bool> Touches)> OfCost() =>
    [
        ("cost by an index", at => at.Service.Cost.Index is not null),
        ("fixed cost", at => at.Service.Cost.Fixed is not null),
        ("semi-fixed cost", at => at.Service.Cost.SemiFixed is not null),
        ("blocks", at => at.Service.Cost.BlocksOf is not null),
        ("cost released late", at => at.Service.Cost.ReleasedAfter >= 0.25),
        ("cost laid out for a volume", at => at.Service.Cost.Volume is not null),
        ("cost of nothing", at => at.Service.Cost.Unit.Value == 0.0),
    ];

    private static IEnumerable<(string Name, Func<Touched, bool> Touches)> OfBudgets() =>
    [
        ("budget stated", at => at.Service.Budget is not null),
        ("floor", at => at.Service.Floor is not null),
        ("ceiling", at => at.Service.Ceiling is not null),
        ("expected saving", at => at.Service.ExpectedSaving is not null),
    ];

    private static IEnumerable<(string Name, Func<Touched, bool> Touches)> OfContracts() =>
    [
        ("contract of the arrangement", at => at.Place.Governance.StatedFor(at.Service.Id) is not null),
        ("index of the contract", at => at.Contract.Index is not null),
        ("term", at => at.Contract.Term is not null),
        ("term that ends", at => at.Contract.Term < at.Scenario.Horizon.Years),
        ("break charge", at => at.IsBroken),
        ("transaction cost", at => at.Contract.TransactionCost is not null),
        ("notice", at => at.Contract.Notice is not null),
        ("collapse", at => at.Contract.Collapse is not null),
        ("price stated", at => at.Contract.Price is { Value: > 0.0 }),
        ("price of nothing", at => at.Contract.Price is { Value: 0.0 }),
        ("sum stated", at => at.Contract.Sum is not null),
        ("volume stated", at => at.Contract.Volume is not null),
        ("gain share", at => at.Contract.GainShare is not null),
        ("pain share", at => at.Contract.PainShare is not null),
        ("stop-loss", at => at.Contract.StopLoss is not null),
        ("another than who pays provides", at => !at.Payers.Contains(at.Service.Provider)),
    ];

    private static IEnumerable<(string Name, Func<Touched, bool> Touches)> OfFunds() =>
    [
        ("own fund", at => at.Fund is { Pool: null }),
        ("contingency", at => at.Fund?.StartOfYear.Contingency is not null),
        ("uplift", at => at.Fund?.StartOfYear.Uplift is not null),
        ("reinvest", at => at.Fund?.StartOfYear.Reinvest is { } reinvest && reinvest.Services.Contains(at.Service.Id)),
        ("protected share", at => at.Fund?.StartOfYear.Protect is { } protect && protect.Services.Contains(at.Service.Id)),
        ("profile", at => at.Fund is { InYear.Profile.IsEmpty: false }),
        ("unspent lapses", at => at.Fund is { InYear.UnspentLapses: true }),
        ("brake", at => at.Fund?.InYear.Brake is not null),
    ];

    private static IEnumerable<(string Name, Func<Touched, bool> Touches)> OfPools() =>
        [
            ("pool", at => at.Pool is not null),
            ("ring fence", at => at.Pool is { } pool && pool.RingFenced.Any(fenced => fenced.Service == at.Service.Id)),
            ("ring fence to another", at =>
                at.Pool is { } pool && pool.RingFenced.Any(fenced => fenced.Service == at.Service.Id && !pool.BroughtIn.Contains(fenced))
            ),
            ("beside a ring fence", at => at.Pool is { } pool && pool.RingFenced.Any(fenced => fenced.Service != at.Service.Id)),
            ("excluded from risk share", at =>
                at.Pool is { Contributions.Length: > 1 } pool && pool.EndOfYear.Excluded.Contains(at.Service.Id)
            ),
            ("beside what is excluded", at =>
                at.Pool is { Contributions.Length: > 1 } pool && pool.EndOfYear.Excluded.Any(excluded => excluded != at.Service.Id)
            ),
            ("caps", at => at.Pool is { Contributions.Length: > 1, EndOfYear.Caps.IsEmpty: false }),
            ("stated shares of an overspend", at => at.Pool is { Contributions.Length: > 1, EndOfYear.Shares.IsEmpty: false }),
            ("risk reserve", at => at.Pool?.EndOfYear.RiskReserve is not null),
            ("underspend kept", at => at.Pool?.EndOfYear.Kept is not null),
            ("underspend returned", at => at.Pool?.EndOfYear.Returned is not null),
            ("set-up", at => at.Pool?.SetUp is not null),
            ("running", at => at.Pool?.Running is not null),
            .. Enum.GetValues<Follow>()
                .Select(follow =>
                    (
                        $"contribution by {follow}",
                        (Func<Touched, bool>)(at => at.Pool is { } pool && pool.Contributions.Any(paid => paid.Follow == follow))
                    )
                ),
            ("first contribution stated", at => at.Pool is { } pool && pool.Contributions.Any(paid => paid.First is not null)),
            ("corridor", at => at.Pool?.EndOfYear.Corridor is not null),
            ("minimum contribution", at => at.Pool is { } pool && pool.Contributions.Any(paid => paid.Minimum is not null)),
            ("partner that leaves", at => at.Pool is { } pool && pool.Contributions.Any(paid => paid.Leaves is not null)),
            ("contribution cut in an emergency", at => at.Pool is { } pool && pool.Contributions.Any(paid => paid.CutInEmergency)),
        ];

    private static IEnumerable<(string Name, Func<Touched, bool> Touches)> OfBodies() =>
        [
            ("emergency level", at => at.Bodies.Any(body => body.EmergencyLevel is not null)),
            .. Enum.GetValues<ReservePurpose>()
                .Select(purpose =>
                    (
                        $"earmarked reserve for {purpose}",
                        (Func<Touched, bool>)(
                            at =>
                                at.Bodies.Any(body =>
                                    body.Reserves is { } reserves
                                    && reserves.Earmarked.Any(reserve =>
                                        reserve.Meets == purpose && (reserve.Services.IsEmpty || reserve.Services.Contains(at.Service.Id))
                                    )
                                )
                        )
                    )
                ),
            ("order of reserves", at => at.Bodies.Any(body => body.Reserves is { Order.IsEmpty: false })),
            ("floor of reserves", at => at.Bodies.Any(body => body.Reserves?.Floor is not null)),
            ("planned reserves", at => at.Bodies.Any(body => body.Reserves?.Planned is not null)),
            ("brought forward", at => at.Bodies.Any(body => body.BroughtForward is not null)),
            ("keeps", at => at.Bodies.Any(body => body.Keeps is not null)),
            ("repays", at => at.Bodies.Any(body => body.Repays is not null)),
            ("ring-fenced account", at => at.Bodies.Any(body => body.Account is not null)),
            ("support that is borrowed", at => at.Bodies.Any(body => body.Capitalisation is { Rate: not null })),
            ("support by the sale of assets", at => at.Bodies.Any(body => body.Capitalisation is { Receipts: not null })),
            ("planned support", at => at.Bodies.Any(body => body.Capitalisation is { Planned: not null })),
            ("debt when the run starts", at => at.Bodies.Any(body => body.Capitalisation is { OpeningDebt: not null })),
            ("one-off", at => at.Bodies.Any(body => body.OneOffs.Any(item => item.RepaidOver is null))),
            ("invest to save", at => at.Bodies.Any(body => body.OneOffs.Any(item => item.RepaidOver is not null))),
            ("other spending", at => at.Bodies.Any(body => !body.OtherSpending.IsEmpty)),
        ];

    private static IEnumerable<(string Name, Func<Touched, bool> Touches)> OfAll() =>
        [
            ("arrangement from a later year", at => at.Option.Change is not null),
            ("control totals", at => !at.People.ControlTotals.IsEmpty),
            ("single years of age", at => at.Scenario.Horizon.StepsPerYear == 1 && at.People.Ages.Any(age => age.Width == 1)),
            ("need state that people pass through", at => at.People.Moves.Any(row => row.Rest is not null)),
            ("births", at => at.People.Births is not null),
            ("migration", at => at.People.Migration is not null),
            ("appraisal", at => at.Scenario.Appraisal is not null),
            ("bias of costs", at => at.Scenario.Appraisal?.CostsGrade is not null),
            ("bias of benefits", at => at.Scenario.Appraisal?.BenefitsGrade is not null),
            ("stated value", at => at.Scenario.Appraisal is { Values.IsEmpty: false }),
            .. Enum.GetValues<ByChance>()
                .Select(chance => ($"{chance} by chance", (Func<Touched, bool>)(at => at.Scenario.Drawing.Chance.Contains(chance)))),
        ];

    /// <summary>A service in a place of an option.</summary>
    internal sealed record Touched(Scenario Scenario, Option Option, Place Place, Service Service)
    {
        public Population People => Place.People;

        public Contract Contract { get; } = Place.Governance.ContractOf(Service);

        /// <summary>The fund that pays for it.</summary>
        public Fund? Fund { get; } = Place.Governance.Funds.FirstOrDefault(fund => fund.Pays.Contains(Service.Id));

        public Pool? Pool => Fund?.Pool;

        /// <summary>Who pays for it, be it through a pool.</summary>
        public IReadOnlyList<OrganisationId> Payers => Pool is { } pool ? [.. pool.Contributions.Select(paid => paid.Partner)]
            : Fund?.Owner is { } owner ? [owner] : [];

        public IEnumerable<Organisation> Bodies => Place.Organisations.Where(body => Payers.Contains(body.Id));

        /// <summary>Whether its contract of today is broken by the option, and that is charged for.</summary>
        public bool IsBroken =>
            Scenario.BaselineOption.Place.Governance is var today
            && Option.Place.Governance.Id != today.Id
            && Scenario.BaselineOption.Place.Services.First(known => known.Id == Service.Id) is var before
            && today.ContractOf(before).BreakCharge is not null
            && (Option.Place.Governance.StatedFor(Service.Id) ?? today.StatedFor(Service.Id)) is not null;

        public bool IsHarmed(Target target) =>
            Place.Services.Any(service => service.Unmet is { } unmet && unmet.Harms.Any(harm => harm.On == target));

        public bool IsActedOn(Target target) => Place.Effects.Any(effect => effect.On == target);

        public bool Shares(LimitKind kind) => Place.Limits.Any(limit => limit.Kind == kind && limit.Services.Contains(Service.Id));
    }
}
