using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>Writes measures into the result (section 12).</summary>
internal sealed class PlainRecorder(PlainPlace place, PlainResult result)
{
    private readonly (int Area, int Age, int Need)[] cohorts = [.. place.Cohorts];
    private readonly PlainPrices prices = new(place);
    private readonly Dictionary<string, double> dead = [];
    private readonly Dictionary<string, double> firstShares = [];

    /// <summary>Population measures of a step.</summary>
    public void People(int y, int s, PlainFlows flows, double[] counted, PlainMultipliers multipliers)
    {
        for (var c = 0; c < cohorts.Length; c++)
        {
            var area = place.People.Areas[cohorts[c].Area].Name;
            var band = $"{area}|{place.People.Ages[cohorts[c].Age].Id}";
            dead[band] = dead.GetValueOrDefault(band) + flows.Dead[c];
            result.SetStock("people", y, s, $"{band}|{place.People.Need[cohorts[c].Need].Id}", flows.Closing[c]);
            result.SetStock("dead", y, s, band, dead[band]);
        }

        foreach (var band in cohorts.GroupBy(cohort => (cohort.Area, cohort.Age)))
        {
            var name = $"{place.People.Areas[band.Key.Area].Name}|{place.People.Ages[band.Key.Age].Id}";
            result.AddFlow("deaths", y, s, name, band.Sum(cohort => flows.Dead[Array.IndexOf(cohorts, cohort)]));
            if (!place.People.ControlTotals.IsEmpty)
            {
                result.AddFlow("residual", y, s, name, band.Sum(cohort => flows.Residual[Array.IndexOf(cohorts, cohort)]));
            }
        }

        for (var a = 0; a < place.People.Areas.Length; a++)
        {
            var area = place.People.Areas[a].Name;
            var rows = Enumerable.Range(0, cohorts.Length).Where(c => cohorts[c].Area == a).ToList();
            result.AddFlow("births", y, s, area, rows.Sum(c => flows.Births[c]));
            result.AddFlow("migration", y, s, area, rows.Sum(c => flows.Migration[c]));
            result.AddFlow("quality_adjusted_life_years", y, s, area, rows.Sum(c => counted[c] * Quality(c, multipliers)) / place.M);
        }
    }

    /// <summary>Activity measures of a step; stocks as they are after it, capacity as it was in force.</summary>
    public void Services(int y, int s, PlainServiceStep step, PlainServices after, double[] capacity)
    {
        for (var j = 0; j < place.Services.Count; j++)
        {
            var name = place.Services[j].Id.Name;
            var hasPlaces = place.Services[j].Places is not null;
            result.AddFlow("need_led", y, s, name, step.NeedLed[j]);
            result.AddFlow("referred", y, s, name, step.Referred[j]);
            result.AddFlow("failure_demand", y, s, name, step.Failure[j]);
            result.AddFlow("diverted", y, s, name, step.Diverted[j]);
            result.AddFlow("asked", y, s, name, step.Asked[j]);
            result.AddFlow("delivered", y, s, name, step.Delivered[j]);
            result.AddFlow("unmet", y, s, name, step.Asked[j] - step.Delivered[j]);
            result.AddFlow("left", y, s, name, step.Left[j]);
            result.SetStock("waiting", y, s, name, step.Waiting[j]);
            result.AddFlow("volume", y, s, name, hasPlaces ? step.Activity[j] / place.M : step.Activity[j]);
            if (hasPlaces)
            {
                result.SetStock("in_places", y, s, name, after.InPlaces[j]);
                result.AddFlow("ended", y, s, name, step.Ended[j]);
            }

            if (double.IsFinite(capacity[j]))
            {
                result.SetStock("capacity", y, s, name, hasPlaces ? capacity[j] : capacity[j] * place.M);
            }
        }
    }

    /// <summary>What services cost and were paid in a step.</summary>
    public void Costs(int y, int s, PlainServiceStep step, PlainLedger ledger)
    {
        for (var j = 0; j < place.Services.Count; j++)
        {
            var full = prices.UnitCost(j, y) * step.Activity[j];
            result.AddFlow("full_cost", y, s, place.Services[j].Id.Name, full);
            result.AddFlow("full_cost_fixed", y, s, place.Services[j].Id.Name, prices.Fixed(j) * full);
        }

        foreach (var (kind, service, amount) in ledger.OfServices(s))
        {
            result.AddFlow(kind, y, s, service, amount);
        }
    }

    /// <summary>What is set or settled once a year.</summary>
    public void Year(PlainYear year, PlainSettlement settlement, PlainPositions positions)
    {
        for (var j = 0; j < place.Services.Count; j++)
        {
            result.SetYear("budget", year.Y, place.Services[j].Id.Name, year.Budget[j]);
            result.SetYear("break_charge", year.Y, place.Services[j].Id.Name, year.Broken[j]);
        }

        foreach (var f in Enumerable.Range(0, place.Funds.Count).Where(IsThere))
        {
            Fund(year, f);
            if (place.Funds[f].Pool is { } pool)
            {
                Pool(year, f, pool, settlement, positions);
            }
        }

        foreach (var o in Enumerable.Range(0, place.Organisations.Count).Where(place.IsThere))
        {
            Organisation(year, o, settlement, positions);
        }
    }

    /// <summary>What bodies have passed on and brought in when the arrangement took over; nothing in other years.</summary>
    public void Succession(int y, PlainSuccession? succession)
    {
        foreach (var o in Enumerable.Range(0, place.Organisations.Count).Where(place.IsOfSuccession))
        {
            var body = place.Organisations[o].Id.Name;
            result.SetYear("passed_on", y, body, succession?.Passed[o] ?? 0.0);
            result.SetYear("debt_passed_on", y, body, succession?.DebtPassed[o] ?? 0.0);
            if (place.IsThere(o))
            {
                result.SetYear("brought_in", y, body, succession?.Brought[o] ?? 0.0);
                result.SetYear("debt_brought_in", y, body, succession?.DebtBrought[o] ?? 0.0);
            }
        }
    }

    private bool IsThere(int f) => place.Funds[f].Owner is not { } owner || place.IsThere(place.OrganisationRow(owner));

    private void Fund(PlainYear year, int f)
    {
        var fund = place.Funds[f].Id.Name;
        result.SetYear("contingency", year.Y, fund, year.Contingency[f]);
        result.SetYear("budgeted_gap", year.Y, fund, year.Gap[f]);
        result.SetYear("fund_money", year.Y, fund, year.Money[f]);
        foreach (var tier in place.Paid(f).GroupBy(j => place.Services[j].Tier).Where(_ => year.Money[f] > 0.0))
        {
            var name = $"{fund}|{tier.Key}";
            var budget = tier.Sum(j => year.Budget[j]);
            firstShares.TryAdd(name, budget / year.Money[f]);
            result.SetYear("share_of_money", year.Y, name, budget / year.Money[f]);
            result.SetYear("raided", year.Y, name, (firstShares[name] * year.Money[f]) - budget);
        }

        result.SetYear("set_up", year.Y, fund, year.SetUp[f]);
        result.SetYear("running", year.Y, fund, year.Running[f]);
        result.SetYear("transaction_cost", year.Y, fund, year.TransactionCosts[f]);
    }

    private void Pool(PlainYear year, int f, Pool terms, PlainSettlement settlement, PlainPositions positions)
    {
        var pool = place.Funds[f].Id.Name;
        foreach (var partner in terms.Contributions.Select(contribution => contribution.Partner))
        {
            var o = place.OrganisationRow(partner);
            result.SetYear("contribution", year.Y, $"{partner}|{pool}", year.Contributions[f][o]);
            result.SetYear("ring_fence", year.Y, $"{partner}|{pool}", settlement.RingFence[f][o]);
            result.SetYear("risk_share", year.Y, $"{partner}|{pool}", settlement.Risk[f][o]);
            result.SetYear("shared_underspend", year.Y, $"{partner}|{pool}", settlement.Shared[f][o]);
            result.SetYear("into_risk_reserve", year.Y, $"{partner}|{pool}", year.IntoReserve[f][o] - settlement.Back[f][o]);
        }

        result.SetYear("returned", year.Y, pool, settlement.ReturnedByPool[f]);
        result.SetYear("reserves", year.Y, pool, positions.RiskReserve[f]);
        result.SetYear("position", year.Y, pool, positions.RiskReserve[f]);
    }

    private void Organisation(PlainYear year, int o, PlainSettlement settlement, PlainPositions positions)
    {
        var organisation = place.Organisations[o].Id.Name;
        result.SetYear("income", year.Y, organisation, year.Income[o]);
        result.SetYear("other_spending", year.Y, organisation, year.OtherSpending[o]);
        result.SetYear("provider_surplus", year.Y, organisation, settlement.Surplus[o]);
        result.SetYear("returned", year.Y, organisation, settlement.Returned[o]);
        result.SetYear("reserves", year.Y, organisation, positions.General[o]);
        result.SetYear("deficit", year.Y, organisation, positions.Deficit[o]);
        result.SetYear("position", year.Y, organisation, positions.Of(o));
        result.SetYear("spend", year.Y, organisation, settlement.Spend(o));
        foreach (var (reserve, holds) in positions.Earmarked[o])
        {
            result.SetYear("earmarked_reserves", year.Y, $"{organisation}|{reserve}", holds);
        }

        var ownsAccount = place.Organisations.Any(body => body.Account?.Owner == place.Organisations[o].Id);
        if (ownsAccount || place.Organisations[o].Capitalisation is not null)
        {
            result.SetYear("debt_interest", year.Y, organisation, year.Support[o].Interest + year.Accounts.Carrying[o]);
        }

        if (ownsAccount || place.Organisations[o].Account is not null)
        {
            result.SetYear("account_deficit", year.Y, organisation, year.Accounts.Passed[o]);
        }

        if (place.Organisations[o].Account is not null)
        {
            result.SetYear("centre_meets", year.Y, organisation, year.Accounts.FromCentre[o]);
        }

        if (place.Organisations[o].Capitalisation is not null)
        {
            result.SetYear("borrowing", year.Y, organisation, year.Support[o].Borrowed);
            result.SetYear("receipts_used", year.Y, organisation, year.Support[o].Sold);
            result.SetYear("debt_repaid", year.Y, organisation, year.Support[o].Repaid);
            result.SetYear("income_lost", year.Y, organisation, year.Support[o].IncomeLost);
            result.SetYear("debt", year.Y, organisation, positions.Debt[o].Owed);
            result.SetYear("assets_sold", year.Y, organisation, positions.Debt[o].Sold);
        }

        if (place.Organisations[o].EmergencyLevel is not null)
        {
            result.SetYear("section_114", year.Y, organisation, positions.IsInEmergency[o] ? 1.0 : 0.0);
        }
    }

    private double Quality(int c, PlainMultipliers multipliers) =>
        place.Value(place.People.Need[cohorts[c].Need].Quality, 0.0) * multipliers.Of(new Target.Quality(), c);
}
