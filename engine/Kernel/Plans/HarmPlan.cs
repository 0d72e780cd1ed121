using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>One harm of going without.</summary>
public sealed record HarmPlan
{
    /// <summary>Row of the service whose contacts are missed.</summary>
    public required int Service { get; init; }

    /// <summary>Rise for somebody who goes without, as a share; negative where it falls.</summary>
    public required Number Sensitivity { get; init; }

    /// <summary>Cohorts whose moves, deaths or demand it raises; empty for the failure share or stay of a service.</summary>
    public required ImmutableArray<int> Group { get; init; }

    /// <summary>Row of the service whose failure share or stay it raises; -1 for cohorts.</summary>
    public required int ComesTo { get; init; }

    /// <summary>How long a contact is missed, in years.</summary>
    public required Number Lasts { get; init; }

    /// <summary>People who go without for each contact.</summary>
    public required Number PeoplePerUnit { get; init; }
}
