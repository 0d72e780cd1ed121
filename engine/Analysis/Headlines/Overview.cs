namespace SystemSim.Analysis;

/// <summary>One scenario among many: what each of its options comes to, on one line.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Headline">What it comes to.</param>
/// <param name="Lines">Its options other than the baseline, in order.</param>
/// <param name="Draws">How many draws were made and left out; null where nothing was drawn.</param>
public sealed record Overview(string Scenario, Headline Headline, ImmutableArray<OverviewLine> Lines, DrawCount? Draws);
