using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>How a pool's overspend is shared.</summary>
/// <param name="Share">The rule.</param>
/// <param name="By">Stated shares; empty for none.</param>
/// <param name="Slice">What the host bears first, when it leads; null otherwise.</param>
/// <param name="Caps">Most that partners bear.</param>
/// <param name="Excluded">Services whose overspends are borne by whoever brought them in.</param>
internal sealed record ReadOverspend(
    RiskShare Share,
    ImmutableArray<PartnerShare> By,
    YearlyPath? Slice,
    ImmutableArray<PartnerPath> Caps,
    ImmutableArray<ServiceId> Excluded
);
