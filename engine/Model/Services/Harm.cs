namespace SystemSim.Model;

/// <summary>Harm of going without: what a service raises by not seeing people. The mirror of an effect by reach.</summary>
public sealed record Harm
{
    /// <summary>What is raised.</summary>
    public required Target On { get; init; }

    /// <summary>Rise for somebody who goes without, as a share (0.6 is +60%). May be negative, above -1.</summary>
    public required Quantity Sensitivity { get; init; }

    /// <summary>Whose moves, deaths or demand it raises; of no meaning for the failure share or stay of a service, which is that of all who
    /// come to it.</summary>
    public CohortGroup Group { get; init; } = CohortGroup.Everyone;

    /// <summary>How long a contact that left is missed, in years.</summary>
    public required Quantity Lasts { get; init; }

    /// <summary>People who go without for each contact that waits or is missed.</summary>
    public required Quantity PeoplePerUnit { get; init; }
}
