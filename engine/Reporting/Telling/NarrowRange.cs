using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>Says that a range tells too little of what is not known.</summary>
public static class NarrowRange
{
    /// <summary>Why a range is too narrow to be used; null where it is not, or where that was not looked into.</summary>
    /// <param name="coverage">How much of what moves the answer has a range.</param>
    public static string? Sentence(RangeCoverage? coverage) =>
        coverage is { IsTooNarrow: true, Ranged: var ranged, All: var all }
            ? $"The range is too narrow to use: of what moves the answer, less than half has a range ({(ranged == 0 ? "no number" : Figures.Counted(ranged, "number", "numbers"))} of {Amount.Count(all)})."
            : null;

    /// <summary>Of which of many scenarios that is so, a line each.</summary>
    /// <param name="overviews">The scenarios.</param>
    public static IEnumerable<string> Lines(IEnumerable<Overview> overviews) =>
        from overview in overviews
        where overview.Draws is not null && overview.Lines.Length > 0
        let sentence = Sentence(overview.Coverage)
        where sentence is not null
        select $"{overview.Scenario}: {sentence}";
}
