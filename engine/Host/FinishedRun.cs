using System.Collections.Immutable;
using SystemSim.Analysis;
using SystemSim.Reporting;

namespace SystemSim.Host;

/// <summary>A run whose results folder has been written.</summary>
/// <param name="Scenario">What was run.</param>
/// <param name="Answers">What came out.</param>
/// <param name="Draws">What the draws come to; null where nothing was drawn.</param>
/// <param name="Evidence">What it shows; null where only tidy files were wanted.</param>
/// <param name="Held">What came of its expectations.</param>
/// <param name="Findings">What the run shows of the scenario.</param>
/// <param name="Folder">Where its results are.</param>
internal sealed record FinishedRun(
    OpenScenario Scenario,
    Answers Answers,
    DrawAnswers? Draws,
    Evidence? Evidence,
    ImmutableArray<ExpectationResult> Held,
    ImmutableArray<RunFinding> Findings,
    PlaceForResults Folder
);
