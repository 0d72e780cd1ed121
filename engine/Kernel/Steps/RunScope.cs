namespace SystemSim.Kernel;

/// <summary>Everything the equations of one option's run are about, while they are written.</summary>
internal sealed class RunScope
{
    private readonly TodayRows today;
    private readonly Dictionary<(TargetKind, int, int), int> targets = [];

    /// <summary>Sets up what a run remembers.</summary>
    public RunScope(PlanValues values, TodayRows today, LedgerWriter ledger, InvariantWriter invariants)
    {
        this.today = today;
        Values = values;
        Ledger = ledger;
        Invariants = invariants;
        PeopleEquations = new PeopleEquations(values);
        for (var row = 0; row < Plan.Targets.Length; row++)
        {
            var target = Plan.Targets[row];
            targets.Add((target.Kind, target.Row, target.To), row);
        }

        People = [.. PeopleEquations.AtStart.Select(Set.Variable)];
        Dead = [.. Enumerable.Range(0, Plan.People.Areas * Plan.People.Widths.Length).Select(_ => Set.Variable(Set.Zero))];
        OpeningPeople = PeopleEquations.Total(PeopleEquations.AtStart, Enumerable.Range(0, People.Length));
        var start = new StateAtStart(this);
        Everyone = Set.Variable(OpeningPeople);
        Effects = [.. Plan.Effects.Select(start.Effect)];
        Services = [.. Plan.Services.Select((_, row) => start.Service(row))];
        Funds = [.. Plan.Funds.Select((_, row) => start.Fund(row))];
        Organisations = [.. Plan.Organisations.Select((_, row) => start.Organisation(row))];
    }

    /// <summary>The plan.</summary>
    public Plan Plan => Values.Plan;

    /// <summary>The plan's numbers.</summary>
    public PlanValues Values { get; }

    /// <summary>The equations.</summary>
    public EquationSet Set => Values.Set;

    /// <summary>What the run keeps.</summary>
    public LedgerWriter Ledger { get; }

    /// <summary>What the run checks.</summary>
    public InvariantWriter Invariants { get; }

    /// <summary>How people change.</summary>
    public PeopleEquations PeopleEquations { get; }

    /// <summary>[cohort] people.</summary>
    public Variable[] People { get; }

    /// <summary>[area, age band] the dead.</summary>
    public Variable[] Dead { get; }

    /// <summary>All people when the run starts.</summary>
    public Value OpeningPeople { get; }

    /// <summary>All living people: their sum is worked out once, when a step ends.</summary>
    public Variable Everyone { get; }

    /// <summary>[service] the services.</summary>
    public ServiceRun[] Services { get; }

    /// <summary>[effect] the effects.</summary>
    public EffectRun[] Effects { get; }

    /// <summary>[fund] the funds.</summary>
    public FundRun[] Funds { get; }

    /// <summary>[organisation] the organisations.</summary>
    public OrganisationRun[] Organisations { get; }

    /// <summary>[cohort] people on whom this step's demand and quality of life are counted.</summary>
    public Value[] Counted { get; set; } = [];

    /// <summary>What this step does to people.</summary>
    public PeopleFlows Flows { get; set; } = null!;

    /// <summary>People in a group when the step starts.</summary>
    public Value GroupOf(EffectPlan effect) => effect.Group.Length == People.Length
        ? Everyone.Now
        : PeopleEquations.Total([.. People.Select(cohort => cohort.Now)], effect.Group);

    /// <summary>An opening value.</summary>
    public Value Today(TodayKind kind, int row, int column = 0) => Set.Input(today.InputOf(kind, row, column));

    /// <summary>The multiplier of effects on a target in this step.</summary>
    /// <param name="kind">Kind of target.</param>
    /// <param name="row">Service, or need state moved from.</param>
    /// <param name="to">Need state moved to.</param>
    /// <param name="cohort">Cohort; -1 for targets that have one multiplier.</param>
    public Value EffectOn(TargetKind kind, int row, int to = 0, int cohort = -1)
    {
        if (!targets.TryGetValue((kind, row, to), out var target))
        {
            return Set.One;
        }

        var plan = Plan.Targets[target];
        var result = Set.One;
        if (ActingOn(plan, cohort, fromToday: true).Length > 0)
        {
            result = Combined(plan, cohort, fromToday: true) / Today(TodayKind.Multiplier, target, Representative(plan, cohort));
        }

        return result * Combined(plan, cohort, fromToday: false);
    }

    /// <summary>What going without multiplies a target by.</summary>
    /// <param name="kind">Kind of target.</param>
    /// <param name="row">Service, or need state moved from.</param>
    /// <param name="to">Need state moved to.</param>
    /// <param name="unmetShare">Unmet share of a service, of this step or the last.</param>
    public Value HarmTo(TargetKind kind, int row, int to, Func<ServiceRun, Value> unmetShare) =>
        targets.TryGetValue((kind, row, to), out var target)
            ? Plan.Targets[target].Harms.Aggregate(
                Set.One, (sum, harm) => Value.MultiplyAdd(Values.Of(harm.Sensitivity), unmetShare(Services[harm.Service]), sum))
            : Set.One;

    /// <summary>Rows of the effects on a target that concern a cohort and are measured alike.</summary>
    public static int[] Acting(Plan plan, TargetPlan target, int cohort, bool fromToday) =>
        [.. target.Effects.Where(effect => plan.Effects[effect].FromToday == fromToday
            && (cohort < 0 || plan.Effects[effect].Group.Contains(cohort)))];

    private int[] ActingOn(TargetPlan target, int cohort, bool fromToday) => Acting(Plan, target, cohort, fromToday);

    private Value Combined(TargetPlan target, int cohort, bool fromToday) => EffectEquations.Combine(
        target.Combine,
        [.. ActingOn(target, cohort, fromToday).Select(effect => (Effects[effect].Covered, Effects[effect].Strength))],
        Set);

    /// <summary>Cohorts with the same effects have the same multiplier: the first of them stands for all.</summary>
    private int Representative(TargetPlan target, int cohort)
    {
        if (cohort < 0)
        {
            return cohort;
        }

        var acting = ActingOn(target, cohort, fromToday: true);
        return Enumerable.Range(0, cohort + 1).First(other => ActingOn(target, other, fromToday: true).SequenceEqual(acting));
    }
}
