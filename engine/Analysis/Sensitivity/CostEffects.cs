using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>What each option costs and what comes of it: with central values, and draw by draw.</summary>
public sealed record CostEffects
{
    private static readonly ImmutableArray<string> Harms =
        ["dead", "deaths", "left", "unmet", "waiting", "failure_demand", "diverted", "deficit", "budgeted_gap", "section_114"];

    /// <summary>The options.</summary>
    public required ImmutableArray<OptionId> Options { get; init; }

    /// <summary>The cost that is looked at, of any option.</summary>
    public required SensitivityOf Cost { get; init; }

    /// <summary>The effect that is looked at, of any option; null where cost alone decides.</summary>
    public required SensitivityOf? Effect { get; init; }

    /// <summary>How costs or effects are discounted; null where neither is.</summary>
    public string? Discounting => Cost.Discounting ?? Effect?.Discounting;

    /// <summary>Seed of the draws.</summary>
    public required int Seed { get; init; }

    /// <summary>Draws made; 0 for central values alone.</summary>
    public required int Draws { get; init; }

    /// <summary>Draws that were stopped, and left out.</summary>
    public required int Stopped { get; init; }

    /// <summary>[option] what they come to with central values.</summary>
    public required ImmutableArray<CostEffect> Central { get; init; }

    /// <summary>[option][draw] costs of the draws that were not stopped.</summary>
    public required ImmutableArray<double[]> Costs { get; init; }

    /// <summary>[option][draw] effects, more being better.</summary>
    public required ImmutableArray<double[]> Effects { get; init; }

    /// <summary>Whether less of a measure is better, so that its effect is what is avoided.</summary>
    public static bool IsHarm(string measure) => Harms.Contains(measure);

    /// <summary>Name of the effect.</summary>
    public string EffectName => Effect is null ? "" : IsHarm(Effect.Measure.Name) ? $"{Effect.Measure.Name} avoided" : Effect.Measure.Name;

    /// <summary>How many draws were made and left out.</summary>
    public DrawCount Count => new(Draws, Stopped);

    /// <summary>[option] what is told of them: means over the draws, or central values where there are none or where too many draws are
    /// left out.</summary>
    public ImmutableArray<CostEffect> Told => Draws == 0 || Count.Telling == DrawTelling.CentralAlone ? Central : Means;

    /// <summary>[option] means over the draws; central values where there are none.</summary>
    public ImmutableArray<CostEffect> Means => Costs.IsEmpty || Costs[0].Length == 0
        ? Central
        : [.. Options.Select((option, row) => new CostEffect(option.Name, Costs[row].Average(), Effects[row].Average()))];
}
