namespace SystemSim.Analysis;

/// <summary>One organisation or service, side by side.</summary>
/// <param name="Name">Its name in the scenario; empty for the place as a whole.</param>
/// <param name="Title">Name to print.</param>
/// <param name="Values">[side][year] values.</param>
public sealed record ComparedItem(string Name, string Title, ImmutableArray<ImmutableArray<double>> Values);
