namespace SystemSim.Model;

/// <summary>A service that people are in, such as a care home: what it delivers is starts.</summary>
public sealed record StayInPlaces
{
    /// <summary>Mean stay in years; each step that part of those in it end which the step is of the stay.</summary>
    public required Quantity Stay { get; init; }
}
