namespace SystemSim.Model;

/// <summary>A line of other spending: all that is not modelled as a service.</summary>
public sealed record SpendingLine
{
    /// <summary>Name of the line.</summary>
    public required string Name { get; init; }

    /// <summary>GBP a year, nominal, before savings.</summary>
    public required YearlyPath Amount { get; init; }

    /// <summary>Planned savings, GBP a year; null for none.</summary>
    public YearlyPath? Savings { get; init; }

    /// <summary>Share of the planned savings that is delivered; null for all.</summary>
    public Quantity? Delivered { get; init; }
}
