using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>What its author puts first where the scenario is shown with numbers to move. No run reads it.</summary>
/// <param name="Sliders">Paths of the numbers that are there to be moved first; empty where its author does not say.</param>
/// <param name="Presets">Sets of changes, each made at once.</param>
public sealed record PageSettings(ImmutableArray<string> Sliders, ImmutableArray<Preset> Presets)
{
    /// <summary>Nothing is said.</summary>
    public static PageSettings None { get; } = new([], []);
}

/// <summary>Changes that are made at once, such as half the money.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">Name to print.</param>
/// <param name="Changes">The changes, each as <c>path=value</c>.</param>
public sealed record Preset(string Name, string Title, ImmutableArray<string> Changes);
