using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Councils alone plan over a settlement of several years, and do not state their movements beside it.</summary>
internal static class BalancedCouncils
{
    /// <summary>Applies the rule.</summary>
    public static void Check(Draft draft)
    {
        foreach (var (_, arrangement) in draft.Governance)
        {
            var councils = draft.Organisations.Select(known => new FundId(known.Key)).Where(fund => IsCouncil(draft, fund)).ToArray();
            foreach (var (fund, terms) in arrangement.Funds.Where(own => own.Value.StartOfYear?.BalancesOver is not null))
            {
                Check(draft, $"{arrangement.Path}.funds.{fund}.start_of_year.balances_over", IsCouncil(draft, fund) ? [fund] : []);
            }

            if (arrangement.StartOfYear?.BalancesOver is not null)
            {
                var others = arrangement.Funds.Where(own => own.Value.StartOfYear is not null).Select(own => own.Key);
                Check(draft, $"{arrangement.Path}.start_of_year.balances_over", [.. councils.Except(others)]);
            }
        }
    }

    /// <summary>Whether a fund is a council's own.</summary>
    public static bool IsCouncil(Draft draft, FundId fund) =>
        draft.Organisations.FirstOrDefault(known => known.Key == fund.Name).Value?.Kind == OrganisationKind.Council;

    private static void Check(Draft draft, string path, FundId[] councils)
    {
        if (councils.Length == 0)
        {
            draft.Report(
                Codes.Balanced, path, "no council's own fund is balanced over these years, and nobody else's may be.",
                "an NHS body breaks even year by year: put this under funds: and the council.");
        }

        foreach (var council in councils)
        {
            if (draft.Organisations.First(known => known.Key == council.Name).Value.Reserves?.Planned is not null)
            {
                draft.Report(
                    Codes.Balanced, $"organisations.{council}.reserves.planned",
                    $"'{council}' states what it moves into its reserves, and {path} works it out.", "leave out one of them.");
            }
        }
    }
}
