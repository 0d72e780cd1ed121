namespace SystemSim.Model;

/// <summary>People of neighbouring ages.</summary>
public sealed record AgeBand
{
    /// <summary>Name used in the scenario.</summary>
    public required AgeBandId Id { get; init; }

    /// <summary>Years of age in the band; null for the last, which nobody leaves by ageing.</summary>
    public required int? Width { get; init; }
}
