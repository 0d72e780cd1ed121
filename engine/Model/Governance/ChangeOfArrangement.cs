namespace SystemSim.Model;

/// <summary>An option's arrangement taking over from the baseline's when a year of the run starts, other than the first.</summary>
public sealed record ChangeOfArrangement
{
    /// <summary>First year under the option's own arrangement.</summary>
    public required FinancialYear From { get; init; }

    /// <summary>The place as it is until then: under the option, but for the arrangement, which is the baseline's.</summary>
    public required Place Before { get; init; }
}
