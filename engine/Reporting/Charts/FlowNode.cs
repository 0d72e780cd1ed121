namespace SystemSim.Reporting;

/// <summary>A place through which something flows.</summary>
/// <param name="Name">What it is called; links name it so.</param>
/// <param name="Column">Where it stands, from the left, from 0 to 2.</param>
/// <param name="Ink">Its colour.</param>
public sealed record FlowNode(string Name, int Column, Ink Ink);
