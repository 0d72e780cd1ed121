using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>What a scenario may use of the model, and whether it does.</summary>
internal static class RandomScenarioFeatures
{
    /// <summary>Every feature, with how to tell that a scenario has it.</summary>
    public static IReadOnlyDictionary<string, Func<Scenario, bool>> All { get; } =
        new[]
        {
            Time(),
            People(),
            Services(),
            Following(),
            Capacities(),
            Effects(),
            Coverages(),
            Money(),
            Costs(),
            Contracts(),
            Forms(),
            Rules(),
            Governance(),
            Pools(),
            Risks(),
            Emergencies(),
            Appraisals(),
        }
            .SelectMany(features => features)
            .ToDictionary(pair => pair.Key, pair => pair.Value);

    private static KeyValuePair<string, Func<Scenario, bool>> If(string name, Func<Scenario, bool> has) => new(name, has);

    private static KeyValuePair<string, Func<Scenario, bool>> IfPeople(string name, Func<Population, bool> has) =>
        new(name, scenario => has(scenario.BaselineOption.Place.People));

    private static KeyValuePair<string, Func<Scenario, bool>> IfRow(string name, Func<MoveRow, bool> has) =>
        IfPeople(name, people => people.Moves.Any(has));

    private static KeyValuePair<string, Func<Scenario, bool>> IfPlace(string name, Func<Place, bool> has) =>
        new(name, scenario => scenario.Options.Any(option => option.Places.Any(has)));

    private static Organisation Body(Place place, OrganisationId id) => place.Organisations.Single(body => body.Id == id);

    private static KeyValuePair<string, Func<Scenario, bool>> IfService(string name, Func<Service, bool> has) =>
        IfPlace(name, place => place.Services.Any(has));

    private static KeyValuePair<string, Func<Scenario, bool>> IfEffect(string name, Func<Effect, bool> has) =>
        IfPlace(name, place => place.Effects.Any(has));

    private static KeyValuePair<string, Func<Scenario, bool>> IfBody(string name, Func<Organisation, bool> has) =>
        IfPlace(name, place => place.Organisations.Any(has));

    private static KeyValuePair<string, Func<Scenario, bool>> IfScenario(string name, Func<Scenario, Organisation, bool> has) =>
        new(name, scenario => scenario.Options.Any(option =>
            option.Places.Any(place => place.Organisations.Any(body => has(scenario, body)))));

    private static KeyValuePair<string, Func<Scenario, bool>> IfFund(string name, Func<Fund, bool> has) =>
        IfPlace(name, place => place.Governance.Funds.Any(has));

    private static KeyValuePair<string, Func<Scenario, bool>> IfPool(string name, Func<Pool, bool> has) =>
        IfFund(name, fund => fund.Pool is not null && has(fund.Pool));

    private static bool ByYear(YearlyPath? path) => path is { Points.Length: > 1 };

    private static IEnumerable<KeyValuePair<string, Func<Scenario, bool>>> Time() =>
        [
            If("years as steps", scenario => scenario.Horizon.StepsPerYear == 1),
            If("quarters", scenario => scenario.Horizon.StepsPerYear == 4),
            If("months", scenario => scenario.Horizon.StepsPerYear == 12),
            If("half months", scenario => scenario.Horizon.StepsPerYear == 24),
            If("one year", scenario => scenario.Horizon.Years == 1),
            If("four years", scenario => scenario.Horizon.Years == 4),
            If("counting start", scenario => scenario.Horizon.Counting == Counting.Start),
            If("counting mid", scenario => scenario.Horizon.Counting == Counting.Mid),
            If("counting end", scenario => scenario.Horizon.Counting == Counting.End),
            If("simultaneous flows", scenario => scenario.Horizon.Flows == FlowOrder.Simultaneous),
            If("deaths first", scenario => scenario.Horizon.Flows == FlowOrder.DeathsFirst),
            If("observed rates", scenario => scenario.Rates == RateBasis.Observed),
            If("rates of need", scenario => scenario.Rates == RateBasis.Need),
            If("factor on a number", scenario => scenario.Numbers.Any(number => !number.Factors.IsEmpty)),
            .. Enum.GetValues<ByChance>().Select(chance => If($"{chance} by chance", scenario => scenario.Drawing.Chance.Contains(chance))),
            If("an option sets something", scenario => scenario.Options.Any(option => !option.Sets.IsEmpty)),
            If("an arrangement takes over later", scenario => scenario.Options.Any(option => option.Change is not null)),
            If("a pool goes on under another arrangement", scenario =>
                scenario.Options.Any(option =>
                    option.Change is { } change
                    && change.Before.Governance.Funds.Any(fund =>
                        fund.Pool is not null && option.Place.Governance.Funds.Any(known => known.Id == fund.Id)
                    )
                )
            ),
            If("four options", scenario => scenario.Options.Length == 4),
        ];

    private static IEnumerable<KeyValuePair<string, Func<Scenario, bool>>> People() =>
        [
            IfPeople("one age band", people => people.Ages.Length == 1),
            IfPeople("several age bands", people => people.Ages.Length > 1),
            If("single years of age and yearly steps", scenario =>
                scenario.Horizon.StepsPerYear == 1 && scenario.BaselineOption.Place.People.Ages.Any(age => age.Width == 1)
            ),
            IfPeople("two areas", people => people.Areas.Length == 2),
            IfPeople("control totals", people => !people.ControlTotals.IsEmpty),
            IfPeople("control totals by age", people =>
                people.ControlTotals.Any(total => total.Of is { Ages.IsEmpty: false, Areas.IsEmpty: true })
            ),
            IfPeople("control totals by area", people =>
                people.ControlTotals.Any(total => total.Of is { Ages.IsEmpty: true, Areas.IsEmpty: false })
            ),
            IfPeople("control totals by area and age", people =>
                people.ControlTotals.Any(total => total.Of is { Ages.IsEmpty: false, Areas.IsEmpty: false })
            ),
            IfPeople("a control total of everyone", people =>
                people.ControlTotals.Any(total => total.Of is { Ages.IsEmpty: true, Areas.IsEmpty: true })
            ),
            If("control totals beyond the run", scenario =>
                scenario.BaselineOption.Place.People.ControlTotals.Any(total =>
                    total.Totals[^1].From > scenario.Horizon.YearAt(scenario.Horizon.Years - 1)
                )
            ),
            If("control totals that stop", scenario =>
                scenario.BaselineOption.Place.People.ControlTotals.Any(total =>
                    total.Totals[^1].From < scenario.Horizon.YearAt(scenario.Horizon.Years - 1)
                )
            ),
            IfPeople("quality weights missing for some", people =>
                people.Need.Any(need => need.Quality is null) && people.Need.Any(need => need.Quality is not null)
            ),
            IfRow("chances", row => row.Kind == MoveKind.Chance),
            IfRow("rates", row => row.Kind == MoveKind.Rate),
            IfRow("counts", row => row.Kind == MoveKind.Count),
            IfRow("rest", row => row.Rest is not null),
            IfRow("rest and no chances", row => row is { Rest: not null, Entries.IsEmpty: true }),
            IfPeople("rest with other rows", people =>
                people.Moves.Any(row => row.Rest is not null && people.Moves.Any(other => other != row && other.From == row.From))
            ),
            IfRow("dead in a row", row => row.Entries.Any(entry => entry.To is null)),
            IfRow("dead in counts", row => row.Kind == MoveKind.Count && row.Entries.Any(entry => entry.To is null)),
            IfRow("moves by age", row => !row.Ages.IsEmpty),
            IfRow("moves by area", row => !row.Areas.IsEmpty),
            IfRow("moves by year", row => row.Entries.Any(entry => ByYear(entry.Value))),
            IfRow("chances over other times", row => row.Over != 1.0),
            IfPeople("rows of one time converted together", SameTime),
            IfPeople("chances of death", people => people.Deaths is { Chances.IsEmpty: false, ScaleTo: null }),
            IfPeople("chances of death scaled", people => people.Deaths?.ScaleTo is not null),
            IfPeople("chances of death scaled anew", people => people.Deaths?.ScaleTo is { Points.Length: > 1 }),
            IfPeople("chances of death scaled to what grows", people => people.Deaths?.ScaleTo is { Growth: not null }),
            IfPeople("chances of death over other times", people =>
                people.Deaths is { Chances.IsEmpty: false } deaths && deaths.Over != 1.0
            ),
            IfPeople("counted deaths", people => people.Deaths?.Count is not null),
            IfPeople("births at a rate", people => people.Births is { IsRate: true }),
            IfPeople("counted births", people => people.Births is { IsRate: false }),
            IfPeople("migration at a rate", people => people.Migration is { IsRate: true }),
            IfPeople("counted migration", people => people.Migration is { IsRate: false }),
            IfPeople("negative migration", people => people.Migration is { } migration && migration.Value.Points[0].Value.Value < 0.0),
            IfPeople("stated area shares", people =>
                people.Births is { Shares.Areas.IsEmpty: false } || people.Migration is { Shares.Areas.IsEmpty: false }
            ),
        ];

    private static bool SameTime(Population people) => people.Moves.Where(row => row.Kind == MoveKind.Chance)
        .GroupBy(row => (row.From, row.Over)).Any(rows => rows.Count() > 1 && rows.Any(row => row.Ages.IsEmpty && row.Areas.IsEmpty));

    private static IEnumerable<KeyValuePair<string, Func<Scenario, bool>>> Services() =>
    [
        IfService("statutory", service => service.Duty == Duty.Statutory),
        IfService("discretionary", service => service.Duty == Duty.Discretionary),
        IfService("contacts", service => service.Places is null && service.ShortStayDays is null),
        IfService("short stay", service => service.ShortStayDays is not null),
        IfService("places, statutory", service => service.Places is not null && service.Duty == Duty.Statutory),
        IfService("places, discretionary", service => service.Places is not null && service.Duty == Duty.Discretionary),
        IfService("area served", service => !service.Areas.IsEmpty),
        IfService("season", service => !service.Demand.Season.IsEmpty),
        IfService("growth of demand", service => service.Demand.Growth is not null),
        IfService("age multipliers", service => !service.Demand.AgeMultipliers.IsEmpty),
        IfService("contacts per move", service => !service.Demand.PerMove.IsEmpty),
        IfService("cells that ask nothing", service => service.Demand.Rates.Any(rate => rate is null)),
        IfService("list at the start", service => service.AtStart.Waiting is not null),
        IfService("places at the start", service => service.AtStart.InPlaces is not null),
        IfService("delivered before the start", service => service.AtStart.Delivered is not null),
        IfService("left before the start", service => service.AtStart.Left is not null),
    ];

    private static IEnumerable<KeyValuePair<string, Func<Scenario, bool>>> Following() =>
        [
            IfService("referral in the same step", service => service.Referrals.Any(referral => referral.After == 0.0)),
            IfService("referral later", service => service.Referrals.Any(referral => referral.After > 0.0)),
            IfService("failure to itself", service => service.Failures.Any(failure => failure.ReturnsTo == service.Id)),
            IfService("failure elsewhere", service => service.Failures.Any(failure => failure.ReturnsTo != service.Id)),
            IfService("hand-off", service => service.Failures.Any(failure => failure.HandOff is not null)),
            If("hand-off that fades", FadesForOne),
            IfService("no word of unmet demand", service => service.Unmet is null),
            IfService("waiting", service => service.Unmet is { Waits.Value: > 0.0 }),
            IfService("reneging", service => service.Unmet?.Reneges is not null),
            IfService("diversion", service => service.Unmet is { Diverts.IsEmpty: false }),
            IfService("diversion above one", service =>
                service.Unmet is { } unmet && unmet.Diverts.Any(diversion => diversion.Ratio.Value > 1.0)
            ),
            IfHarm("harm of moves", harm => harm.On is Target.Move),
            IfHarm("harm of deaths", harm => harm.On is Target.Death),
            IfHarm("harm of demand", harm => harm.On is Target.DemandFor),
            IfHarm("harm of failure shares", harm => harm.On is Target.FailureOf),
            IfHarm("harm of stays", harm => harm.On is Target.StayIn),
            IfHarm("harm that lowers", harm => harm.Sensitivity.Value < 0.0),
            IfHarm("harm in a group", harm => harm.Group != CohortGroup.Everyone),
            IfHarm("what is missed for less than a step", harm => harm.Lasts.Value < 0.04),
            IfService("two harms of one service that miss for as long", service =>
                service.Unmet is { Harms.Length: > 1 } unmet && unmet.Harms[0].Lasts.Value == unmet.Harms[1].Lasts.Value
            ),
            If("a capacity that only an option has", scenario =>
                scenario.Options.Any(option => option.Sets.Any(set => set.EndsWith(".capacity = added", StringComparison.Ordinal)))
            ),
            If("an option changes a harm", scenario =>
                scenario.Options.Any(option => option.Sets.Any(set => set.Contains(".harms.", StringComparison.Ordinal)))
            ),
            IfService("reneging by another time than a step's", service => service.Unmet is { Reneges: not null, RenegesOver: 0.3 }),
        ];

    private static KeyValuePair<string, Func<Scenario, bool>> IfHarm(string name, Func<Harm, bool> has) =>
        IfService(name, service => service.Unmet is { } unmet && unmet.Harms.Any(has));

    private static IEnumerable<KeyValuePair<string, Func<Scenario, bool>>> Capacities() =>
    [
        IfService("capacity by path", service => service.Capacity is { Target: CapacityTarget.Path }),
        IfService("capacity by path that changes", service =>
            service.Capacity is { Target: CapacityTarget.Path } capacity && ByYear(capacity.Amount)),
        IfService("capacity by what is asked", service => service.Capacity is { Target: CapacityTarget.Asked }),
        IfService("capacity by what money buys", service => service.Capacity is { Target: CapacityTarget.Budget }),
        IfService("capacity of places", service => service.Capacity is not null && service.Places is not null),
        IfService("capacity in bed-days", service => service.Capacity is not null && service.ShortStayDays is not null),
        IfService("bounded growth of capacity", service => service.Capacity?.GrowsAtMost is not null),
        IfService("bounded shrinking of capacity", service => service.Capacity?.ShrinksAtMost is not null),
        IfPlace("shared capacity", place => place.Limits.Any(limit => limit.Kind == LimitKind.Capacity)),
        IfPlace("shared money", place => place.Limits.Any(limit => limit.Kind == LimitKind.Money)),
        IfPlace("both kinds of limit", place => place.Limits.Select(limit => limit.Kind).Distinct().Count() == 2),
        IfPlace("limits that overlap", place =>
            place.Limits.Length == 2 && place.Limits[0].Services.Any(place.Limits[1].Services.Contains)),
        IfPlace("classes of priority", place =>
            place.Limits.Any(limit => place.Services.Where(service => limit.Services.Contains(service.Id))
            .Select(service => (service.Duty, service.Priority)).Distinct().Count() > 1)),
        IfPlace("shared money with statutory and discretionary", place => place.Limits.Any(limit => limit.Kind == LimitKind.Money
            && place.Services.Where(service => limit.Services.Contains(service.Id)).Select(service => service.Duty)
                .Distinct().Count() > 1)),
        IfPlace("shared money that counts at the start", place => place.Limits.Any(limit => limit.Kind == LimitKind.Money
            && place.Services.Where(service => limit.Services.Contains(service.Id))
                .All(service => service.Duty == Duty.Statutory || service.Budget is not null))),
    ];

    private static IEnumerable<KeyValuePair<string, Func<Scenario, bool>>> Effects() =>
    [
        IfEffect("effect of a service", effect => effect.Owner is EffectOwner.ByService),
        IfEffect("effect alone", effect => effect.Owner is EffectOwner.Alone),
        IfEffect("effect of joint working", effect => effect.Owner is EffectOwner.ByGovernance),
        IfEffect("effect on moves", effect => effect.On is Target.Move),
        IfEffect("effect on deaths", effect => effect.On is Target.Death),
        IfEffect("effect on demand", effect => effect.On is Target.DemandFor),
        IfEffect("effect on failure shares", effect => effect.On is Target.FailureOf),
        IfEffect("effect on stays", effect => effect.On is Target.StayIn),
        IfEffect("effect on quality", effect => effect.On is Target.Quality),
        IfEffect("effect that raises", effect => Falls(effect) < 0.0),
        IfEffect("effect stated as more", effect => effect.Form == StrengthForm.More),
        IfEffect("effect stated as a relative risk", effect => effect.Form == StrengthForm.RelativeRisk),
        IfEffect("lag of an effect", effect => effect.After > 0.0),
        IfEffect("fade", effect => effect.Fade is not null),
        IfEffect("grade of evidence", effect => effect.Evidence is not null),
        IfEffect("measured from today", effect => effect.Measured == MeasuredFrom.Today),
        IfEffect("measured from none", effect => effect.Measured == MeasuredFrom.None),
        .. Enum.GetValues<CombinationRule>().Select(rule => IfPlace($"rule {rule} for several", place => Combined(place, rule))),
        IfPlace("rule of a target's own", place => !place.Combinations.IsEmpty),
        IfPlace("raising and lowering on one target", place => place.Effects.GroupBy(effect => effect.On)
            .Any(acting => acting.Any(effect => Falls(effect) > 0.0) && acting.Any(effect => Falls(effect) < 0.0))),
        IfPlace("equal strengths on one target", place =>
            place.Effects.GroupBy(effect => (effect.On, Falls(effect))).Any(acting => acting.Count() > 1)),
    ];

    private static double Falls(Effect effect) => effect.Form switch
    {
        StrengthForm.More => -effect.Strength.Value,
        StrengthForm.RelativeRisk => 1.0 - effect.Strength.Value,
        _ => effect.Strength.Value,
    };

    private static bool Combined(Place place, CombinationRule rule) => place.Effects.GroupBy(effect => (effect.On, effect.Measured))
        .Any(acting => acting.Count() > 1
            && rule == (place.Combinations.FirstOrDefault(known => known.On == acting.Key.On)?.Rule ?? place.Combine));

    private static IEnumerable<KeyValuePair<string, Func<Scenario, bool>>> Coverages() =>
    [
        IfEffect("coverage by reach", effect => effect.Coverage is Coverage.ByReach),
        IfEffect("reach at the start", effect => effect.Coverage is Coverage.ByReach { AtStart: not null }),
        IfEffect("ceiling of coverage", effect => effect.Ceiling is not null),
        IfEffect("dose to full", effect => effect.Coverage is Coverage.BySpend { Full: not null }),
        IfEffect("dose to half", effect => effect.Coverage is Coverage.BySpend { Half: not null }),
        IfEffect("dose at the start", effect => effect.Coverage is Coverage.BySpend { AtStart: not null }),
        IfEffect("dose of joint working", effect => effect is { Coverage: Coverage.BySpend, Owner: EffectOwner.ByGovernance }),
        IfEffect("stated coverage", effect => effect.Coverage is Coverage.Stated),
        IfEffect("stated coverage of a service", effect => effect is { Coverage: Coverage.Stated, Owner: EffectOwner.ByService }),
        IfEffect("group of some areas", effect => !effect.Group.Areas.IsEmpty),
        IfEffect("group of some ages", effect => !effect.Group.Ages.IsEmpty),
        IfEffect("group of some need", effect => !effect.Group.Need.IsEmpty),
    ];

    private static IEnumerable<KeyValuePair<string, Func<Scenario, bool>>> Money() =>
        [
            IfService("cost that follows an index", service => service.Cost.Index is not null),
            IfService("cost that never changes", service => service.Cost.Index is null),
            IfService("charges", service => service.Cost.Charges is not null),
            IfService("budget stated, discretionary", service => service is { Duty: Duty.Discretionary, Budget: not null }),
            IfService("budget stated, statutory", service => service is { Duty: Duty.Statutory, Budget: not null }),
            IfService("floor", service => service.Floor is not null),
            IfService("ceiling of a business case", service => service.Ceiling is not null),
            IfBody("other spending", body => !body.OtherSpending.IsEmpty),
            IfBody("savings delivered in part", body => body.OtherSpending.Any(line => line.Delivered is not null)),
            IfBody("one-off item", body => body.OneOffs.Any(item => item.RepaidOver is null)),
            IfBody("invest to save", body => body.OneOffs.Any(item => item.RepaidOver is not null)),
            IfBody("income that grows", body => body.Income.Any(line => line.Amount.Growth is not null)),
            IfBody("income that follows an index", body => body.Income.Any(line => line.Amount.Index is not null)),
            IfBody("no income", body => body.Income.IsEmpty),
            IfBody("reserves with a floor", body => body.Reserves?.Floor is not null),
            IfBody("planned into reserves", body => body.Reserves?.Planned is { } planned && planned.Points[0].Value.Value > 0.0),
            IfBody("planned out of reserves", body => body.Reserves?.Planned is { } planned && planned.Points[0].Value.Value < 0.0),
            IfBody("brought forward", body => body.BroughtForward is not null),
            IfBody("keeps some", body => body.Keeps is not null),
            IfBody("a commissioner that does not say what it keeps", body =>
                body is { Kind: OrganisationKind.NhsCommissioner, Keeps: null }
            ),
            IfBody("a commissioner that carries its deficit on", body =>
                body is { Kind: OrganisationKind.NhsCommissioner, Repays: null, BroughtForward: not null }
            ),
        ];

    /// <summary>A hand-off between services that one fund pays for under an option, and two pay for today.</summary>
    private static bool FadesForOne(Scenario scenario) => scenario.Options.Any(option => option.Place.Services.Any(service =>
        service.Failures.Any(failure => failure.HandOffFadesOver is not null
            && IsOneFund(option.Place, service.Id, failure.ReturnsTo)
            && !IsOneFund(scenario.BaselineOption.Place, service.Id, failure.ReturnsTo))));

    private static bool IsOneFund(Place place, ServiceId one, ServiceId other) =>
        place.Governance.Funds.Any(fund => fund.Pays.Contains(one) && fund.Pays.Contains(other));

    private static KeyValuePair<string, Func<Scenario, bool>> IfContract(string name, Func<Service, Contract, bool> has) =>
        IfPlace(name, place => place.Services.Any(service => has(service, place.Governance.ContractOf(service))));

    private static KeyValuePair<string, Func<Scenario, bool>> IfCost(string name, Func<UnitCost, bool> has) =>
        IfService(name, service => has(service.Cost));

    private static IEnumerable<KeyValuePair<string, Func<Scenario, bool>>> Costs() =>
    [
        IfCost("all cost variable", cost => cost is { Fixed: null, SemiFixed: null }),
        IfCost("fixed cost", cost => cost is { Fixed: not null, SemiFixed: null }),
        IfCost("semi-fixed cost", cost => cost is { Fixed: null, SemiFixed: not null }),
        IfCost("fixed and semi-fixed cost", cost => cost is { Fixed: not null, SemiFixed: not null }),
        IfCost("blocks", cost => cost.BlocksOf is not null),
        IfCost("capacity held to measure", cost => cost is { SemiFixed: not null, BlocksOf: null }),
        IfCost("released after more than a step", cost => cost.ReleasedAfter >= 0.25),
        IfCost("cost laid out for a stated volume", cost => cost.Volume is not null),
        IfService("places with cost that stays", service => service.Places is not null && HasCostThatStays(service)),
        IfService("short stays with cost that stays", service => service.ShortStayDays is not null && HasCostThatStays(service)),
        IfService("season and cost that stays", service => !service.Demand.Season.IsEmpty && service.Cost.SemiFixed is not null),
        IfService("budget that buys capacity with cost that stays", service =>
            service.Capacity is { Target: CapacityTarget.Budget } && HasCostThatStays(service)),
    ];

    private static bool HasCostThatStays(Service service) => service.Cost.Fixed is not null || service.Cost.SemiFixed is not null;

    private static IEnumerable<KeyValuePair<string, Func<Scenario, bool>>> Forms() =>
    [
        .. from form in Enum.GetValues<ContractForm>()
           from duty in Enum.GetValues<Duty>()
           where (form, duty) != (ContractForm.Grant, Duty.Statutory)
           select IfContract($"contract {form}, {duty}", (service, contract) => contract.Form == form && service.Duty == duty),
        .. Enum.GetValues<ContractForm>().Select(form => If($"term of {form} that ends", scenario => scenario.Options.Any(option =>
            option.Place.Services.Select(option.Place.Governance.ContractOf)
                .Any(contract => contract.Form == form && contract.Term < scenario.Horizon.Years)))),
        .. Enum.GetValues<ContractForm>().Select(form => IfContract($"contract {form} of places", (service, contract) =>
            contract.Form == form && service.Places is not null)),
    ];

    private static IEnumerable<KeyValuePair<string, Func<Scenario, bool>>> Contracts() =>
        [
            IfContract("sum of a block", (_, contract) => contract is { Form: ContractForm.Block, Sum: not null }),
            IfContract("sum of a block not stated", (service, contract) =>
                service.Duty == Duty.Statutory && contract is { Form: ContractForm.Block, Sum: null }
            ),
            IfContract("sum beside a price", (_, contract) =>
                contract is { Form: ContractForm.CostAndVolume or ContractForm.AlignedIncentive, Sum: not null }
            ),
            IfContract("price stated", (_, contract) => contract.Price is not null),
            IfContract("volume stated", (_, contract) => contract.Volume is not null),
            IfContract("rate of nothing", (_, contract) => contract.Rate is { Value: 0.0 }),
            IfContract("index of its own", (_, contract) => contract.Index is not null),
            IfContract("target stated", (_, contract) => contract.Target is not null),
            IfContract("gain share", (_, contract) => contract.GainShare is not null),
            IfContract("pain share without bound", (_, contract) => contract is { PainShare: not null, StopLoss: null }),
            IfContract("stop-loss", (_, contract) => contract is { PainShare: not null, StopLoss: not null }),
            IfContract("collapse", (_, contract) => contract.Collapse is not null),
            IfContract("collapse to nothing", (_, contract) => contract.Collapse is { To: null }),
            IfContract("transaction cost", (_, contract) => contract is { Term: not null, TransactionCost: not null }),
            IfPlace("contracts of an arrangement", place => !place.Governance.Contracts.IsEmpty),
            If("contracts of today's arrangement", scenario => !scenario.BaselineOption.Place.Governance.Contracts.IsEmpty),
            If("a contract that is broken", scenario =>
                scenario.Options.Any(option => IsBroken(scenario.BaselineOption.Place.Governance, option))
            ),
            IfCost("unit cost of nothing", cost => cost.Unit.Value == 0.0),
            IfCost("users pay it whole", cost => cost.Charges is { Value: 1.0 }),
            IfCost("charge of use", cost => cost.Use is not null),
            IfCost("charge of use and a share of the cost", cost => cost is { Use: not null, Charges: not null }),
            IfCost("charge of use above the cost", cost => cost.Use?.Amount.Value > cost.Unit.Value),
            IfService("charge of use of a discretionary service with cost that stays", service =>
                service is { Duty: Duty.Discretionary, Cost.Use: not null } && HasCostThatStays(service)
            ),
            IfService("charge of use of places", service => service is { Places: not null, Cost.Use: not null }),
            IfContract("notice of a block", (_, contract) => contract is { Form: ContractForm.Block, Notice: not null }),
            IfContract("notice of a grant whose provider may collapse", (_, contract) =>
                contract is { Collapse: not null, Notice: not null }
            ),
            IfContract("notice of a year or more", (_, contract) => contract.Notice >= 1.0),
            IfContract("notice of a contract with a term", (_, contract) => contract is { Notice: not null, Term: not null }),
            If("a notice that has not run when the contract is broken", scenario =>
                scenario.Options.Any(option =>
                    option.Place.Services.Any(service =>
                        IsReplaced(scenario, option, service)
                        && scenario.BaselineOption.Place is var today
                        && today.Governance.ContractOf(today.Services.First(known => known.Id == service.Id)).Notice
                            > (option.Change is { } change ? change.From - scenario.Horizon.Start : 0)
                    )
                )
            ),
            IfContract("price of nothing", (_, contract) => contract.Price is { Value: 0.0 }),
            IfContract("budget below the sum that is owed", (service, contract) =>
                service.Duty == Duty.Discretionary
                && contract is { Form: ContractForm.CostAndVolume or ContractForm.AlignedIncentive }
                && service.Budget?.Value < contract.Sum?.Value
            ),
            IfContract("alliance with a gain for a discretionary service", (service, contract) =>
                service.Duty == Duty.Discretionary && contract is { Form: ContractForm.Alliance, GainShare: not null }
            ),
            If("a contract broken in a later year", scenario =>
                scenario.Options.Any(option => option.Change is not null && IsBroken(scenario.BaselineOption.Place.Governance, option))
            ),
            If("a contract broken that somebody else provides", scenario =>
                scenario.Options.Any(option =>
                    IsBroken(scenario.BaselineOption.Place.Governance, option)
                    && option.Place.Services.Any(service =>
                        scenario.BaselineOption.Place.Services.Any(today => today.Id == service.Id && today.Provider != service.Provider)
                    )
                )
            ),
            IfPlace("tariff that shares money", place =>
                place.Services.Any(service =>
                    place.Governance.ContractOf(service).Form == ContractForm.Tariff
                    && place.Limits.Any(limit => limit.Kind == LimitKind.Money && limit.Services.Contains(service.Id))
                )
            ),
        ];

    private static bool IsReplaced(Scenario scenario, Option option, Service service) =>
        scenario.BaselineOption.Place.Governance is var today
        && option.Place.Governance.Id != today.Id
        && (option.Place.Governance.StatedFor(service.Id) ?? today.StatedFor(service.Id)) is not null;

    private static bool IsBroken(Arrangement today, Option option, Func<Service, bool>? ofService = null) =>
        option.Place.Governance.Id != today.Id
        && option.Place.Services.Any(service =>
            today.ContractOf(service).BreakCharge is not null
            && (option.Place.Governance.StatedFor(service.Id) ?? today.StatedFor(service.Id)) is not null
            && (ofService is null || ofService(service)));

    private static IEnumerable<KeyValuePair<string, Func<Scenario, bool>>> Risks() =>
        [
            IfPool("lead first", pool => pool is { EndOfYear.RiskShare: RiskShare.LeadFirst, Contributions.Length: > 1 }),
            IfPool("caps", pool => !pool.EndOfYear.Caps.IsEmpty && pool.Contributions.Length > 1),
            IfPool("caps of everybody", pool => pool.EndOfYear.Caps.Length == pool.Contributions.Length && pool.Contributions.Length > 1),
            IfPool("caps where each bears its own", pool => pool.EndOfYear is { Caps.IsEmpty: false, RiskShare: RiskShare.EachItsOwn }),
            IfPool("excluded from risk share", pool => !pool.EndOfYear.Excluded.IsEmpty && pool.Contributions.Length > 1),
            IfPool("excluded where each bears its own", pool =>
                pool.EndOfYear is { Excluded.IsEmpty: false, RiskShare: RiskShare.EachItsOwn }
            ),
            .. Enum.GetValues<ReservePurpose>()
                .Select(purpose =>
                    IfBody($"earmarked reserve for {purpose}", body =>
                        body.Reserves is { } reserves && reserves.Earmarked.Any(reserve => reserve.Meets == purpose)
                    )
                ),
            IfBody("earmarked reserves for several purposes", body =>
                body.Reserves is { } reserves && reserves.Earmarked.Select(reserve => reserve.Meets).Distinct().Count() > 1
            ),
            IfBody("general reserves drawn before an earmarked one", body => body.Reserves is { Order: [.., not Reserves.GeneralName] }),
            IfPlace("earmarked reserve of a service that is fenced to its owner", place =>
                place.Organisations.Any(body =>
                    body.Reserves is { } reserves
                    && reserves.Earmarked.Any(reserve =>
                        reserve.Services.Any(service =>
                            place.Governance.Funds.Any(fund => fund.Pool is { } pool && pool.RingFenced.Contains(new(service, body.Id)))
                        )
                    )
                )
            ),
            IfBody("earmarked reserve of a council that issues notices", body =>
                body is { EmergencyLevel: not null, Reserves: { } reserves }
                && reserves.Earmarked.Any(reserve => reserve.Meets == ReservePurpose.Deficits)
            ),
            IfBody("repays a part", body => body.Repays is not null),
            IfBody("ring-fenced account", body => body.Account is not null),
            IfBody("ring-fenced account that never counts", body => body.Account is { CountsFrom: null }),
            IfScenario(
                "ring-fenced account that counts from within the run",
                (scenario, body) => body.Account?.CountsFrom - scenario.Horizon.Start is > 0 and var year && year < scenario.Horizon.Years
            ),
            IfBody("grant towards a deficit", body => body.Account is { Grant.IsApproved: true }),
            IfBody("grant that is not approved", body => body.Account is { Grant.IsApproved: false }),
            IfBody("deficit that is carried at a cost", body => body.Account is { Financing: not null }),
            IfBody("overspend that the centre meets", body => body.Account is { CentreMeets: not null }),
            IfBody("support that is borrowed alone", body => body.Capitalisation is { Receipts: null }),
            IfBody("support by the sale of assets alone", body => body.Capitalisation is { Receipts: not null, Rate: null }),
            IfBody("support by the sale of assets and by borrowing", body => body.Capitalisation is { Receipts: not null, Rate: not null }),
            IfBody("planned support", body => body.Capitalisation is { Planned: not null }),
            IfBody("receipts into reserves", body => body.Capitalisation is { ToReserves: not null }),
            IfBody("income lost with assets", body => body.Capitalisation is { IncomeLost: not null }),
            IfBody("debt in equal parts", body => body.Capitalisation is { Method: Repayment.Equal, Rate: not null }),
            IfBody("debt by annuity", body => body.Capitalisation is { Method: Repayment.Annuity, Rate: not null }),
            IfBody("debt that ends within the run", body => body.Capitalisation is { Rate: not null, Over: 1 }),
            IfBody("debt when the run starts", body => body.Capitalisation is { OpeningDebt: not null }),
            IfBody("support of a council that issues notices", body => body is { EmergencyLevel: not null, Capitalisation: not null }),
        ];

    private static IEnumerable<KeyValuePair<string, Func<Scenario, bool>>> Emergencies() =>
        [
            IfBody("emergency level", body => body.EmergencyLevel is not null),
            IfPlace("emergency level of a discretionary service", place =>
                place.Organisations.Any(body =>
                    body.EmergencyLevel is not null
                    && place.Governance.Funds.Any(fund =>
                        fund.Owner == body.Id
                        && place.Services.Any(service => service.Duty == Duty.Discretionary && fund.Pays.Contains(service.Id))
                    )
                )
            ),
            IfPlace("contribution cut in an emergency", place =>
                place.Organisations.Any(body =>
                    body.EmergencyLevel is not null
                    && place.Governance.Funds.Any(fund =>
                        fund.Pool?.Contributions.Any(paid => paid.CutInEmergency && paid.Partner == body.Id) == true
                    )
                )
            ),
        ];

    private static IEnumerable<KeyValuePair<string, Func<Scenario, bool>>> Rules() =>
    [
        IfFund("historic", fund => fund.StartOfYear.Rule is BudgetRule.Historic),
        IfFund("fixed shares stated", fund => fund.StartOfYear.Rule is BudgetRule.FixedShares { Shares.IsEmpty: false }),
        IfFund("fixed shares of opening budgets", fund =>
            fund.StartOfYear.Rule is BudgetRule.FixedShares { Shares.IsEmpty: true } && fund.Pays.Length > 1),
        IfFund("pressure", fund => fund.StartOfYear.Rule is BudgetRule.Pressure && fund.Pays.Length > 1),
        IfFund("pressure with values", fund => fund.StartOfYear.Rule is BudgetRule.Pressure { Values.IsEmpty: false }),
        IfFund("plan", fund => fund.StartOfYear.Rule is BudgetRule.Plan { Amounts.IsEmpty: false }),
        IfFund("business case", fund => fund.StartOfYear.Rule is BudgetRule.BusinessCase),
        IfFund("business case with payback", fund => fund.StartOfYear.Rule is BudgetRule.BusinessCase { Payback: not null }),
        IfPlace("equal business cases", place => place.Services.Where(service => service.ExpectedSaving is not null)
            .GroupBy(service => service.ExpectedSaving).Any(alike => alike.Count() > 1)),
        IfFund("contingency", fund => fund.StartOfYear.Contingency is not null),
        IfFund("reinvest", fund => fund.StartOfYear.Reinvest is not null),
        IfFund("balanced over years", fund => fund.StartOfYear.BalancesOver is not null),
        IfFund("protected share", fund => fund.StartOfYear.Protect is not null),
        IfFund("protected from the brake", fund => fund.StartOfYear.Protect is { BrakeSpares: true } && fund.InYear.Brake is not null),
        IfPlace("protected up to a ceiling", place => place.Governance.Funds.Any(fund =>
            place.Services.Any(service => service.Ceiling is not null && fund.StartOfYear.Protect?.Services.Contains(service.Id) == true))),
        IfFund("uplift", fund => fund.StartOfYear.Uplift is not null),
        IfFund("profile", fund => !fund.InYear.Profile.IsEmpty),
        IfFund("unspent lapses", fund => fund.InYear.UnspentLapses),
        IfFund("brake", fund => fund.InYear.Brake is not null),
    ];

    private static IEnumerable<KeyValuePair<string, Func<Scenario, bool>>> Governance() =>
    [
        .. Enum.GetValues<GovernanceKind>().Select(kind => IfPlace($"arrangement {kind}", place => place.Governance.Kind == kind)),
        If("baseline is pooled", scenario => scenario.BaselineOption.Place.Governance.Kind == GovernanceKind.Pooled),
        IfPlace("one pool", place => place.Governance.Funds.Count(fund => fund.Pool is not null) == 1),
        IfPlace("two pools", place => place.Governance.Funds.Count(fund => fund.Pool is not null) == 2),
        IfPlace("services outside a pool", place => place.Governance is { Kind: GovernanceKind.Pooled } governance
            && governance.Funds.Any(fund => fund.Pool is null && !fund.Pays.IsEmpty)),
        IfPlace("a pool for each", place => place.Governance.Id.Name == "apart"),
    ];

    private static IEnumerable<KeyValuePair<string, Func<Scenario, bool>>> Pools() =>
        [
            .. Enum.GetValues<Follow>()
                .Select(follow => IfPool($"contribution by {follow}", pool => pool.Contributions.Any(paid => paid.Follow == follow))),
            IfPool("first contribution stated", pool => pool.Contributions.Any(paid => paid.First is not null)),
            IfPool("first contribution not stated", pool =>
                pool.Contributions.Any(paid => paid is { Follow: Follow.OwnIncome or Follow.Index, First: null })
            ),
            IfPool("corridor", pool => pool.EndOfYear.Corridor is not null && pool.Contributions.Length > 1),
            IfPool("by the head, scaled", pool => pool.Contributions.Any(paid => paid is { PerPerson: not null, First: not null })),
            IfPool("by the head, not scaled", pool => pool.Contributions.Any(paid => paid is { PerPerson: not null, First: null })),
            IfPool("minimum", pool => pool.Contributions.Any(paid => paid.Minimum is not null)),
            IfPool("a partner leaves", pool => pool.Contributions.Any(paid => paid.Leaves is not null)),
            IfPool("a partner leaves a pool that may hold money", pool =>
                pool is { EndOfYear: { RiskReserve: not null } or { Kept: not null } }
                && pool.Contributions.Any(paid => paid.Leaves is not null)
            ),
            IfPlace("a body ends", place => !place.Governance.Succession.IsEmpty),
            IfPlace("one body into two", place => place.Governance.Succession.GroupBy(part => part.Ended).Any(parts => parts.Count() > 1)),
            IfPlace("two bodies into one", place => place.Governance.Succession.GroupBy(part => part.Body).Any(parts => parts.Count() > 1)),
            IfPlace("a successor goes on", place => place.Governance.Succession.Any(part => !Body(place, part.Body).Begins)),
            IfPlace("a body ends that may owe debt", place => place.Governance.Succession.Any(part => Body(place, part.Ended).Capitalisation is not null)),
            IfPlace("a body ends that owns an account", place =>
                place.Governance.Succession.Any(part => Body(place, part.Ended).Account is not null)),
            IfPlace("a body ends that has invested to save", place =>
                place.Governance.Succession.Any(part => Body(place, part.Ended).OneOffs.Any(item => item.RepaidOver is not null))),
            IfPlace("a successor is a partner", place => place.Governance.Succession.Any(part =>
                place.Governance.Funds.Any(fund => fund.Pool?.Contributions.Any(paid => paid.Partner == part.Body) ?? false))),
            IfPlace("it is said which successor provides", place => !place.Governance.Provides.IsEmpty),
            IfPool("one partner", pool => pool.Contributions.Length == 1),
            IfPool("several partners", pool => pool.Contributions.Length > 1),
            IfPool("ring-fence", pool => !pool.RingFenced.IsEmpty),
            IfPool("ring-fence of some", pool => !pool.RingFenced.IsEmpty && pool.RingFenced.Length < pool.BroughtIn.Length),
            IfPool("set-up", pool => pool.SetUp is not null),
            IfPool("running", pool => pool.Running is not null),
            IfPool("kept", pool => pool.EndOfYear.Kept is not null),
            IfPool("returned", pool => pool.EndOfYear.Returned is not null),
            IfPool("all shared", pool => pool.EndOfYear is { Kept: null, Returned: null }),
            IfPool("risk reserve", pool => pool.EndOfYear.RiskReserve is not null),
            IfPool("risk reserve paid in by several", pool => pool.EndOfYear.RiskReserve is not null && pool.Contributions.Length > 1),
            IfPool("risk reserve where each bears its own", pool =>
                pool.EndOfYear is { RiskReserve: not null, RiskShare: RiskShare.EachItsOwn } && pool.Contributions.Length > 1
            ),
            IfPool("risk reserve of a partner that gives its whole fund", pool =>
                pool.EndOfYear.RiskReserve is not null && pool.Contributions.Any(paid => paid.Follow == Follow.WholeFund)
            ),
            If("a pool starts later with a risk reserve", scenario =>
                scenario.Options.Any(option =>
                    option.Change is { } change
                    && option.Place.Governance.Funds.Any(fund =>
                        fund.Pool?.EndOfYear.RiskReserve is not null && change.Before.Governance.Funds.All(known => known.Id != fund.Id)
                    )
                )
            ),
            If("a pool that may hold money ends", scenario =>
                scenario.Options.Any(option =>
                    option.Change is { } change
                    && change.Before.Governance.Funds.Any(fund =>
                        fund.Pool is { EndOfYear: { RiskReserve: not null } or { Kept: not null } }
                        && option.Place.Governance.Funds.All(known => known.Id != fund.Id)
                    )
                )
            ),
            IfPool("fenced to another than who brought it in", pool => pool.RingFenced.Any(fenced => !pool.BroughtIn.Contains(fenced))),
            IfPool("a ring-fence where each bears its own", pool =>
                pool is { RingFenced.IsEmpty: false, Contributions.Length: > 1, EndOfYear.RiskShare: RiskShare.EachItsOwn }
            ),
            IfPool("a ring-fence beside what is excluded", pool =>
                pool is { RingFenced.IsEmpty: false, Contributions.Length: > 1, EndOfYear.Excluded.IsEmpty: false }
            ),
            IfPool("excluded and fenced to another", pool =>
                pool.EndOfYear.Excluded.Any(service =>
                    pool.RingFenced.Any(fenced => fenced.Service == service && !pool.BroughtIn.Contains(fenced))
                )
            ),
            IfPool("proportional", pool => pool.EndOfYear.RiskShare == RiskShare.Proportional && pool.Contributions.Length > 1),
            IfPool("each its own", pool => pool.EndOfYear.RiskShare == RiskShare.EachItsOwn && pool.Contributions.Length > 1),
            IfPool("stated shares", pool => !pool.EndOfYear.Shares.IsEmpty && pool.Contributions.Length > 1),
        ];

    private static IEnumerable<KeyValuePair<string, Func<Scenario, bool>>> Appraisals() =>
        [
            .. Enum.GetValues<Discounting>()
                .Select(discounting => IfAppraised($"discounted {discounting}", (terms, _) => terms.Discounting == discounting)),
            IfAppraised("discount rates that change", (terms, _) => terms.Money.Segments.Length > 1),
            IfAppraised("investments are named", (terms, _) => !terms.InvestsIn.IsEmpty),
            IfAppraised("bias of costs alone", (terms, _) => terms is { CostsGrade: not null, BenefitsGrade: null }),
            IfAppraised("bias of benefits alone", (terms, _) => terms is { CostsGrade: null, BenefitsGrade: not null }),
            IfAppraised("bias of both", (terms, _) => terms is { CostsGrade: not null, BenefitsGrade: not null }),
            IfAppraised("bias of both beside named investments", (terms, _) =>
                terms is { CostsGrade: not null, BenefitsGrade: not null, InvestsIn.IsEmpty: false }
            ),
            .. Enum.GetValues<ValueKind>()
                .Select(kind => IfAppraised($"stated {kind} value", (terms, _) => terms.Values.Any(value => value.Kind == kind))),
            IfAppraised("stated value of a part", (terms, _) => terms.Values.Any(value => value.Where.Count > 0)),
            IfAppraised("stated value of people, by step", (terms, _) =>
                terms.Discounting != Discounting.ByYear && terms.Values.Any(value => value.Measure == "people")
            ),
            IfAppraised("charges in an appraisal", (_, scenario) =>
                scenario.BaselineOption.Place.Services.Any(service => service.Cost.Charges is not null)
            ),
            IfAppraised("break charges in an appraisal", (_, scenario) =>
                scenario.Options.Any(option => IsBroken(scenario.BaselineOption.Place.Governance, option))
            ),
            IfAppraised("break charges to public bodies in an appraisal", (_, scenario) =>
                scenario.Options.Any(option =>
                    IsBroken(scenario.BaselineOption.Place.Governance, option, service =>
                        option.Place.Organisations.Any(provider =>
                            provider.Id == service.Provider && provider.Kind <= OrganisationKind.NhsProvider
                        )
                    )
                )
            ),
            IfAppraised("break charges of a later arrangement in an appraisal", (_, scenario) =>
                scenario.Options.Any(option => option.Change is not null && IsBroken(scenario.BaselineOption.Place.Governance, option))
            ),
        ];

    private static KeyValuePair<string, Func<Scenario, bool>> IfAppraised(string name, Func<Appraisal, Scenario, bool> has) =>
        new(name, scenario => scenario.Appraisal is { } terms && has(terms, scenario));
}
