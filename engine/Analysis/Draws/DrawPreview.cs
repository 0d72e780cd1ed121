using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>What would be drawn, before any run.</summary>
/// <param name="Seed">Seed.</param>
/// <param name="Draws">Number of draws, those that break a rule among them.</param>
/// <param name="Stopped">Draws that break a rule before anything is run, by the rule.</param>
/// <param name="Drawing">How the scenario draws, and what is by chance in it.</param>
/// <param name="Numbers">The uncertain numbers, factors first.</param>
public sealed record DrawPreview(
    int Seed,
    int Draws,
    ImmutableArray<StoppedDraws> Stopped,
    Drawing Drawing,
    ImmutableArray<NumberPreview> Numbers
)
{
    /// <summary>How many draws break a rule before anything is run.</summary>
    public DrawCount Count => new(Draws, Stopped.Sum(rule => rule.Count));
}
