namespace SystemSim.Reporting;

/// <summary>A group of numbers that are set to central values.</summary>
/// <param name="Title">What they are about, as a sentence can hold it.</param>
/// <param name="Narrower">By what share the likely range is narrower then; below 0 where it is wider.</param>
public sealed record RangePart(string Title, double Narrower);
