using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>What evidence is made of.</summary>
public sealed record EvidenceRequest
{
    /// <summary>Version of the program.</summary>
    public required string Version { get; init; }

    /// <summary>The scenario that was run, with its draws where there are any.</summary>
    public required ScenarioRecord Record { get; init; }

    /// <summary>Its answers.</summary>
    public required Answers Answers { get; init; }

    /// <summary>Why the featured option spends more or less than the baseline over all years; null where that was not looked
    /// into.</summary>
    public Waterfall? Waterfall { get; init; }

    /// <summary>Which numbers matter; null where no study has looked.</summary>
    public Sensitivity? Sensitivity { get; init; }

    /// <summary>How much of what moves the answer has a range; null where that was not looked into.</summary>
    public RangeCoverage? Coverage { get; init; }

    /// <summary>What the likely range of the featured option comes of; none where that was not looked into.</summary>
    public ImmutableArray<RangeSource> RangeSources { get; init; } = [];

    /// <summary>What it would be worth to know numbers before choosing; null where that was not looked into.</summary>
    public Information? Information { get; init; }

    /// <summary>What the effect of each option rests on; none where that was not looked into.</summary>
    public IReadOnlyDictionary<OptionId, ImmutableArray<GradeShare>> Grades { get; init; } =
        new Dictionary<OptionId, ImmutableArray<GradeShare>>();
}
