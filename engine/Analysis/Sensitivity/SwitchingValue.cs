namespace SystemSim.Analysis;

/// <summary>What a quantity would have to be for a number of the answers to be nothing: where the choice between two options
/// turns.</summary>
public sealed record SwitchingValue
{
    /// <summary>The number that is looked at.</summary>
    public required SensitivityOf Of { get; init; }

    /// <summary>Path of the quantity.</summary>
    public required string Quantity { get; init; }

    /// <summary>Paths of what is moved: one number, or several in proportion.</summary>
    public required ImmutableArray<string> Names { get; init; }

    /// <summary>Its central value, in base units.</summary>
    public required double Central { get; init; }

    /// <summary>The number with central values.</summary>
    public required double AtCentral { get; init; }

    /// <summary>Lower end of where was looked.</summary>
    public required double From { get; init; }

    /// <summary>Upper end of where was looked.</summary>
    public required double To { get; init; }

    /// <summary>What counts as nothing: half a penny of money; of what is not money, a part in 10⁹ of the largest amount met.</summary>
    public required double Tolerance { get; init; }

    /// <summary>Whether the result is nothing with the central value: there is nothing to turn.</summary>
    public bool IsNothing => Math.Abs(AtCentral) <= Tolerance;

    /// <summary>Where the result turns: the crossing nearest to the central value; null where there is none, or nothing to turn.</summary>
    public Crossing? Turn => IsNothing ? null : Crossings.MinBy(crossing => Math.Abs(crossing.Value - Central));

    /// <summary>The crossings, ascending; none where the number stays on one side.</summary>
    public required ImmutableArray<Crossing> Crossings { get; init; }

    /// <summary>The points at which was looked, ascending, and the number there; null where a run was stopped.</summary>
    public required ImmutableArray<(double Value, double? Number)> Points { get; init; }

    /// <summary>Why runs were stopped; null when none was.</summary>
    public string? Stopped { get; init; }

    /// <summary>Whether the quantity changes the number at all.</summary>
    public bool HasEffect
    {
        get
        {
            double[] numbers = [.. Points.Select(point => point.Number).OfType<double>()];
            return numbers.Length > 0 && numbers.Max() - numbers.Min() > Tolerance;
        }
    }
}
