using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>A number of the scenario, and where it is stated.</summary>
/// <param name="Quantity">The number.</param>
/// <param name="Node">What states it; the same node whenever the same text is read again.</param>
/// <param name="From">What is said about its source, there or on a block around it.</param>
internal sealed record StatedNumber(Quantity Quantity, Node Node, Provenance From);
