using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>What is written down of one scenario that was run.</summary>
public sealed record ScenarioRecord
{
    /// <summary>Short name, from its file or folder.</summary>
    public required string Name { get; init; }

    /// <summary>The scenario.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>The files it was read from, in reading order.</summary>
    public required ImmutableArray<InputRecord> Inputs { get; init; }

    /// <summary>What the caller put in the place of numbers, each as <c>path=value</c>.</summary>
    public required ImmutableArray<string> Overrides { get; init; }

    /// <summary>What that came to, in words: a change with the number before and after it.</summary>
    public ImmutableArray<string> Overridden { get; init; } = [];

    /// <summary>The options that ran, in the scenario's order.</summary>
    public required ImmutableArray<Option> Options { get; init; }

    /// <summary>The option that the caller wants told of first; null where he names none.</summary>
    public OptionId? Told { get; init; }

    /// <summary>The option that is told of first; null where all are told of side by side.</summary>
    public OptionId? Featured => Reporting.Featured.Of(Scenario, Options, Told);

    /// <summary>What its draws came to; null where there were none.</summary>
    public DrawAnswers? Draws { get; init; }

    /// <summary>What it costs to go on as today; null where nothing is told of it.</summary>
    public CostOfInaction? Inaction { get; init; }

    /// <summary>What the run shows of the scenario.</summary>
    public ImmutableArray<RunFinding> Findings { get; init; } = [];

    /// <summary>What came of its expectations; file names in them as seen from the folder of the scenario.</summary>
    public required ImmutableArray<ExpectationResult> Expectations { get; init; }
}
