namespace SystemSim.Reporting;

/// <summary>A name that is to stand beside what it names.</summary>
/// <param name="Lines">Its lines of text.</param>
/// <param name="Y">Where what it names is.</param>
/// <param name="Ink">Colour of what it names.</param>
/// <param name="Dashes">Dashes of a line; null for an area.</param>
internal sealed record NameTag(ImmutableArray<string> Lines, double Y, Ink Ink, string? Dashes);
