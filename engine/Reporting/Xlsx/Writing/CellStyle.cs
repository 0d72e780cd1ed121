namespace SystemSim.Reporting;

/// <summary>How a cell is shown; the order is that of the formats in the workbook.</summary>
internal enum CellStyle
{
    /// <summary>Text as it is.</summary>
    Text,

    /// <summary>Text over as many lines as it needs.</summary>
    Wrapped,

    /// <summary>The title of a sheet.</summary>
    Title,

    /// <summary>The heading of a column of text.</summary>
    Heading,

    /// <summary>The heading of a column of numbers.</summary>
    NumberHeading,

    /// <summary>Money to the penny, negatives in brackets.</summary>
    Pounds,

    /// <summary>Whole numbers, negatives in brackets.</summary>
    Whole,

    /// <summary>Numbers to one place, negatives in brackets.</summary>
    OnePlace,

    /// <summary>Ratios to two places.</summary>
    Ratio,

    /// <summary>Shares as percentages to one place.</summary>
    Percent,

    /// <summary>Any number with as many digits as it needs.</summary>
    Number,

    /// <summary>A link to another sheet.</summary>
    Link,

    /// <summary>Text in bold.</summary>
    Strong,

    /// <summary>Money in bold: a sum.</summary>
    StrongPounds,

    /// <summary>A share that is not nothing, and that a percentage to one place would show as nothing.</summary>
    LeastPercent,

    /// <summary>A share that is not all, and that a percentage to one place would show as all.</summary>
    MostPercent,

    /// <summary>Whole numbers in bold: a sum.</summary>
    StrongWhole,

    /// <summary>Text in bold over as many lines as it needs.</summary>
    StrongWrapped,

    /// <summary>What a reader may choose.</summary>
    Chosen,
}
