namespace SystemSim.Reporting;

/// <summary>What flows from one place to another.</summary>
/// <param name="From">Name of the place that it leaves.</param>
/// <param name="To">Name of the place where it arrives.</param>
/// <param name="Value">How much; nothing is drawn where it is not above zero.</param>
/// <param name="Ink">Its colour.</param>
public sealed record FlowLink(string From, string To, double Value, Ink Ink);
