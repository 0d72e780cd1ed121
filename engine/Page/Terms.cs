using System.Globalization;
using SystemSim.Model;
using SystemSim.Model.Kinds;
using SystemSim.Reporting;

namespace SystemSim.Page;

/// <summary>What can be chosen of an option's arrangement beside its numbers: when it takes over, and who bears what a pool
/// overspends.</summary>
internal static class Terms
{
    /// <summary>When the arrangement of an option takes over.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="option">The option.</param>
    /// <returns>The year, with the others that it may be; null where the arrangement is that of today.</returns>
    public static StartingYear? StartOf(Scenario scenario, Option option)
    {
        var today = scenario.BaselineOption.Place.Governance.Id;
        var horizon = scenario.Horizon;
        return option.Place.Governance.Id == today
            ? null
            : new StartingYear(
                $"options.{option.Id}.from",
                (option.Change?.From ?? horizon.Start).ToString(),
                [.. Enumerable.Range(0, horizon.Years).Select(year => horizon.YearAt(year).ToString())]);
    }

    /// <summary>Who bears the overspends of an option's pools.</summary>
    /// <param name="option">The option.</param>
    public static IEnumerable<PoolShares> SharesOf(Option option)
    {
        var place = option.Place;
        foreach (var fund in place.Governance.Funds)
        {
            if (fund.Pool is { } pool && pool.Contributions.Length > 1)
            {
                // Terms that say nothing but what holds anyway may be left out of the file: then all of them are stated.
                var terms = pool.EndOfYear;
                var isStated = terms.RiskShare != RiskShare.Proportional || !terms.Shares.IsEmpty || !terms.Caps.IsEmpty
                    || !terms.Excluded.IsEmpty;
                var path = $"governance.{place.Governance.Id}.pools.{fund.Id}.overspend";
                yield return new PoolShares(
                    isStated ? $"{path}.by" : path,
                    !isStated,
                    Harmless.Text(NumberLabels.Spaced(fund.Id.Name)),
                    terms.RiskShare == RiskShare.EachItsOwn
                        ? "Each bears what the services overspend that it brought in: no shares are stated."
                        : "",
                    [.. pool.Contributions.Select(partner => Box(place, pool, partner.Partner))]);
            }
        }
    }

    private static PartnerBox Box(Place place, Pool pool, OrganisationId partner)
    {
        var stated = pool.EndOfYear.Shares.FirstOrDefault(share => share.Partner == partner);
        return new PartnerBox(
            partner.Name,
            Harmless.Text(place.Organisations.First(body => body.Id == partner).Title),
            stated is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{Math.Round((decimal)stated.Share.Value * 100m, 2):0.##}"));
    }
}
