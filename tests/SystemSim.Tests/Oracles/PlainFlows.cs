namespace SystemSim.Tests;

/// <summary>What happened to people in one step.</summary>
/// <remarks><b>Shape.</b> By cohort; moves by cohort and need state moved to, a rest among them.</remarks>
internal sealed record PlainFlows
{
    public required double[] Dead { get; init; }

    public required double[][] Moves { get; init; }

    public required double[] Older { get; init; }

    public required double[] Births { get; init; }

    public required double[] Migration { get; init; }

    public double[] Residual { get; init; } = [];

    /// <summary>People at the end of the step.</summary>
    public required double[] Closing { get; init; }
}
