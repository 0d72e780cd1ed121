using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>One side of a comparison.</summary>
public sealed record Option
{
    /// <summary>Name used in the scenario.</summary>
    public required OptionId Id { get; init; }

    /// <summary>Name to print.</summary>
    public required string Title { get; init; }

    /// <summary>The place as it is under this option.</summary>
    public required Place Place { get; init; }

    /// <summary>What the option sets, as <c>path = value</c>, in declaration order.</summary>
    public ImmutableArray<string> Sets { get; init; } = [];
}
