using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>How a fund divides the money of a year among its discretionary services (section 8, 5 and 6).</summary>
internal sealed class PlainRules(PlainPlace place)
{
    // As the model page says of hurdles; it also decides which savings are equal.
    private const double Rounding = 1e-9;

    /// <summary>What is reinvested, by service.</summary>
    public Dictionary<int, double> Reinvested(PlainYear year, Reinvest? terms, List<int> spenders, double rest)
    {
        var named = (terms?.Services ?? []).Select(place.ServiceRow).ToHashSet();
        var surplus = Math.Max(0.0, rest - spenders.Sum(j => year.Last[j]));
        var sum = place.Value(terms?.Share, 0.0) * surplus;
        var last = named.Sum(j => year.Last[j]);
        return spenders.ToDictionary(
            j => j,
            j => !named.Contains(j) ? 0.0 : sum * (last == 0.0 ? 1.0 / named.Count : year.Last[j] / last));
    }

    /// <summary>What every service should have, before floors.</summary>
    /// <param name="year">The year.</param>
    /// <param name="f">Fund.</param>
    /// <param name="spenders">Its discretionary services.</param>
    /// <param name="left">What is left when the surplus is reinvested; negative when there is too little.</param>
    /// <param name="reinvested">What is reinvested.</param>
    /// <param name="before">The year before; null for the first.</param>
    /// <param name="opening">Opening budget of a service under this option.</param>
    public Dictionary<int, double> Wanted(
        PlainYear year,
        int f,
        List<int> spenders,
        double left,
        Dictionary<int, double> reinvested,
        PlainYear? before,
        Func<int, double> opening)
    {
        var byRule = place.Funds[f].StartOfYear.Rule switch
        {
            BudgetRule.Historic => spenders.ToDictionary(j => j, j => year.Last[j]),
            BudgetRule.FixedShares rule => Fixed(rule, spenders, left, opening),
            BudgetRule.Pressure rule => Pressed(rule, spenders, left, before, opening),
            BudgetRule.Plan rule =>
                spenders.ToDictionary(j => j, j => place.At(rule.Amounts.First(amount => Is(amount.Service, j)).Amount, year.Y)),
            BudgetRule.BusinessCase rule => Argued(year, f, rule, spenders, left, reinvested),
            _ => throw new PlainEngineException("a fund has no rule."),
        };
        return spenders.ToDictionary(j => j, j => byRule[j] + reinvested[j]);
    }

    private bool Is(ServiceId id, int j) => place.Services[j].Id == id;

    private static Dictionary<int, double> Normalised(List<int> spenders, Func<int, double> weight)
    {
        var sum = spenders.Sum(weight);
        return spenders.ToDictionary(j => j, j => sum == 0.0 ? 0.0 : weight(j) / sum);
    }

    private Dictionary<int, double> Fixed(BudgetRule.FixedShares rule, List<int> spenders, double left, Func<int, double> opening)
    {
        var shares = rule.Shares.IsEmpty
            ? Normalised(spenders, opening)
            : spenders.ToDictionary(j => j, j => place.Value(rule.Shares.FirstOrDefault(share => Is(share.Service, j))?.Value, 0.0));
        return spenders.ToDictionary(j => j, j => shares[j] * Math.Max(0.0, left));
    }

    private Dictionary<int, double> Pressed(
        BudgetRule.Pressure rule, List<int> spenders, double left, PlainYear? before, Func<int, double> opening)
    {
        var old = Normalised(spenders, j => before is null ? opening(j) : before.Given[j]);
        var shares = Normalised(spenders, j =>
        {
            var value = place.Value(rule.Values.FirstOrDefault(named => Is(named.Service, j))?.Value, 1.0);
            var notSeen = before is null || before.Arrivals[j] == 0.0 ? 0.0 : Math.Max(0.0, before.NotSeen[j] / before.Arrivals[j]);
            return old[j] * (1.0 + (place.Value(rule.Pace) * value * notSeen));
        });
        return spenders.ToDictionary(j => j, j => shares[j] * Math.Max(0.0, left));
    }

    private Dictionary<int, double> Argued(
        PlainYear year, int f, BudgetRule.BusinessCase rule, List<int> spenders, double left, Dictionary<int, double> reinvested)
    {
        var budgets = spenders.ToDictionary(j => j, j => year.Last[j]);
        var over = Math.Max(0.0, left - budgets.Values.Sum());
        var cases = spenders.Where(j => place.Services[j].ExpectedSaving is { } saving && ComesInTime(saving, rule))
            .Select(j => (Service: j, Saving: SavingTo(f, j), Room: Room(year, j, reinvested[j])))
            .Where(made => made.Saving >= place.Value(rule.Hurdle) - Rounding)
            .OrderByDescending(made => made.Saving).ToList();
        while (cases.Count > 0)
        {
            var equal = cases.TakeWhile(made => made.Saving >= cases[0].Saving - Rounding).ToList();
            var given = Given(equal, over);
            for (var row = 0; row < equal.Count; row++)
            {
                budgets[equal[row].Service] += given[row];
            }

            over -= given.Sum();
            cases.RemoveRange(0, equal.Count);
        }

        return budgets;
    }

    private bool ComesInTime(ExpectedSaving saving, BudgetRule.BusinessCase rule) =>
        rule.Payback is not { } years || place.Value(saving.Within) <= place.Value(years);

    /// <summary>Saving per pound to those who pay into the fund.</summary>
    private double SavingTo(int f, int j)
    {
        var fund = place.Funds[f];
        var payers = fund.Owner is { } owner ? [owner] : fund.Pool!.Contributions.Select(contribution => contribution.Partner).ToList();
        return place.Services[j].ExpectedSaving!.PerPound.Where(saving => payers.Contains(saving.Payer))
            .Sum(saving => place.Value(saving.PerPound));
    }

    private double Room(PlainYear year, int j, double reinvested) => place.Services[j].Ceiling is { } ceiling
        ? Math.Max(0.0, place.At(ceiling, year.Y) - year.Last[j] - reinvested)
        : double.PositiveInfinity;

    /// <summary>Divides what is over among equal cases in proportion to their room; unbounded room leaves nothing to the others.</summary>
    private static double[] Given(List<(int Service, double Saving, double Room)> equal, double over)
    {
        var unbounded = equal.Count(made => double.IsPositiveInfinity(made.Room));
        if (unbounded > 0)
        {
            return [.. equal.Select(made => double.IsPositiveInfinity(made.Room) ? over / unbounded : 0.0)];
        }

        var room = equal.Sum(made => made.Room);
        var share = room > over ? over / room : 1.0;
        return [.. equal.Select(made => made.Room * share)];
    }
}
