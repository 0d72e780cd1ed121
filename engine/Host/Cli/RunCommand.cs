using SystemSim.Runs;

namespace SystemSim.Host;

/// <summary>What a command line asks that runs scenarios: the request, and what is the program's own affair.</summary>
internal sealed record RunCommand
{
    /// <summary>Scenarios, as typed.</summary>
    public required IReadOnlyList<string> Scenarios { get; init; }

    /// <summary>Overrides.</summary>
    public required IReadOnlyList<string> Overrides { get; init; }

    /// <summary>Results folder as typed; null for the default.</summary>
    public required string? Out { get; init; }

    /// <summary>What is asked of the scenarios.</summary>
    public required RunRequest Request { get; init; }

    /// <summary>What is asked instead of what the answer rests on; null for none.</summary>
    public SensitivityRequest? Sensitivity { get; init; }

    /// <summary>Whether to answer in JSON.</summary>
    public required bool Json { get; init; }

    /// <summary>Whether to tell no progress.</summary>
    public required bool Quiet { get; init; }
}
