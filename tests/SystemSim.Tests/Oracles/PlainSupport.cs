using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>Support as leave to borrow (sections 8 and 9): what of it an organisation may draw in a year, and what earlier support
/// costs.</summary>
internal sealed class PlainSupport
{
    /// <param name="place">The place.</param>
    /// <param name="terms">What is agreed; null for nothing.</param>
    /// <param name="y">Row of the year.</param>
    /// <param name="state">What was borrowed and sold before.</param>
    public PlainSupport(PlainPlace place, Capitalisation? terms, int y, PlainDebt state)
    {
        if (terms is null)
        {
            return;
        }

        Assets = state.Unsold + place.At(terms.Receipts, y, 0.0);
        Rate = terms.Rate is null ? null : place.At(terms.Rate, y);
        var most = Math.Max(0.0, place.At(terms.Limit, y));
        most = Rate is null ? Math.Min(most, Assets) : most;
        IntoReserves = Math.Min(place.At(terms.ToReserves, y, 0.0), Math.Min(Assets, most));
        Planned = Math.Min(place.At(terms.Planned, y, 0.0), most - IntoReserves);
        Room = most - IntoReserves - Planned;
        Repaid = state.Loans.Sum(loan => loan.Repaid(y));
        Interest = state.Loans.Sum(loan => loan.Interest(y));
        IncomeLost = place.Value(terms.IncomeLost, 0.0) * state.Sold;
    }

    /// <summary>Assets that may be sold.</summary>
    public double Assets { get; }

    /// <summary>Interest on what is borrowed this year; null where nothing is.</summary>
    public double? Rate { get; }

    /// <summary>Receipts that go into reserves at once.</summary>
    public double IntoReserves { get; }

    /// <summary>Support in the year's money.</summary>
    public double Planned { get; }

    /// <summary>What can be drawn besides.</summary>
    public double Room { get; }

    /// <summary>What is repaid.</summary>
    public double Repaid { get; }

    /// <summary>What interest is paid.</summary>
    public double Interest { get; }

    /// <summary>Income that went with assets.</summary>
    public double IncomeLost { get; }

    /// <summary>What is borrowed; known when the year has ended.</summary>
    public double Borrowed { get; private set; }

    /// <summary>What is met by the sale of assets; known when the year has ended.</summary>
    public double Sold { get; private set; }

    /// <summary>Draws support: assets first, then debt.</summary>
    public void Draw(double drawn, Capitalisation? terms, int y, PlainDebt state)
    {
        var all = drawn + IntoReserves;
        Sold = Math.Min(all, Assets);
        Borrowed = all - Sold;
        state.Unsold = Assets - Sold;
        state.Sold += Sold;
        state.Owed += Borrowed - Repaid;
        if (Rate is { } rate)
        {
            state.Loans.Add(new(y, Borrowed, rate, terms!.Over, terms.Method == Repayment.Annuity));
        }
    }
}
