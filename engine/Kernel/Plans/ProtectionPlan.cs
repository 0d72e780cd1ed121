using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>What a fund keeps for a class of its services; its lines say which discretionary ones are of the class.</summary>
/// <param name="Share">Share of the fund's money by year.</param>
/// <param name="Statutory">Rows of the statutory services of the class.</param>
/// <param name="BrakeSpares">Whether the brake leaves the class alone.</param>
public sealed record ProtectionPlan(PathPlan Share, ImmutableArray<int> Statutory, bool BrakeSpares);
