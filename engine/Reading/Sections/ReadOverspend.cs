using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>How a pool's overspend is shared.</summary>
/// <param name="Share">The rule.</param>
/// <param name="By">Stated shares; empty for none.</param>
internal sealed record ReadOverspend(RiskShare Share, ImmutableArray<PartnerShare> By);
