namespace SystemSim.Kernel;

/// <summary>What becomes of a pool's year, GBP; nothing in it is negative.</summary>
/// <param name="Underspends">[partner] what is underspent, before any of it is kept or returned.</param>
/// <param name="ToHost">What the host alone keeps of an underspend, before all else.</param>
/// <param name="Drawn">What the risk reserve meets of what is overspent.</param>
/// <param name="Borne">[partner] what partners pay of the rest.</param>
internal sealed record PoolOutcome(Value[] Underspends, Value ToHost, Value Drawn, Value[] Borne);
