using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>Which effects act on which target for which cohort, found quickly.</summary>
internal sealed class EffectGroups
{
    private readonly Plan plan;
    private readonly bool[][] includes;
    private readonly bool[][] harms;
    private readonly Dictionary<(TargetKind Kind, int Row, int To), TargetPlan> targets;

    /// <summary>Looks through a plan.</summary>
    public EffectGroups(Plan plan)
    {
        this.plan = plan;
        targets = plan.Targets.ToDictionary(target => (target.Kind, target.Row, target.To));
        includes = [.. plan.Effects.Select(effect => Included(effect.Group))];
        harms = [.. plan.Harms.Select(harm => Included(harm.Group))];
    }

    /// <summary>What effects and harm do to a target; null when nothing does.</summary>
    /// <param name="kind">Kind of target.</param>
    /// <param name="row">Service, or need state moved from.</param>
    /// <param name="to">Need state moved to.</param>
    public TargetPlan? TargetOf(TargetKind kind, int row, int to = 0) => targets.GetValueOrDefault((kind, row, to));

    /// <summary>Rows of the effects on a target that concern a cohort (-1 for all) and are measured alike.</summary>
    public int[] ActingOn(TargetPlan target, int cohort, bool fromToday) =>
        [.. target.Effects.Where(effect => plan.Effects[effect].FromToday == fromToday && (cohort < 0 || includes[effect][cohort]))];

    /// <summary>Rows of the harms to a target that concern a cohort (-1 for all).</summary>
    /// <param name="kind">Kind of target.</param>
    /// <param name="row">Service, or need state moved from.</param>
    /// <param name="to">Need state moved to.</param>
    /// <param name="cohort">The cohort.</param>
    public IEnumerable<int> Harming(TargetKind kind, int row, int to, int cohort) =>
        TargetOf(kind, row, to)?.Harms.Where(harm => cohort < 0 || harms[harm][cohort]) ?? [];

    private bool[] Included(ImmutableArray<int> group)
    {
        var cohorts = new bool[plan.People.Cohorts.Length];
        foreach (var cohort in group)
        {
            cohorts[cohort] = true;
        }

        return cohorts;
    }
}
