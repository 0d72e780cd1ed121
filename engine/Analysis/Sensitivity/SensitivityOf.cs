using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>The number of the answers that a study of uncertain quantities looks at.</summary>
/// <param name="Title">Title of the scenario.</param>
/// <param name="Selection">What it is: a measure of an option, or its difference from the option that it is held against.</param>
/// <param name="PriceBase">Price base of money, as the tidy files write it; empty for what is not money.</param>
public sealed record SensitivityOf(string Title, Selection Selection, string PriceBase)
{
    /// <summary>The measure.</summary>
    public MeasureEntry Measure => MeasureCatalogue.Find(Selection.Measure)!;

    /// <summary>What it is in words: measure, parts, years.</summary>
    public string Words
    {
        get
        {
            var parts = string.Concat(Selection.Where.Select(column => $", {column.Key} {column.Value}"));
            var when = Selection.Year is { } year ? $", {year}" : Selection.UpTo is { } last ? $", up to {last}" : Selection.Step is null && !Measure.IsStock ? ", all years" : "";
            var against = Selection.Against is { } other ? $" less {other}" : "";
            return $"{Selection.Measure}{parts}{when}: {Selection.Option}{against}";
        }
    }

    /// <summary>The number of a scenario that a selection speaks of.</summary>
    public static SensitivityOf Ask(Scenario scenario, Selection selection) =>
        new(scenario.Title, selection, MeasureCatalogue.Find(selection.Measure)!.LeadingPrices(scenario));
}
