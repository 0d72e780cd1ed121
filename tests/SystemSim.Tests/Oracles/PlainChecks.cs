namespace SystemSim.Tests;

/// <summary>What must hold in every run (section 11).</summary>
internal sealed class PlainChecks(PlainPlace place, double openingPeople)
{
    private const double Tolerance = 1e-9;

    /// <summary>Nobody appears or vanishes, and nobody is less than nobody.</summary>
    public void People(double[] opening, PlainFlows flows)
    {
        var expected = opening.Sum() + flows.Births.Sum() + flows.Migration.Sum() + flows.Residual.Sum() - flows.Dead.Sum();
        Hold(Math.Abs(expected - flows.Closing.Sum()) <= Tolerance * openingPeople, "people are not conserved");
        Hold(flows.Closing.Min() >= -Tolerance * openingPeople, "a cohort is negative");
    }

    /// <summary>Opening list and arrivals less delivered and left make the closing list.</summary>
    public static void Lists(double[] opening, PlainServiceStep step)
    {
        for (var j = 0; j < opening.Length; j++)
        {
            var arrivals = step.NeedLed[j] + step.Referred[j] + step.Failure[j] + step.Diverted[j];
            var closing = opening[j] + arrivals - step.Delivered[j] - step.Left[j];
            Hold(Math.Abs(closing - step.Waiting[j]) <= Tolerance * Math.Max(1.0, opening[j] + arrivals), "a list does not balance");
        }
    }

    /// <summary>No list, place, budget, delivery or capacity is negative.</summary>
    public static void NotNegative(PlainServices services, PlainYear year, PlainServiceStep step)
    {
        double[][] all = [services.Waiting, services.InPlaces, services.Capacity, year.Budget, step.Delivered, step.Left];
        Hold(all.All(values => values.All(value => value >= -Tolerance)), "a list, place, budget, delivery or capacity is negative");
    }

    /// <summary>Every position follows from its postings.</summary>
    public void Money(PlainPositions opening, PlainPositions closing, PlainLedger ledger)
    {
        for (var o = 0; o < place.Organisations.Count; o++)
        {
            var change = closing.Of(o) - opening.Of(o);
            Balance(place.Organisations[o].Id.Name, change, ledger);
        }

        for (var f = 0; f < place.Funds.Count; f++)
        {
            if (place.Funds[f].Pool is not null)
            {
                Balance(place.Funds[f].Id.Name, closing.RiskReserve[f] - opening.RiskReserve[f], ledger);
            }
        }
    }

    private static void Balance(string account, double change, PlainLedger ledger) => Hold(
        Math.Abs(change - ledger.Net(account)) <= Tolerance * Math.Max(1.0, ledger.Turnover),
        $"the position of {account} does not follow from its postings");

    private static void Hold(bool holds, string breach)
    {
        if (!holds)
        {
            throw new PlainEngineException($"{breach}.");
        }
    }
}
