namespace SystemSim.Analysis;

/// <summary>One scenario among many: what each of its options comes to, on one line.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Headline">What it comes to.</param>
/// <param name="Lines">Its options other than the baseline, in order.</param>
/// <param name="Draws">How many draws were made and left out; null where nothing was drawn.</param>
/// <param name="Coverage">How much of what moves the answer has a range; null where nothing was drawn. Where too little has one, no line
/// tells a range.</param>
public sealed record Overview(
    string Scenario,
    Headline Headline,
    ImmutableArray<OverviewLine> Lines,
    DrawCount? Draws,
    RangeCoverage? Coverage
)
{
    /// <summary>One scenario among many.</summary>
    /// <param name="scenario">Name of the scenario.</param>
    /// <param name="headline">What it comes to with central values.</param>
    /// <param name="draws">What it comes to over draws; null for none.</param>
    /// <param name="coverage">How much of what moves the answer has a range; null where nothing was drawn.</param>
    public static Overview Of(string scenario, Headline headline, DrawAnswers? draws, RangeCoverage? coverage) =>
        new(scenario, headline, OverviewLine.Of(headline, coverage is { IsTooNarrow: true } ? null : draws), draws?.Count, coverage);
}
