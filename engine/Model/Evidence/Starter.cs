using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>How far the numbers that a starter model needs from its place are the place's own. Until all are, no page tells a
/// saving.</summary>
/// <param name="Local">Numbers whose source is of the place's own.</param>
/// <param name="All">Numbers that it needs from its place.</param>
/// <param name="Missing">Paths that the scenario lists, below which a number is not the place's own.</param>
public sealed record Starter(int Local, int All, ImmutableArray<string> Missing)
{
    /// <summary>Whether all that it needs is the place's own, so that it is a model like any other.</summary>
    public bool IsWhole => Local == All;

    /// <summary>What stands on everything that is made of it.</summary>
    public string Stamp => $"Starter model, {Local} of {All} numbers local: what an option saves cannot be told from it.";
}
