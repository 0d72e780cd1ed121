namespace SystemSim.Reporting;

/// <summary>A cell of a table on a page.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Number">The number that it states; null for words.</param>
public sealed record PageCell(string Text, Cited? Number = null)
{
    /// <summary>The same with more than one number in it; null for one number or words.</summary>
    public Prose? Says { get; init; }
}
