namespace SystemSim.Model;

/// <summary>What a grade of evidence means, and by how much it shrinks the strength of an effect.</summary>
public sealed record Grade
{
    /// <summary>A single letter, A (best) to E.</summary>
    public required string Id { get; init; }

    /// <summary>What evidence of this grade looks like.</summary>
    public required string Means { get; init; }

    /// <summary>Share by which the strength of an effect with this grade is reduced (0 leaves it as it is).</summary>
    public required Quantity Shrinks { get; init; }
}
