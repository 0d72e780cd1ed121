using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>What each option is worth against the baseline.</summary>
internal static class AppraisalSheet
{
    private const string AfterBias = "_after_bias";

    /// <summary>The sheet; null where the scenario is not appraised.</summary>
    public static XlsxSheet? Make(SheetSource source)
    {
        ImmutableArray<ImmutableArray<SheetCell>> rows = [.. source.Answers.Options.SelectMany(option => Rows(source, option.Id.Name))];
        return rows.IsEmpty
            ? null
            : new XlsxSheet
            {
                Name = "Appraisal",
                Title = "Appraisal: present values and ratios",
                Lines =
                [
                    SheetCell.Of($"Central run. {DiscountingSentence.Of(source.Scenario)} Fiscal, economic and social value stay apart."),
                    SheetCell.Of(
                        $"A ratio here is of the central run and has no range: read it beside the net value, the one after optimism bias and the sheet on uncertainty, and never alone. {SheetCell.NotAvailable} means not stated."
                    ),
                ],
                Table = "appraisal",
                Holds = "Net present cost and value, benefit-cost ratios, payback, with and without optimism bias",
                Columns =
                [
                    new("Option"),
                    new("Held against"),
                    new("Measure"),
                    new("Meaning", 60),
                    new("Unit"),
                    new("Central"),
                    new("After optimism bias"),
                ],
                FrozenColumns = 1,
                Rows = rows,
            };
    }

    private static IEnumerable<ImmutableArray<SheetCell>> Rows(SheetSource source, string option)
    {
        foreach (
            var measure in MeasureCatalogue.All.Where(measure =>
                measure.Table == MeasureEntry.AppraisalTable && !measure.Name.EndsWith(AfterBias, StringComparison.Ordinal)
            )
        )
        {
            foreach (var against in measure.IsDifference ? [source.Scenario.Baseline.Name] : new[] { "" })
            {
                if (measure.Name != "discounted_cost" && Sum(source, option, against, measure.Name) is { } value)
                {
                    var style = measure.IsMoney ? CellStyle.Pounds : measure.Unit == "ratio" ? CellStyle.Ratio : CellStyle.OnePlace;
                    yield return
                    [
                        SheetCell.Of(source.OptionTitle(option)),
                        SheetCell.Of(against.Length > 0 ? source.OptionTitle(against) : SheetCell.NotApplicable),
                        SheetCell.Of(LineText.Of(measure.Name)),
                        SheetCell.Of(measure.Meaning, CellStyle.Wrapped),
                        SheetCell.Of(measure.IsMoney ? "£" : measure.Unit),
                        Value(measure, value, style),
                        Sum(source, option, against, measure.Name + AfterBias) is { } corrected
                            ? Value(measure, corrected, style)
                            : SheetCell.Of(SheetCell.NotAvailable),
                    ];
                }
            }
        }
    }

    private static SheetCell Value(MeasureEntry measure, double value, CellStyle style) =>
        measure.IsMoney ? SheetCell.Money(Pennies.Of(value)) : SheetCell.Of(value, style);

    /// <summary>What all lines of a measure come to; null where there is none.</summary>
    private static double? Sum(SheetSource source, string option, string against, string measure)
    {
        var rows = source.Answers.Rows(option, against, measure);
        return rows.Count > 0 ? rows.Sum(row => row.Value) : null;
    }
}
