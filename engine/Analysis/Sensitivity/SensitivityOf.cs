using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>The number of the answers that a study of uncertain quantities looks at.</summary>
/// <param name="Title">Title of the scenario.</param>
/// <param name="Selection">What it is: a measure of an option, or its difference from the option that it is held against.</param>
/// <param name="PriceBase">Price base of money, as the tidy files write it; empty for what is not money.</param>
/// <param name="Baseline">The baseline: what is a difference from it by itself is held against it, and not less what it has.</param>
public sealed record SensitivityOf(string Title, Selection Selection, string PriceBase, OptionId Baseline)
{
    private const double HalfAPenny = 0.005;

    /// <summary>How it is discounted; null for what is not.</summary>
    public string? Discounting { get; init; }

    private const double OfLargest = 1e-9;

    /// <summary>The measure.</summary>
    public MeasureEntry Measure => MeasureCatalogue.Find(Selection.Measure)!;

    /// <summary>What it is in words: measure, parts, years.</summary>
    public string Words
    {
        get
        {
            var parts = string.Concat(Selection.Where.Select(column => $", {column.Key} {column.Value}"));
            var when =
                Selection.Year is { } year ? $", {year}"
                : Selection.UpTo is { } last ? $", up to {last}"
                : Selection.Step is null && Measure.YearsAddUp ? ", all years"
                : "";
            var against = Selection.Against is { } other
                ? $" {(Measure.IsDifference && other == Baseline ? "against" : "less")} {other}"
                : "";
            var option = Selection.Option is { } named ? $": {named}" : "";
            return $"{Selection.Measure}{parts}{when}{option}{against}";
        }
    }

    /// <summary>What counts as nothing: half a penny of money; of what is not money, a part in 10⁹ of the largest amount.</summary>
    /// <param name="amounts">Amounts that were met; at least one.</param>
    public double Nothing(IEnumerable<double> amounts) => Measure.IsMoney ? HalfAPenny : OfLargest * amounts.Max(Math.Abs);

    /// <summary>The same with its unit and, of money, its prices.</summary>
    public string PricedWords =>
        Measure.IsMoney
            ? $"{Words} (£, {(PriceBase == Headline.Nominal ? PriceBase : $"{PriceBase} prices")})"
            : $"{Words} ({Measure.Unit})";

    /// <summary>The number of a scenario that a selection speaks of.</summary>
    public static SensitivityOf Ask(Scenario scenario, Selection selection) =>
        new(scenario.Title, selection, MeasureCatalogue.Find(selection.Measure)!.LeadingPrices(scenario), scenario.Baseline)
        {
            Discounting = DiscountingSentence.For(scenario, selection.Measure),
        };
}
