using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>What an organisation has borrowed and sold for day-to-day cost.</summary>
internal sealed class PlainDebt
{
    /// <param name="place">The place.</param>
    /// <param name="organisation">Whose it is.</param>
    public PlainDebt(PlainPlace place, Organisation organisation)
    {
        if (organisation.Capitalisation is { OpeningDebt: { } debt } terms)
        {
            Owed = place.Value(debt.Amount);
            Loans.Add(new(-1, Owed, place.Value(debt.Rate), debt.YearsLeft, terms.Method == Repayment.Annuity));
        }
    }

    private PlainDebt(PlainDebt other)
    {
        Loans.AddRange(other.Loans);
        (Owed, Unsold, Sold) = (other.Owed, other.Unsold, other.Sold);
    }

    /// <summary>What was borrowed, year by year.</summary>
    public List<PlainLoan> Loans { get; } = [];

    /// <summary>What is owed.</summary>
    public double Owed { get; set; }

    /// <summary>What assets would bring that may be sold and are not.</summary>
    public double Unsold { get; set; }

    /// <summary>What assets sold have brought.</summary>
    public double Sold { get; set; }

    /// <summary>Has what a body owes that begins, as if it had been borrowed in the year before.</summary>
    public void Begin(PlainPlace place, Organisation body, int y)
    {
        var begun = new PlainDebt(place, body);
        Owed = begun.Owed;
        Loans.AddRange(begun.Loans.Select(loan => loan with { Year = y - 1 }));
    }

    /// <summary>Takes on a share of what a body has borrowed and sold that ends.</summary>
    public void TakeOn(PlainDebt ended, double share)
    {
        Loans.AddRange(ended.Loans.Select(loan => loan with { Amount = share * loan.Amount }));
        Owed += share * ended.Owed;
        Sold += share * ended.Sold;
        Unsold += share * ended.Unsold;
    }

    /// <summary>Has nothing left.</summary>
    public void Clear()
    {
        Loans.Clear();
        (Owed, Unsold, Sold) = (0.0, 0.0, 0.0);
    }

    /// <summary>As it is now.</summary>
    public PlainDebt Copy() => new(this);
}
