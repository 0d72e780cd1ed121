using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>
/// Options that change the budget rule together with the governance: pooling must not win by a rule that silos were denied.
/// </summary>
internal static class RuleWithGovernance
{
    /// <summary>Looks for them.</summary>
    public static void Look(Draft draft, ImmutableArray<Side> sides)
    {
        if (sides.FirstOrDefault(side => side.Option.Id == draft.Baseline) is not { } baseline)
        {
            return;
        }

        foreach (var side in sides.Where(side => Kind(side) != Kind(baseline) && Rules(side) != Rules(baseline)))
        {
            if (!sides.Any(other => Kind(other) == Kind(baseline) && Rules(other) == Rules(side)))
            {
                draft.Report(
                    Codes.RuleWithGovernance, $"options.{side.Option.Id}.governance",
                    $"'{side.Option.Id}' changes the governance and the budget rule at once ({Rules(baseline)} to {Rules(side)}).",
                    $"add an option that is {Snake.Of(Kind(baseline).ToString())} with that same rule, to see each by itself.");
            }
        }
    }

    private static ReadArrangement Arrangement(Side side) =>
        side.Draft.Governance.First(arrangement => arrangement.Key == side.Option.Governance.Name).Value;

    private static GovernanceKind Kind(Side side) => Arrangement(side).Kind;

    /// <summary>The rules by which discretionary services get their budgets.</summary>
    private static string Rules(Side side)
    {
        var arrangement = Arrangement(side);
        var rules = from fund in arrangement.Pays.Select(fund => fund.Key)
                    let pays = arrangement.PaidBy(fund, side.Draft.ServiceIds)
                    where pays.Any(service => side.Draft.Service(service)!.Duty == Duty.Discretionary)
                    let start = ArrangementBuilder.StartOfYear(arrangement, fund, pays, side.Draft)
                    select Snake.Of(start.Rule.GetType().Name) + (start.Reinvest is null ? "" : " with reinvestment")
                        + (start.Protect is null ? "" : " with protection");
        return string.Join(" and ", rules.Distinct().Order(StringComparer.Ordinal));
    }
}
