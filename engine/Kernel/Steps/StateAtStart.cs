namespace SystemSim.Kernel;

/// <summary>What a run remembers before its first step: what is so today, as the baseline states it, else settled. What it remembers under
/// an earlier plan goes on under a later one.</summary>
/// <param name="run">The run.</param>
/// <param name="before">The run under the earlier plan; null when there is none.</param>
internal sealed class StateAtStart(RunScope run, RunScope? before)
{
    private readonly Dictionary<int, LevelRun> levels = [];
    private readonly Dictionary<(CoverageKind Coverage, int FirstService), List<int>> alike = [];
    private readonly List<HarmRun> harms = [];

    // [service, of those missed or of those who came] harms that count them, each for a time of its own.
    private readonly Dictionary<(int Service, bool IsOfMissed), List<int>> countedAlike = [];

    private PlanValues Values => run.Values;

    private EquationSet Set => run.Set;

    /// <summary>An effect's reach or dose; effects that come about in the same way share one.</summary>
    public EffectRun Effect(EffectPlan plan, int row)
    {
        var today = run.Baseline.Effects[row];
        if (plan.Coverage == CoverageKind.Stated || before is not null)
        {
            return new EffectRun(plan, before?.Effects[row].Level);
        }

        var key = (plan.Coverage == CoverageKind.Reach ? plan.Coverage : CoverageKind.SpendUpToFull, plan.Services[0]);
        if (!alike.TryGetValue(key, out var known))
        {
            alike.Add(key, known = []);
        }

        var first = known.FindIndex(other =>
            ComeAboutAlike(run.Plan.Effects[other], plan) && ComeAboutAlike(run.Baseline.Effects[other], today)
        );
        if (first >= 0)
        {
            return new EffectRun(plan, levels[known[first]]);
        }

        var atStart = today.AtStart is { } stated ? Values.Of(stated) : run.Opening(OpeningKind.Level, row);
        var level = new LevelRun(plan, Set.Variable(atStart), Set.History(atStart));
        levels[row] = level;
        known.Add(row);
        return new EffectRun(plan, level);
    }

    private static bool ComeAboutAlike(EffectPlan a, EffectPlan b) =>
        (a.Coverage == CoverageKind.Reach) == (b.Coverage == CoverageKind.Reach)
        && a.Coverage != CoverageKind.Stated && b.Coverage != CoverageKind.Stated
        && a.Services.SequenceEqual(b.Services)
        && (a.Coverage == CoverageKind.Reach || a.Group.SequenceEqual(b.Group))
        && AreAlike(a.PeoplePerUnit, b.PeoplePerUnit) && AreAlike(a.Lasts, b.Lasts) && AreAlike(a.AtStart, b.AtStart);

    /// <summary>Who goes without, as a harm counts them; harms that miss the same contacts for as long share them.</summary>
    public HarmRun Harm(HarmPlan plan, int row)
    {
        if (before is not null)
        {
            var earlier = before.Harms[row];
            return new HarmRun(plan, earlier.Missed, earlier.Came, earlier.Opening);
        }

        var today = run.Baseline.Harms[row];
        var missed = Shared(row, plan.Service, isOfMissed: true) ?? Set.Variable(Lasting(today, LeftBefore(today.Service)));
        var came = plan.ComesTo < 0 ? null
            : Shared(row, plan.ComesTo, isOfMissed: false) ?? Set.Variable(Lasting(today, run.Opening(OpeningKind.Asked, today.ComesTo)));
        var list = Values.Of(run.Baseline.Services[today.Service].WaitingAtStart, 0.0);
        var group = came?.Initial ?? run.PeopleEquations.Total(run.PeopleEquations.AtStart, today.Group);
        var harm = new HarmRun(plan, missed, came, HarmEquations.Rise(today, Values, list + missed.Initial, group));
        harms.Add(harm);
        return harm;
    }

    /// <summary>What an earlier harm counts of the same service for as long, today too; null where none does.</summary>
    private Variable? Shared(int row, int service, bool isOfMissed)
    {
        if (!countedAlike.TryGetValue((service, isOfMissed), out var known))
        {
            countedAlike.Add((service, isOfMissed), known = []);
        }

        foreach (var earlier in known.Where(earlier => AreAlike(run.Plan.Harms[earlier].Lasts, run.Plan.Harms[row].Lasts)
            && AreAlike(run.Baseline.Harms[earlier].Lasts, run.Baseline.Harms[row].Lasts)))
        {
            return isOfMissed ? harms[earlier].Missed : harms[earlier].Came;
        }

        known.Add(row);
        return null;
    }

    private Value Lasting(HarmPlan today, Value aStep) => Values.Of(today.Lasts) * Values.StepsPerYear * aStep;

    /// <summary>Contacts that left a service in the step before the first.</summary>
    private Value LeftBefore(int service) => run.Baseline.Services[service].LeftAtStart is { } stated
        ? Values.Of(stated) / Values.StepsPerYear
        : run.Opening(OpeningKind.Left, service);

    private static bool AreAlike(Number? a, Number? b) => a is null || b is null
        ? a is null && b is null
        : a.Central == b.Central && a.Quantity == b.Quantity && a.Factors.SequenceEqual(b.Factors);

    /// <summary>A service's lists, lines, places and prices.</summary>
    public ServiceRun Service(int row) => before is null ? ServiceToday(row) : ServiceAfter(row, before.Services[row]);

    private ServiceRun ServiceToday(int row)
    {
        var (plan, today) = (run.Plan.Services[row], run.Baseline.Services[row]);
        var delivered = today.DeliveredAtStart is { } stated
            ? Values.Of(stated) / Values.StepsPerYear
            : run.Opening(OpeningKind.Delivered, row);
        var activity = run.Opening(OpeningKind.Activity, row);
        var costs = new ServiceCosts(Values, plan, activity);
        var failing = HasEffectOnFailure(row) ? delivered * run.Opening(OpeningKind.FailureMultiplier, row) : delivered;
        return new ServiceRun(row, plan)
        {
            Waiting = IsZero(plan.Waits) && today.WaitingAtStart is null ? null : Set.Variable(Values.Of(today.WaitingAtStart, 0.0)),
            InPlaces = plan.Kind == ServiceKind.Places ? Set.Variable(InPlaces(today, activity)) : null,
            Capacity = plan.Capacity is { } capacity
                ? Set.Variable(AStep(plan, Values.InYear((today.Capacity ?? capacity).Amount, 0)))
                : null,
            DeliveredLine = Set.History(delivered),
            FailingLine = Set.History(failing),
            LeftLine = Set.History(LeftBefore(row)),
            Carried = Set.Variable(Set.Zero),
            LastBudget = Set.Variable(plan.Budget is { } budget ? Values.Of(budget) : costs.PaidForOpening(activity)),
            NeedThen = Set.Variable(Values.Demand.NeedOf(row, run.PeopleEquations.AtStart)),
            MoversBefore = [.. plan.PerMove.Select((_, move) => Set.Variable(run.Opening(OpeningKind.Movers, row, move)))],
            Costs = costs,
            Contract = new ContractRun(Values, plan, costs, SumToday(row, plan), null),
            FirstBudget = plan.Contract.Collapse is null ? null : Set.Variable(Set.Zero),
            UnitCost = costs.UnitCost,
            BaseCost = costs.BaseCost,
            BuyingPrice = Values.ByYear(costs.BuyingPriceInYear),
            OpeningActivity = activity * Values.StepsPerYear,
            ActivityThisYear = run.Ledger.DeclareSum(),
            HeldThisYear = run.Ledger.DeclareSum(),
            ForUseThisYear = plan.Use is null ? null : run.Ledger.DeclareSum(),
            ArrivedThisYear = run.Ledger.DeclareSum(),
            NotSeenThisYear = run.Ledger.DeclareSum(),
        };
    }

    /// <summary>A service whose lists, lines and places go on; its contract too, unless it is a new one.</summary>
    private ServiceRun ServiceAfter(int row, ServiceRun earlier)
    {
        var plan = run.Plan.Services[row];
        var costs = new ServiceCosts(Values, plan, run.Opening(OpeningKind.Activity, row));
        return new ServiceRun(row, plan)
        {
            Waiting = earlier.Waiting,
            InPlaces = earlier.InPlaces,
            Capacity = earlier.Capacity,
            DeliveredLine = earlier.DeliveredLine,
            FailingLine = earlier.FailingLine,
            LeftLine = earlier.LeftLine,
            Carried = earlier.Carried,
            LastBudget = earlier.LastBudget,
            NeedThen = earlier.NeedThen,
            MoversBefore = earlier.MoversBefore,
            Costs = costs,
            Contract = new ContractRun(Values, plan, costs, Set.Zero, earlier.Contract),
            FirstBudget = plan.Contract.Collapse is null ? null : plan.Contract.IsNew ? Set.Variable(Set.Zero) : earlier.FirstBudget,
            BroughtInAt = run.Plan.From > 0 ? Set.Variable(Set.Zero) : null,
            UnitCost = costs.UnitCost,
            BaseCost = costs.BaseCost,
            BuyingPrice = Values.ByYear(costs.BuyingPriceInYear),
            OpeningActivity = earlier.OpeningActivity,
            ActivityThisYear = earlier.ActivityThisYear,
            HeldThisYear = earlier.HeldThisYear,
            ForUseThisYear = earlier.ForUseThisYear,
            ArrivedThisYear = earlier.ArrivedThisYear,
            NotSeenThisYear = earlier.NotSeenThisYear,
        };
    }

    /// <summary>A fund's risk reserve; a pool that there was before keeps what it holds.</summary>
    public FundRun Fund(int row)
    {
        var plan = run.Plan.Funds[row];
        var earlier = plan.RowBefore >= 0 ? before?.Funds[plan.RowBefore].RiskReserve : null;
        return new FundRun(row, plan)
        {
            RiskReserve = plan.Pool is null ? null : earlier ?? Set.Variable(Set.Zero),
            StartsReserve = plan.Pool is { } starting && earlier is null && !IsZero(starting.RiskReserve),
            ReserveShares = plan.Pool is { LastYear: not null } ending ? [.. ending.Partners.Select(_ => Set.Variable(Set.Zero))] : [],
            FirstHeads = plan.Pool is { } paid ? [.. paid.Partners.Select(partner => FirstHeads(plan, partner))] : [],
            PaidIn = plan.Pool is { } left && left.Partners.Any(partner => partner.LastYear is not null)
                ? [.. left.Partners.Select(_ => Set.Variable(Set.Zero))]
                : [],
            StatutoryPaid = plan.Brake is null && !MayIssueNotice(row) ? null : Set.Variable(Set.Zero),
        };
    }

    /// <summary>What a contribution a head that is scaled is measured against; an arrangement that goes on keeps it.</summary>
    private Variable? FirstHeads(FundPlan plan, PartnerPlan partner)
    {
        if (partner is not { PerPerson: not null, First: not null })
        {
            return null;
        }

        if (run.Plan.From > 0 || before is null || plan.RowBefore < 0)
        {
            return Set.Variable(Set.Zero);
        }

        var known = before.Funds[plan.RowBefore];
        var row = known.Plan.Pool!.Partners.Select(other => other.Organisation).ToList().IndexOf(partner.Organisation);
        return (row < 0 ? null : known.FirstHeads[row]) ?? Set.Variable(Set.Zero);
    }

    /// <summary>An organisation's reserves and what it brings forward.</summary>
    public OrganisationRun Organisation(int row)
    {
        var (plan, today, earlier) = (run.Plan.Organisations[row], run.Baseline.Organisations[row], before?.Organisations[row]);
        if (plan.Begins)
        {
            (today, earlier) = (plan, null);
        }

        return new OrganisationRun(row, plan)
        {
            Before = before?.Organisations[row],
            IsOfSuccession = run.Plan.Organisations.Any(ended => !ended.Successors.IsEmpty
                && (ReferenceEquals(ended, plan) || ended.Successors.Any(successor => successor.Organisation == row))),
            Reserves = earlier?.Reserves ?? Set.Variable(Values.Of(today.Reserves)),
            Earmarked = earlier?.Earmarked ?? [.. today.Earmarked.Select(reserve => Set.Variable(Values.Of(reserve.Amount)))],
            Notice = MayIssueNotice(row) ? earlier?.Notice ?? Set.Variable(Set.Zero) : null,
            Balanced = run.Plan.Organisations[row].BalancesOver is null ? null : earlier?.Balanced ?? Set.Variable(Set.Zero),
            Support = run.Plan.Organisations[row].Support is { } support
                ? new SupportRun(Values, support, today.Support?.Debt, plan.Begins ? run.Plan.TakesOver : 0, earlier?.Support)
                : null,
            OwnsAccount = run.Plan.Organisations.Any(known => known.Account?.Owner == row),
            Deficit = earlier?.Deficit ?? Set.Variable(Values.Of(today.BroughtForward)),
        };
    }

    /// <summary>The sum of a block or a grant before the run: what the baseline lets in its first year. The baseline itself has none to
    /// give notice of.</summary>
    private Value SumToday(int row, ServicePlan plan) =>
        plan.Contract.NoticeSteps == 0 || plan.Contract.IsNew || ReferenceEquals(run.Plan, run.Baseline)
            ? Set.Zero
            : run.Opening(OpeningKind.Let, row);

    private bool MayIssueNotice(int row) => row < run.Plan.Organisations.Length && run.Plan.Organisations[row].EmergencyLevel is not null;

    private static bool IsZero(Number number) => number is { Quantity: < 0, Central: 0.0 };

    private Value InPlaces(ServicePlan plan, Value activity) =>
        plan.InPlacesAtStart is { } stated ? Values.Of(stated) : activity;

    private Value AStep(ServicePlan plan, Value amount) =>
        plan.Kind == ServiceKind.Places ? amount : amount / Values.StepsPerYear;

    private bool HasEffectOnFailure(int row) =>
        run.EffectsToday.TargetOf(TargetKind.Failure, row) is { } target
        && run.EffectsToday.ActingOn(target, -1, fromToday: false).Length > 0;
}
