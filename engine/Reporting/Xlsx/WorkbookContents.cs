using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>What a workbook is made of: one scenario's answers, its log of assumptions, and what was run.</summary>
/// <param name="Run">What was run: one scenario.</param>
/// <param name="Answers">The answers of its central run.</param>
/// <param name="Assumptions">The log of its numbers.</param>
/// <param name="Options">Its options side by side; null where that was not worked out.</param>
public sealed record WorkbookContents(RunRecord Run, Answers Answers, AssumptionsLog Assumptions, OptionsTable? Options = null)
{
    /// <summary>Plans and pool accounts; null where they are still to be worked out.</summary>
    internal Plans? Plans { get; init; }

    /// <summary>What the likely range of the option that is told of comes of; none where that was not looked into.</summary>
    public ImmutableArray<RangeSource> RangeSources { get; init; } = [];
}
