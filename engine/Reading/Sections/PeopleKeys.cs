using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>The keys of <c>people</c>, before they are put together.</summary>
internal sealed record PeopleKeys
{
    /// <summary>Names of areas; empty for one unnamed.</summary>
    public required ImmutableArray<string> Areas { get; init; }

    /// <summary>Need states: names and titles.</summary>
    public required ImmutableArray<KeyValuePair<string, string>> Need { get; init; }

    /// <summary>Quality weights of those states that have one.</summary>
    public required ImmutableArray<KeyValuePair<NeedStateId, Quantity>> Quality { get; init; }

    /// <summary>Areas, each with its age bands.</summary>
    public required ImmutableArray<ReadArea> Start { get; init; }

    /// <summary>Rows of each item of the list of moves: one that differs by age makes several.</summary>
    public required ImmutableArray<ImmutableArray<MoveRow>> Moves { get; init; }

    /// <summary>Deaths; null for none.</summary>
    public ReadDeaths? Deaths { get; init; }

    /// <summary>Births; null for none.</summary>
    public PopulationFlow? Births { get; init; }

    /// <summary>Net migration; null for none.</summary>
    public PopulationFlow? Migration { get; init; }

    /// <summary>Control totals.</summary>
    public ImmutableArray<ControlTotal> ControlTotals { get; init; } = [];
}
