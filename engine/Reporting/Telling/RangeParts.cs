namespace SystemSim.Reporting;

/// <summary>What the range of an answer comes of: groups of numbers, each in turn at central values on the same draws.</summary>
/// <param name="Parts">The groups.</param>
public sealed record RangeParts(ImmutableArray<RangePart> Parts);
