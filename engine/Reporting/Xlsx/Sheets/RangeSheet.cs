namespace SystemSim.Reporting;

/// <summary>What the likely range of the option that is told of comes of.</summary>
internal static class RangeSheet
{
    /// <summary>The sheet; null where that was not looked into.</summary>
    public static XlsxSheet? Make(SheetSource source) =>
        source.Contents.RangeSources.IsEmpty
            ? null
            : new XlsxSheet
            {
                Name = "Range",
                Title = "Where the likely range of spending over all years comes from",
                Lines = [SheetCell.Of(RangeStory.Note)],
                Table = "range",
                Holds = "How much narrower the likely range would be were the numbers of one subject known",
                Columns = [new("Were this known", 50), new("Range narrower by"), new("Numbers")],
                Rows =
                [
                    .. source.Contents.RangeSources.Select(known =>
                        ImmutableArray.Create(
                            SheetCell.Of(AnswerReader.Capital(known.Title), CellStyle.Wrapped),
                            SheetCell.Of(known.Narrower, CellStyle.Percent),
                            SheetCell.Of(known.Quantities.Length, CellStyle.Whole)
                        )
                    ),
                ],
            };
}
