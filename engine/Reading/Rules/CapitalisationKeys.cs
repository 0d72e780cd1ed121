using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Support as leave to borrow is for bodies that may not run a deficit, and what is planned of it is within what is
/// allowed.</summary>
internal static class CapitalisationKeys
{
    // The Public Works Loan Board lends for 50 years at most.
    private const int MostYears = 50;
    private const double HalfAPenny = 0.005;

    /// <summary>Applies the rule.</summary>
    public static void Check(Draft draft)
    {
        foreach (var (name, organisation) in draft.Organisations)
        {
            if (organisation.Capitalisation is { } support)
            {
                Check(draft, name, organisation, support);
            }
        }
    }

    private static void Check(Draft draft, string name, Organisation organisation, Capitalisation support)
    {
        var path = $"organisations.{name}.capitalisation";
        if (organisation.Kind is OrganisationKind.NhsCommissioner or OrganisationKind.NhsProvider)
        {
            draft.Report(
                Codes.EmergencyKeys, path, $"'{name}' is an NHS body: it may run a deficit, and treats no day-to-day cost as capital.");
        }

        var left = support.OpeningDebt?.YearsLeft ?? 0;
        foreach (var (key, years) in ((string, int)[])[("over", support.Over), ("opening_debt.years_left", left)])
        {
            if (years > MostYears)
            {
                draft.Report(Codes.CapitalisationKeys, $"{path}.{key}", $"nobody lends a council for more than {MostYears} years.");
            }
        }

        CheckPlanned(draft, support, path);
    }

    private static void CheckPlanned(Draft draft, Capitalisation support, string path)
    {
        if (draft.Context.Horizon is not { } horizon)
        {
            return;
        }

        foreach (var year in Enumerable.Range(0, horizon.Years).Select(horizon.YearAt))
        {
            var (limit, planned, set) = (In(support.Limit), In(support.Planned), In(support.ToReserves));
            if (planned + set > limit + HalfAPenny)
            {
                draft.Report(
                    Codes.CapitalisationKeys, $"{path}.{(planned > 0.0 ? "planned" : "to_reserves")}",
                    $"{year}: more is planned than 'limit' allows{(planned > 0.0 && set > 0.0 ? ", with what goes into reserves" : "")}.",
                    "a budget cannot rest on more than is agreed: raise 'limit', or plan less.");
                return;
            }

            double In(YearlyPath? of) => of is null ? 0.0 : PathValues.At(of, year, draft.Prices);
        }
    }
}
