namespace SystemSim.Model;

/// <summary>The rule by which effects on one target are combined, where it is not the scenario's own default.</summary>
/// <param name="On">The target.</param>
/// <param name="Rule">The rule.</param>
public sealed record Combination(Target On, CombinationRule Rule);
