using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>Within a year: the budgets of steps, the brake, costs and payments (sections 7 and 8).</summary>
internal sealed class PlainInYear(PlainPlace place, PlainToday today)
{
    private const double HalfAPenny = 0.005;
    private readonly PlainPrices prices = new(place);

    /// <summary>[service] budgets of a step.</summary>
    public double[] StepBudgets(PlainYear year, int s)
    {
        var braked = place.Funds.Select((fund, f) => fund.InYear.Brake is not null && s > 0 && IsHeadingForOverspend(year, f)).ToArray();
        return [.. place.Services.Select((_, j) => (place.Phase(place.Payer(j), s) * ThisYear(year, j, braked)) + year.Carried[j])];
    }

    /// <summary>Adds a step's costs and payments to the year's, and records them.</summary>
    public void Pay(PlainYear year, int s, PlainServiceStep step, double[] budgets, PlainLedger ledger)
    {
        for (var j = 0; j < place.Services.Count; j++)
        {
            var cost = prices.UnitCost(j, year.Y) * step.Activity[j];
            var charges = prices.Charged(j) * cost;
            var payment = Payment(j, year.Y, budgets[j], cost - charges);
            year.Cost[j] += cost;
            year.Charges[j] += charges;
            year.Paid[j] += payment;
            year.Activity[j] += step.Activity[j];
            year.UnmetShares[j] += step.UnmetShare[j];
            year.Carried[j] = Carries(j) ? budgets[j] - payment : 0.0;
            ledger.PostService(s, place, j, cost, charges, payment);
        }

        for (var f = 0; f < place.Funds.Count; f++)
        {
            year.Phased[f] += place.Phase(f, s);
        }
    }

    private double ThisYear(PlainYear year, int j, bool[] braked)
    {
        var f = place.Payer(j);
        if (!braked[f] || place.IsStatutory(j))
        {
            return year.Budget[j];
        }

        var floor = place.At(place.Services[j].Floor, year.Y, 0.0);
        return floor + ((year.Budget[j] - floor) * (1.0 - place.Value(place.Funds[f].InYear.Brake!)));
    }

    private bool IsHeadingForOverspend(PlainYear year, int f)
    {
        var statutory = place.Paid(f).Where(place.IsStatutory).ToList();
        var blocks = statutory.Where(j => place.Services[j].Contract.Form == ContractForm.Block).ToList();
        var paid = statutory.Except(blocks).Sum(j => year.Paid[j]);
        var outturn = (paid / year.Phased[f]) + blocks.Sum(j => prices.Block(j, year.Y, today.Activity[j]));
        return year.Phased[f] > 0.0 && outturn - year.Forecast[f] > year.Contingency[f] + HalfAPenny;
    }

    private double Payment(int j, int y, double budget, double costLessCharges) => place.Services[j].Contract.Form switch
    {
        ContractForm.Cost => costLessCharges,
        _ => place.IsStatutory(j) ? prices.Block(j, y, today.Activity[j]) / place.M : budget,
    };

    private bool Carries(int j) => !place.Funds[place.Payer(j)].InYear.UnspentLapses && (!place.IsStatutory(j)
        || place.Place.Limits.Any(limit => limit.Kind == LimitKind.Money && limit.Services.Contains(place.Services[j].Id)));
}
