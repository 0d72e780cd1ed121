using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>Ring-fenced accounts in a year (sections 8 and 9): what comes off their deficits, who carries them, and what passes to an
/// owner.</summary>
internal sealed class PlainAccounts
{
    private readonly PlainPlace place;
    private readonly int y;

    /// <param name="place">The place.</param>
    /// <param name="y">Row of the year.</param>
    /// <param name="positions">What there is when the year starts; left as it is.</param>
    public PlainAccounts(PlainPlace place, int y, PlainPositions positions)
    {
        (this.place, this.y) = (place, y);
        var count = place.Organisations.Count;
        (Deficit, Carrying, IntoReserves) = ([.. positions.Deficit], new double[count], new double[count]);
        (FromCentre, Passed, Overspent) = (new double[count], new double[count], new double[count]);
        for (var o = 0; o < count; o++)
        {
            if (place.Organisations[o].Account is { } account)
            {
                StartYear(o, account);
            }
        }
    }

    /// <summary>[organisation] its deficit or gap once what is paid towards it is in and what counts has passed.</summary>
    public double[] Deficit { get; }

    /// <summary>[organisation] what an owner pays for carrying deficits.</summary>
    public double[] Carrying { get; }

    /// <summary>[organisation] what of a grant is above the deficit.</summary>
    public double[] IntoReserves { get; }

    /// <summary>[organisation] what the centre pays.</summary>
    public double[] FromCentre { get; }

    /// <summary>[organisation] what has passed from an account, negative in its owner.</summary>
    public double[] Passed { get; }

    /// <summary>[organisation] what accounts are overspent by that is their owner's.</summary>
    public double[] Overspent { get; }

    /// <summary>Divides what an account's reserves do not meet.</summary>
    /// <returns>What it carries.</returns>
    public double Carry(int o, double over)
    {
        if (place.Organisations[o].Account is not { } account)
        {
            return over;
        }

        var met = place.At(account.CentreMeets, y, 0.0) * over;
        FromCentre[o] += met;
        if (y < FirstThatCounts(account))
        {
            return over - met;
        }

        Pass(o, account, over - met);
        Overspent[place.OrganisationRow(account.Owner)] += over - met;
        return 0.0;
    }

    private void StartYear(int o, Account account)
    {
        var owner = place.OrganisationRow(account.Owner);
        var before = Deficit[o];
        if (account.Grant is { IsApproved: true } grant && grant.Paid == place.Horizon.YearAt(y))
        {
            FromCentre[o] = place.Value(grant.Share) * place.Value(grant.Of);
            Deficit[o] = Math.Max(0.0, before - FromCentre[o]);
            IntoReserves[o] = Math.Max(0.0, FromCentre[o] - before);
        }

        var counts = FirstThatCounts(account);
        if (y < counts)
        {
            // Half of the year with the deficit as it was, half with what the grant leaves.
            Carrying[owner] += place.Value(account.Financing, 0.0) * (before + Deficit[o]) / 2.0;
        }
        else if (y == counts)
        {
            Pass(o, account, Deficit[o]);
            Deficit[owner] += Deficit[o];
            Deficit[o] = 0.0;
        }
    }

    private void Pass(int o, Account account, double amount)
    {
        Passed[o] += amount;
        Passed[place.OrganisationRow(account.Owner)] -= amount;
    }

    private int FirstThatCounts(Account account) =>
        account.CountsFrom is { } year ? Math.Max(0, year - place.Horizon.Start) : int.MaxValue;
}
