using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Funds that keep a share for services that must be given anyway: no rule gives these more than their forecast.</summary>
internal static class ProtectsNothing
{
    /// <summary>Looks for them; what one option cannot use another may.</summary>
    public static void Look(Draft draft, ImmutableArray<Side> sides)
    {
        foreach (var (arrangement, fund) in from arrangement in draft.Governance
                                            from fund in arrangement.Value.Pays
                                            select (arrangement.Value, fund.Key))
        {
            var pays = arrangement.PaidBy(fund, draft.ServiceIds);
            if (sides.Any(side => side.Option.Governance == arrangement.Id)
                && ArrangementBuilder.StartOfYear(arrangement, fund, pays, draft).Protect is { } protect
                && protect.Services.All(service => draft.Service(service)?.Duty == Duty.Statutory))
            {
                var path = $"{arrangement.Path}.funds.{fund}.start_of_year.protect";
                draft.Report(
                    Codes.ProtectsNothing,
                    arrangement.Funds.Any(own => own.Key == fund && own.Value.StartOfYear is not null)
                        ? path : $"{arrangement.Path}.start_of_year.protect",
                    $"'{fund}' keeps a share for {string.Join(" and ", protect.Services)}, which must be given: no rule gives more than a forecast.",
                    "name services that are discretionary, or give that fund a start_of_year of its own.");
            }
        }
    }
}
