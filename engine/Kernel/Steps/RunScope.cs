using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>Everything the equations of one option's run are about, while they are written.</summary>
internal sealed class RunScope
{
    private readonly OpeningRows today;
    private readonly Dictionary<(TargetPlan Target, string Acting), int> representatives = [];
    private readonly Dictionary<(TargetPlan Target, int Cohort), Value> multipliers = [];

    /// <summary>Sets up what a run remembers.</summary>
    /// <param name="values">The plan's numbers.</param>
    /// <param name="baseline">The baseline's plan, which says what is so today.</param>
    /// <param name="today">Opening values.</param>
    /// <param name="ledger">What the run keeps.</param>
    /// <param name="invariants">What the run checks.</param>
    /// <param name="before">The run under an earlier plan, which this one takes over; null when there is none.</param>
    public RunScope(
        PlanValues values,
        Plan baseline,
        OpeningRows today,
        LedgerWriter ledger,
        InvariantWriter invariants,
        RunScope? before = null
    )
    {
        this.today = today;
        Values = values;
        Baseline = baseline;
        EffectsToday = new EffectGroups(baseline);
        Ledger = ledger;
        Invariants = invariants;
        PeopleEquations = new PeopleEquations(values);
        People = before?.People ?? [.. PeopleEquations.AtStart.Select(Set.Variable)];
        Dead = before?.Dead ?? [.. Enumerable.Range(0, Plan.People.Areas * Plan.People.Widths.Length).Select(_ => Set.Variable(Set.Zero))];
        DeathFlows = new int[Dead.Length];
        OpeningPeople = PeopleEquations.Total(PeopleEquations.AtStart, Enumerable.Range(0, People.Length));
        if (Plan.People.DeathScale is { IsFitted: false })
        {
            PeopleEquations.DeathScale = before?.PeopleEquations.DeathScale ?? Set.Variable(PeopleEquations.DeathScaleIn(0));
        }

        var start = new StateAtStart(this, before);
        Everyone = before?.Everyone ?? Set.Variable(OpeningPeople);
        Effects = [.. Plan.Effects.Select(start.Effect)];
        Harms = [.. Plan.Harms.Select(start.Harm)];
        HarmsOf = Harms.ToLookup(harm => harm.Plan.Service);
        Services = [.. Plan.Services.Select((_, row) => start.Service(row))];
        Funds = [.. Plan.Funds.Select((_, row) => start.Fund(row))];
        Organisations = [.. Plan.Organisations.Select((_, row) => start.Organisation(row))];
    }

    /// <summary>The plan.</summary>
    public Plan Plan => Values.Plan;

    /// <summary>The baseline's plan, which says what is so today.</summary>
    public Plan Baseline { get; }

    /// <summary>Whether this is the run that control totals are met by.</summary>
    public bool IsCentralBaseline => ReferenceEquals(Plan, Baseline) && Values.AreCentral;

    /// <summary>Which effects act where today.</summary>
    public EffectGroups EffectsToday { get; }

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

    /// <summary>[area, age band] the ledger's deaths, to be completed when the year ends.</summary>
    public int[] DeathFlows { get; }

    /// <summary>[area, age band] the dead when the year starts.</summary>
    public Value[] DeadBefore { get; set; } = [];

    /// <summary>All people when the run starts.</summary>
    public Value OpeningPeople { get; }

    /// <summary>All living people: their sum is worked out once, when a step ends.</summary>
    public Variable Everyone { get; }

    /// <summary>[service] the services.</summary>
    public ServiceRun[] Services { get; }

    /// <summary>[effect] the effects.</summary>
    public EffectRun[] Effects { get; }

    /// <summary>[harm] the harms of going without.</summary>
    public HarmRun[] Harms { get; }

    /// <summary>The harms of not seeing people by the service that does not.</summary>
    public ILookup<int, HarmRun> HarmsOf { get; }

    /// <summary>[fund] the funds.</summary>
    public FundRun[] Funds { get; }

    /// <summary>[organisation] the organisations.</summary>
    public OrganisationRun[] Organisations { get; }

    /// <summary>[cohort] people on whom this step's demand and quality of life are counted.</summary>
    public Value[] Counted { get; set; } = [];

    /// <summary>[area] years lived in this step, weighted; null where nothing is.</summary>
    public Value?[] YearsLived { get; set; } = [];

    /// <summary>What this step does to people.</summary>
    public PeopleFlows Flows { get; set; } = null!;

    /// <summary>People in a group when the step starts.</summary>
    public Value GroupOf(ImmutableArray<int> group) => group.Length == People.Length
        ? Everyone.Now
        : PeopleEquations.Total([.. People.Select(cohort => cohort.Now)], group);

    /// <summary>An opening value of a service or an effect.</summary>
    public Value Opening(OpeningKind kind, int row, int column = 0) => Set.Input(today.InputOf(new OpeningValue(kind, row, column)));

    /// <summary>The multiplier of effects on a target in this step.</summary>
    /// <param name="kind">Kind of target.</param>
    /// <param name="row">Service, or need state moved from.</param>
    /// <param name="to">Need state moved to.</param>
    /// <param name="cohort">Cohort; -1 for targets that have one multiplier.</param>
    public Value EffectOn(TargetKind kind, int row, int to = 0, int cohort = -1)
    {
        if (Values.Effects.TargetOf(kind, row, to) is not { } target)
        {
            return Set.One;
        }

        var standsFor = Representative(target, cohort);
        if (!multipliers.TryGetValue((target, standsFor), out var multiplier))
        {
            multiplier = Multiplier(target, standsFor);
            multipliers.Add((target, standsFor), multiplier);
        }

        return multiplier;
    }

    /// <summary>What going without multiplies a target by, against what it did when the run started.</summary>
    /// <param name="kind">Kind of target.</param>
    /// <param name="row">Service, or need state moved from.</param>
    /// <param name="to">Need state moved to.</param>
    /// <param name="cohort">Cohort; -1 for targets that have one multiplier.</param>
    /// <param name="afterServices">Whether those whom this step's services do not see count, rather than those of the step before.</param>
    public Value HarmTo(TargetKind kind, int row, int to = 0, int cohort = -1, bool afterServices = false)
    {
        var now = Values.Effects.Harming(kind, row, to, cohort).Select(harm => RiseNow(Harms[harm], afterServices));
        var start = EffectsToday.Harming(kind, row, to, cohort).Select(harm => Harms[harm].Opening);
        return now.Aggregate(Set.One, (sum, rise) => sum + rise) / start.Aggregate(Set.One, (sum, rise) => sum + rise);
    }

    private Value RiseNow(HarmRun harm, bool afterServices)
    {
        var service = Services[harm.Plan.Service];
        var contacts = afterServices ? service.Waits + harm.MissedAfter : service.OpeningList(Set) + harm.Missed.Now;
        return HarmEquations.Rise(harm.Plan, Values, contacts, harm.Came?.Now ?? GroupOf(harm.Plan.Group));
    }

    private Value Multiplier(TargetPlan target, int cohort)
    {
        var result = Set.One;
        if (Values.Effects.ActingOn(target, cohort, fromToday: true).Length > 0)
        {
            var opening = new OpeningValue(OpeningKind.Multiplier, target.Row, cohort, target.Kind, target.To);
            result = Combined(target, cohort, fromToday: true) / Set.Input(today.InputOf(opening));
        }

        return result * Combined(target, cohort, fromToday: false);
    }

    private Value Combined(TargetPlan target, int cohort, bool fromToday) => EffectEquations.Combine(
        target.Combine,
        [.. Values.Effects.ActingOn(target, cohort, fromToday).Select(effect => (Effects[effect].Covered, Effects[effect].Strength))],
        Set);

    /// <summary>Cohorts with the same effects, today too, have the same multiplier: the first of them stands for all.</summary>
    private int Representative(TargetPlan target, int cohort)
    {
        if (cohort < 0)
        {
            return cohort;
        }

        var todays = EffectsToday.TargetOf(target.Kind, target.Row, target.To);
        var acting = string.Join(
            ';', ActingOn(Values.Effects, target, cohort), todays is null ? "" : ActingOn(EffectsToday, todays, cohort));
        if (!representatives.TryGetValue((target, acting), out var first))
        {
            first = cohort;
            representatives.Add((target, acting), first);
        }

        return first;
    }

    private static string ActingOn(EffectGroups effects, TargetPlan target, int cohort) =>
        string.Join(',', effects.ActingOn(target, cohort, fromToday: true))
        + '|'
        + string.Join(',', effects.ActingOn(target, cohort, fromToday: false));
}
