using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>What becomes in the place of what providers are paid.</summary>
internal static class LocalValueSheet
{
    /// <summary>The sheet; null where no provider says anything of the place.</summary>
    public static XlsxSheet? Make(SheetSource source)
    {
        var providers = source.Scenario.BaselineOption.Place.Organisations.ToDictionary(
            organisation => organisation.Id.Name,
            organisation => organisation.Title
        );
        ImmutableArray<ImmutableArray<SheetCell>> rows =
        [
            .. from option in source.Answers.Options
               from measure in MeasureCatalogue.All
               where measure.Table == "local_value"
               from series in source.Series(option.Id.Name, "", measure.Name)
               select Row(option.Title, measure, series.About.Provider, series.Values),
        ];
        return rows.IsEmpty
            ? null
            : new XlsxSheet
            {
                Name = "Local value",
                Title = "Local value: what becomes of payments in the place, nominal",
                Lines =
                [
                    SheetCell.Of(
                        "Central run. None of this is added to any cost or saving. LM3 counts three rounds of spending and is not an input-output multiplier."
                    ),
                ],
                Table = "local_value",
                Holds = "Payments by kind of provider, rounds of local spending, LM3, jobs and value added",
                Columns = [new("Option"), new("Measure"), new("Provider"), new("Unit"), .. source.YearColumns],
                FrozenColumns = 4,
                Rows = rows,
            };

        ImmutableArray<SheetCell> Row(string option, MeasureEntry measure, string provider, double[] values) =>
            [
                SheetCell.Of(option),
                SheetCell.Of(LineText.Of(measure.Name)),
                SheetCell.Of(provider.Length > 0 ? providers[provider] : "All providers that state it"),
                SheetCell.Of(measure.IsMoney ? "£" : measure.Unit),
                .. values.Select(value =>
                    measure.IsMoney
                        ? SheetCell.Money(Pennies.Of(value))
                        : SheetCell.Of(
                            value,
                            measure.Unit switch
                            {
                                "share" => CellStyle.Percent,
                                "ratio" => CellStyle.Ratio,
                                _ => CellStyle.OnePlace,
                            }
                        )
                ),
            ];
    }
}
