using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>A quantity, and the unit it was stated in.</summary>
/// <param name="Quantity">The quantity, in base units.</param>
/// <param name="Unit">Its unit as one word; empty when none was written.</param>
internal sealed record Stated(Quantity Quantity, string Unit)
{
    /// <summary>The time within which it holds, in years; a year when no unit was written.</summary>
    /// <param name="stepsPerYear">Steps in a year of the scenario.</param>
    public double Over(int stepsPerYear) => 1.0 / Reading.Unit.ATime.Worth(Unit, stepsPerYear);
}
