namespace SystemSim.Reporting;

/// <summary>How something is coloured.</summary>
/// <param name="Colour">Colour, as <c>#rrggbb</c>.</param>
/// <param name="Texture">Texture of areas.</param>
/// <param name="Opacity">How much of what lies below it hides; 0 to 1.</param>
public sealed record Ink(string Colour, Texture Texture = Texture.Plain, double Opacity = 1.0);
