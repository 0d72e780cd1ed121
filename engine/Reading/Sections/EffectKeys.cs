using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>An effect as the file states it; what is null is not stated.</summary>
internal sealed record EffectKeys
{
    /// <summary>Name to print.</summary>
    public string? Title { get; init; }

    /// <summary>What it changes.</summary>
    public required Target On { get; init; }

    /// <summary>Strength, as stated.</summary>
    public required Quantity Strength { get; init; }

    /// <summary>Whether it is stated as less, as more or as a relative risk.</summary>
    public required StrengthForm Form { get; init; }

    /// <summary>Target group.</summary>
    public required CohortGroup Group { get; init; }

    /// <summary>How long a person benefits, in years.</summary>
    public Quantity? Lasts { get; init; }

    /// <summary>People who benefit from each contact.</summary>
    public Quantity? PeoplePerUnit { get; init; }

    /// <summary>Most of the group that can ever be covered.</summary>
    public Quantity? Ceiling { get; init; }

    /// <summary>Spending a head, in place of reach.</summary>
    public Coverage.BySpend? SpendPerHead { get; init; }

    /// <summary>Share of the group by year.</summary>
    public YearlyPath? Coverage { get; init; }

    /// <summary>Share covered today.</summary>
    public Quantity? Today { get; init; }

    /// <summary>Lag in years.</summary>
    public double After { get; init; }

    /// <summary>People or money a head at the start.</summary>
    public Quantity? AtStart { get; init; }

    /// <summary>Grade whose shrinkage applies.</summary>
    public string? Evidence { get; init; }

    /// <summary>What today's rates contain of it.</summary>
    public MeasuredFrom Measured { get; init; }

    /// <summary>How the strength falls.</summary>
    public Fade? Fade { get; init; }
}
