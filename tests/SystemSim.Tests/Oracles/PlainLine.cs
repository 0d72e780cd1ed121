namespace SystemSim.Tests;

/// <summary>What a number of the appraisal is about; what does not apply is empty.</summary>
/// <param name="Measure">The measure.</param>
internal sealed record PlainLine(string Measure)
{
    public string Organisation { get; init; } = "";

    public string Fund { get; init; } = "";

    public string Provider { get; init; } = "";

    public string Service { get; init; } = "";

    public string Tier { get; init; } = "";

    public string Area { get; init; } = "";

    public string AgeBand { get; init; } = "";

    public string NeedState { get; init; } = "";
}
