using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Where a move leads.</summary>
/// <param name="Need">Need state; null for death.</param>
internal sealed record MoveTo(NeedStateId? Need);
