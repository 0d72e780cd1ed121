using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>An NHS partner that leaves a pool and pays nothing more: the Better Care Fund has a minimum that must be pooled.</summary>
internal static class LeavesWithoutMinimum
{
    /// <summary>Looks for them.</summary>
    public static void Look(Draft draft, ImmutableArray<Side> sides)
    {
        foreach (var (arrangement, leaver) in from side in sides
                                              from arrangement in side.Draft.Governance
                                              where arrangement.Value.Id == side.Option.Governance
                                              from leaver in Leaving.Leavers(arrangement.Value)
                                              select (arrangement.Value, leaver))
        {
            var partner = leaver.Contribution.Terms.Partner;
            var kind = draft.Organisations.FirstOrDefault(known => known.Value.Id == partner).Value?.Kind;
            if (kind == OrganisationKind.NhsCommissioner && leaver.Contribution.Terms.Minimum is null)
            {
                draft.Report(
                    Codes.LeavesWithoutMinimum, $"{arrangement.Path}.pools.{leaver.Name}.contributions.{partner}",
                    $"'{partner}' leaves '{leaver.Name}' and pays nothing more, and what the NHS must pool of the Better Care Fund is no matter of choice.",
                    "state minimum:, and stays: what it pays for.");
            }
        }
    }
}
