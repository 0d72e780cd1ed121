using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SystemSim.Reporting;

/// <summary>The formats of a workbook, in the order of <see cref="CellStyle"/>.</summary>
internal static class XlsxStyles
{
    private const uint FirstOwnFormat = 164;
    private const uint Plain = 0;
    private const uint Bold = 1;
    private const uint Large = 2;
    private const uint Underlined = 3;

    private static readonly ImmutableArray<string> Formats =
    [
        "#,##0.00_);(#,##0.00)",
        "#,##0_);(#,##0)",
        "#,##0.0_);(#,##0.0)",
        "0.00",
        "0.0%",
        "\"<0.1%\"",
        "\">99.9%\"",
    ];

    /// <summary>The style sheet.</summary>
    public static Stylesheet Make() =>
        new(
            new NumberingFormats(
                Formats.Select((code, row) => new NumberingFormat { NumberFormatId = FirstOwnFormat + (uint)row, FormatCode = code })
            ),
            new Fonts(
                Face(11),
                new Font(new Bold(), Size(11), Name()),
                new Font(new Bold(), Size(15), Name()),
                new Font(new Underline(), Size(11), new Color { Rgb = "FF12436D" }, Name())
            ),
            new Fills(Pattern(PatternValues.None), Pattern(PatternValues.Gray125)),
            new Borders(
                new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
                new Border(
                    new LeftBorder(),
                    new RightBorder(),
                    new TopBorder(),
                    new BottomBorder(new Color { Rgb = "FF12436D" }) { Style = BorderStyleValues.Medium },
                    new DiagonalBorder()
                )
            ),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(Enum.GetValues<CellStyle>().Select(Format)),
            new CellStyles(
                new DocumentFormat.OpenXml.Spreadsheet.CellStyle
                {
                    Name = "Normal",
                    FormatId = 0,
                    BuiltinId = 0,
                }
            )
        );

    private static CellFormat Format(CellStyle style) =>
        style switch
        {
            CellStyle.Wrapped => With(0, Plain, Wrapped()),
            CellStyle.Title => With(0, Large),
            CellStyle.Heading => Underlining(With(0, Bold, Wrapped())),
            CellStyle.NumberHeading => Underlining(
                With(
                    0,
                    Bold,
                    new Alignment
                    {
                        Horizontal = HorizontalAlignmentValues.Right,
                        Vertical = VerticalAlignmentValues.Top,
                        WrapText = true,
                    }
                )
            ),
            CellStyle.Pounds => With(FirstOwnFormat, Plain),
            CellStyle.Whole => With(FirstOwnFormat + 1, Plain),
            CellStyle.OnePlace => With(FirstOwnFormat + 2, Plain),
            CellStyle.Ratio => With(FirstOwnFormat + 3, Plain),
            CellStyle.Percent => With(FirstOwnFormat + 4, Plain),
            CellStyle.LeastPercent => With(FirstOwnFormat + 5, Plain, Right()),
            CellStyle.MostPercent => With(FirstOwnFormat + 6, Plain, Right()),
            CellStyle.Link => With(0, Underlined),
            CellStyle.Strong => With(0, Bold),
            CellStyle.StrongPounds => With(FirstOwnFormat, Bold),
            CellStyle.StrongWhole => With(FirstOwnFormat + 1, Bold),
            CellStyle.StrongWrapped => With(0, Bold, Wrapped()),
            CellStyle.Chosen => Underlining(With(0, Bold)),
            CellStyle.Text => With(0, Plain, new Alignment { Vertical = VerticalAlignmentValues.Top }),
            _ => With(0, Plain),
        };

    private static CellFormat With(uint number, uint font, Alignment? alignment = null) => new()
    {
        NumberFormatId = number,
        FontId = font,
        FillId = 0,
        BorderId = 0,
        FormatId = 0,
        ApplyNumberFormat = number > 0,
        ApplyFont = font > 0,
        ApplyAlignment = true,
        Alignment = alignment ?? new Alignment { Vertical = VerticalAlignmentValues.Top },
    };

    private static CellFormat Underlining(CellFormat format)
    {
        format.BorderId = 1;
        format.ApplyBorder = true;
        return format;
    }

    private static Alignment Right() => new() { Horizontal = HorizontalAlignmentValues.Right, Vertical = VerticalAlignmentValues.Top };

    private static Alignment Wrapped() => new() { Vertical = VerticalAlignmentValues.Top, WrapText = true };

    private static Font Face(double size) => new(Size(size), Name());

    private static FontSize Size(double size) => new() { Val = size };

    private static FontName Name() => new() { Val = "Arial" };

    private static Fill Pattern(PatternValues pattern) => new(new PatternFill { PatternType = new EnumValue<PatternValues>(pattern) });
}
