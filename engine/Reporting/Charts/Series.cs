namespace SystemSim.Reporting;

/// <summary>Numbers of one name along an axis.</summary>
/// <param name="Name">What they are called.</param>
/// <param name="Values">The numbers, one for each place of the axis.</param>
public sealed record Series(string Name, ImmutableArray<double> Values)
{
    /// <summary>Lower ends of ranges; empty where there is no uncertainty.</summary>
    public ImmutableArray<double> Low { get; init; } = [];

    /// <summary>Upper ends of ranges; as many as lower ends.</summary>
    public ImmutableArray<double> High { get; init; } = [];

    /// <summary>All numbers, the ends of ranges among them.</summary>
    public IEnumerable<double> All => [.. Values, .. Low, .. High];

    /// <summary>The numbers in a sentence: at the start, at the end, and the range there.</summary>
    internal string Tell(IReadOnlyList<string> places, ChartUnit unit)
    {
        var range = Low.IsEmpty ? "" : $" (range {unit.Write(Low[^1])} to {unit.Write(High[^1])})";
        var start = places.Count > 1 ? $"{unit.Write(Values[0])} in {places[0]}, " : "";
        return $"{Name}: {start}{unit.Write(Values[^1])} in {places[^1]}{range}.";
    }
}
