using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>One effect.</summary>
public sealed record EffectPlan
{
    /// <summary>Cohorts of the target group.</summary>
    public required ImmutableArray<int> Group { get; init; }

    /// <summary>How strong it is, as stated.</summary>
    public required Number Strength { get; init; }

    /// <summary>What <see cref="Strength"/> says.</summary>
    public StrengthForm Form { get; init; }

    /// <summary>Share by which the grade of evidence shrinks the strength; null for none.</summary>
    public Number? Shrinkage { get; init; }

    /// <summary>Share of the strength left when it has faded; null when it does not fade.</summary>
    public Number? FadeTo { get; init; }

    /// <summary>Years over which it fades.</summary>
    public Number? FadeOver { get; init; }

    /// <summary>Year from whose start it fades, counted from the first of the run.</summary>
    public int FadesFrom { get; init; }

    /// <summary>Whether today's rates contain it.</summary>
    public required bool FromToday { get; init; }

    /// <summary>How its coverage is known.</summary>
    public required CoverageKind Coverage { get; init; }

    /// <summary>Services that reach people (one) or whose spend counts.</summary>
    public ImmutableArray<int> Services { get; init; } = [];

    /// <summary>People a contact, for reach.</summary>
    public Number? PeoplePerUnit { get; init; }

    /// <summary>How long a person benefits, or spending is smoothed, in years.</summary>
    public Number? Lasts { get; init; }

    /// <summary>Full or half dose, GBP a head a year.</summary>
    public Number? Dose { get; init; }

    /// <summary>Reach or dose at the start; null for settled.</summary>
    public Number? AtStart { get; init; }

    /// <summary>Most of the group that can be covered, for reach; null for all.</summary>
    public Number? Ceiling { get; init; }

    /// <summary>Further steps before reach or dose takes effect.</summary>
    public int LagSteps { get; init; }

    /// <summary>Stated coverage by year; null otherwise.</summary>
    public PathPlan? Stated { get; init; }

    /// <summary>Stated coverage today; null where it is that of the first year.</summary>
    public Number? StatedToday { get; init; }

    /// <summary>Whether it acts in this option.</summary>
    public required bool InForce { get; init; }
}
