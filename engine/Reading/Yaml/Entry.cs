namespace SystemSim.Reading;

/// <summary>A key and its value.</summary>
internal sealed record Entry(Scalar Key, Node Value);
