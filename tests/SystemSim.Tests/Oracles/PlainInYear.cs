using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>Within a year: the budgets of steps, the brake, costs and payments (sections 7 and 8).</summary>
internal sealed class PlainInYear(PlainPlace place, PlainContracts contracts)
{
    private const double HalfAPenny = 0.005;
    private readonly PlainPrices prices = new(place);

    /// <summary>[service] budgets of a step.</summary>
    public double[] StepBudgets(PlainYear year, int s, PlainPositions positions)
    {
        var braked = place.Funds.Select((fund, f) => fund.InYear.Brake is not null && s > 0 && IsHeadingForOverspend(year, f)).ToArray();
        var sums = place.Services.Select((_, j) => ThisYear(year, j, braked, positions)).ToArray();
        var paid = contracts.Notice.Take((year.Y * place.M) + s, sums);
        return [.. place.Services.Select((_, j) => (place.Phase(place.Payer(j), s) * paid[j]) + year.Carried[j])];
    }

    /// <summary>Adds a step's costs and payments to the year's, and records them.</summary>
    public void Pay(PlainYear year, int s, PlainServiceStep step, double[] budgets, PlainLedger ledger)
    {
        for (var j = 0; j < place.Services.Count; j++)
        {
            var cost = prices.UnitCost(j, year.Y) * step.CostUnits[j];
            var netCost = prices.NetCost(j, year.Y, step.CostUnits[j], step.Activity[j]);
            var charges = cost - netCost;
            var payment = contracts.Payment(j, year.Y, step.Activity[j], year.Activity[j], netCost, budgets[j]);
            year.Cost[j] += cost;
            year.Charges[j] += charges;
            year.Paid[j] += payment;
            year.Activity[j] += step.Activity[j];
            year.Delivered[j] += step.Delivered[j];
            year.Held[j] = step.Held[j];
            year.Arrivals[j] += step.Arrivals[j];
            year.NotSeen[j] += step.Left[j] + step.Waiting[j] - step.List[j];
            year.Carried[j] = Carries(j) ? budgets[j] - payment : 0.0;
            ledger.PostService(s, place, j, cost, charges, payment);
        }

        for (var f = 0; f < place.Funds.Count; f++)
        {
            year.Phased[f] += place.Phase(f, s);
        }
    }

    /// <summary>Issues section 114 notices: where an own fund will spend more than its money and its reserves.</summary>
    public void GiveNotice(PlainYear year, PlainPositions positions)
    {
        for (var o = 0; o < place.Organisations.Count; o++)
        {
            var f = place.OwnFund(o);
            if (place.Organisations[o].EmergencyLevel is not null && year.Phased[f] > 0.0)
            {
                // The year's planned movement is in the reserves, and what pools were paid is not: the fund's money is without them.
                var floor = place.Value(place.Organisations[o].Reserves?.Floor, 0.0);
                var set = place.Organisations[o].Reserves?.Earmarked.Where(reserve => reserve.Meets == ReservePurpose.Deficits) ?? [];
                var reserves =
                    Math.Max(0.0, positions.General[o] + year.Planned[o] + year.Support[o].IntoReserves - year.FromGeneral[o] - floor)
                    + set.Sum(reserve => positions.Earmarked[o][reserve.Name]);
                var discretionary = place.Paid(f).Where(j => !place.IsStatutory(j)).Sum(j => year.Budget[j]);
                var outturn = StatutoryOutturn(year, f) + discretionary;
                positions.IsInEmergency[o] |= outturn > year.Money[f] + reserves + year.Support[o].Room + HalfAPenny;
            }
        }
    }

    /// <summary>Pays what alliances settle at the end of a year; it is of the last step.</summary>
    public void SettleAlliances(PlainYear year, int s, PlainLedger ledger)
    {
        for (var j = 0; j < place.Services.Count; j++)
        {
            var turnedAway = year.Arrivals[j] > 0.0 ? Math.Max(0.0, year.Arrivals[j] - year.Delivered[j]) / year.Arrivals[j] : 0.0;
            var settlement = contracts.Settlement(j, year.Y, year.Cost[j] - year.Charges[j], turnedAway);
            year.Paid[j] += settlement;
            ledger.PostPayment(s, place, j, settlement);
        }
    }

    private double ThisYear(PlainYear year, int j, bool[] braked, PlainPositions positions)
    {
        var f = place.Payer(j);
        if (place.IsStatutory(j))
        {
            return year.Given[j];
        }

        var budget = InEmergency(year, j, positions);
        var protect = place.Funds[f].StartOfYear.Protect;
        if (!braked[f] || (protect is { BrakeSpares: true } && protect.Services.Contains(place.Services[j].Id)))
        {
            return budget;
        }

        var floor = contracts.Floor(j, year.Y);
        return floor + ((budget - floor) * (1.0 - place.Value(place.Funds[f].InYear.Brake!)));
    }

    private double InEmergency(PlainYear year, int j, PlainPositions positions)
    {
        if (place.Funds[place.Payer(j)].Owner is not { } owner || !positions.IsInEmergency[place.OrganisationRow(owner)])
        {
            return year.Given[j];
        }

        var level = place.Value(place.Organisations[place.OrganisationRow(owner)].EmergencyLevel!);
        return Math.Max(contracts.Floor(j, year.Y), level * year.Given[j]);
    }

    private bool IsHeadingForOverspend(PlainYear year, int f) => year.Phased[f] > 0.0
        && StatutoryOutturn(year, f) - year.Forecast[f] > year.Contingency[f] + HalfAPenny;

    /// <summary>What statutory services will be paid in the year if it goes on as it has gone so far.</summary>
    private double StatutoryOutturn(PlainYear year, int f)
    {
        var statutory = place.Paid(f).Where(place.IsStatutory).ToList();
        var blocks = statutory.Where(contracts.IsStatutoryBlock).ToList();
        var paid = statutory.Except(blocks).Sum(j => year.Paid[j]);
        return (paid / year.Phased[f]) + blocks.Sum(j => contracts.Sum(j, year.Y));
    }

    private bool Carries(int j) => !place.Funds[place.Payer(j)].InYear.UnspentLapses && (!place.IsStatutory(j)
        || place.Place.Limits.Any(limit => limit.Kind == LimitKind.Money && limit.Services.Contains(place.Services[j].Id)));
}
