namespace SystemSim.Model;

/// <summary>What prevention, the voluntary sector or joint working changes.</summary>
public sealed record Effect
{
    /// <summary>What brings it about.</summary>
    public required EffectOwner Owner { get; init; }

    /// <summary>Name to print; null when the scenario gives none, and a name is made of what it is of and on.</summary>
    public string? Title { get; init; }

    /// <summary>What it multiplies.</summary>
    public required Target On { get; init; }

    /// <summary>How strong it is for the covered part of the group, as the scenario writes it; what it says depends on
    /// <see cref="Form"/>.</summary>
    public required Quantity Strength { get; init; }

    /// <summary>What <see cref="Strength"/> says: by what share the quantity falls or rises, or what share of it remains.</summary>
    public StrengthForm Form { get; init; }

    /// <summary>Target group.</summary>
    public required CohortGroup Group { get; init; }

    /// <summary>How much of the group has it.</summary>
    public required Coverage Coverage { get; init; }

    /// <summary>Most of the group that can ever be covered, approached ever more slowly; null for all.</summary>
    public Quantity? Ceiling { get; init; }

    /// <summary>Lag in years before reach or dose takes effect; 0 for the next step.</summary>
    public double After { get; init; }

    /// <summary>How the strength falls; null when it does not.</summary>
    public Fade? Fade { get; init; }

    /// <summary>Grade of evidence whose shrinkage applies; null for none.</summary>
    public string? Evidence { get; init; }

    /// <summary>What today's rates already contain of it.</summary>
    public MeasuredFrom Measured { get; init; }
}
