using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Section 114 is for councils.</summary>
internal static class EmergencyKeys
{
    /// <summary>Applies the rule.</summary>
    public static void Check(Draft draft)
    {
        foreach (var (name, organisation) in draft.Organisations)
        {
            if (organisation.EmergencyLevel is not null && organisation.Kind != OrganisationKind.Council)
            {
                draft.Report(
                    Codes.EmergencyKeys,
                    $"organisations.{name}.section_114",
                    $"'{name}' is not a council: it issues no section 114 notice."
                );
            }
        }

        foreach (var (_, arrangement) in draft.Governance)
        {
            foreach (
                var (pool, partner) in arrangement.Pools.SelectMany(pool => pool.Value.Contributions.Select(partner => (pool.Key, partner)))
            )
            {
                if (
                    partner.Value.Terms.CutInEmergency
                    && draft.Organisations.Any(known => known.Key == partner.Key.Name && known.Value.EmergencyLevel is null)
                )
                {
                    draft.Report(
                        Codes.EmergencyKeys, $"{arrangement.Path}.pools.{pool}.contributions.{partner.Key}.cut_in_emergency",
                        $"'{partner.Key}' issues no section 114 notice.", "add section_114 to the organisation, or leave this out.");
                }
            }
        }
    }
}
