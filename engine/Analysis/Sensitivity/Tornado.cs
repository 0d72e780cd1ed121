namespace SystemSim.Analysis;

/// <summary>What one number of the answers becomes when each uncertain quantity in turn is low, then high, and all others are
/// central.</summary>
/// <remarks>
/// <b>Low and high</b> are the 10th and the 90th percentile of what would be drawn, whatever shape a spread has, so that quantities can be
/// held against each other. Each is moved by itself: correlations are left aside.
/// </remarks>
public sealed record Tornado
{
    /// <summary>The number that is looked at.</summary>
    public required SensitivityOf Of { get; init; }

    /// <summary>It with all quantities at central values.</summary>
    public required double Central { get; init; }

    /// <summary>A bar for every uncertain quantity and factor, the widest first; those as wide as each other in the scenario's
    /// order.</summary>
    public required ImmutableArray<TornadoBar> Bars { get; init; }

    /// <summary>Whether a quantity does anything to the number, beyond what counts as nothing of it.</summary>
    public bool Acts(TornadoBar bar) =>
        bar.Stopped is not null || bar.WidthAbout(Central) > Of.Nothing([Central, bar.AtLow ?? Central, bar.AtHigh ?? Central]);

    /// <summary>Puts bars in their order.</summary>
    /// <param name="of">The number that is looked at.</param>
    /// <param name="central">It with central values.</param>
    /// <param name="bars">Bars in the scenario's order.</param>
    public static Tornado Order(SensitivityOf of, double central, IEnumerable<TornadoBar> bars) => new()
    {
        Of = of,
        Central = central,
        Bars = [.. bars.OrderByDescending(bar => bar.WidthAbout(central))],
    };
}
