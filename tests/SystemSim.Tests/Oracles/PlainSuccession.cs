using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>Bodies that end and begin when an arrangement takes over (section 8).</summary>
internal sealed class PlainSuccession
{
    private readonly PlainPlace place;
    private readonly PlainPositions positions;
    private readonly int y;

    /// <summary>Passes on what bodies have that end; positions are brought up to date.</summary>
    /// <param name="place">The place under the arrangement that takes over.</param>
    /// <param name="positions">What there is when the year before has ended.</param>
    /// <param name="y">Row of the year in which it takes over.</param>
    public PlainSuccession(PlainPlace place, PlainPositions positions, int y)
    {
        (this.place, this.positions, this.y) = (place, positions, y);
        Passed = new double[place.Organisations.Count];
        DebtPassed = new double[place.Organisations.Count];
        Brought = new double[place.Organisations.Count];
        DebtBrought = new double[place.Organisations.Count];
        for (var o = 0; o < place.Organisations.Count; o++)
        {
            if (place.Organisations[o].Begins)
            {
                Begin(o, place.Organisations[o]);
            }
        }

        foreach (var ended in place.Place.Governance.Succession.Select(successor => successor.Ended).Distinct())
        {
            End(ended);
        }
    }

    /// <summary>[organisation] what has passed to it; negative where it has ended.</summary>
    public double[] Passed { get; }

    /// <summary>[organisation] what of that is debt, as it is owed.</summary>
    public double[] DebtPassed { get; }

    /// <summary>[organisation] what it has from elsewhere.</summary>
    public double[] Brought { get; }

    /// <summary>[organisation] debt that it brings with it.</summary>
    public double[] DebtBrought { get; }

    private void Begin(int o, Organisation body)
    {
        positions.General[o] = place.Value(body.Reserves?.General, 0.0);
        foreach (var reserve in body.Reserves?.Earmarked ?? [])
        {
            positions.Earmarked[o][reserve.Name] = place.Value(reserve.Amount);
        }

        positions.Deficit[o] = place.Value(body.BroughtForward, 0.0);
        positions.Debt[o].Begin(place, body, y);
        (Brought[o], DebtBrought[o]) = (positions.Of(o), positions.Debt[o].Owed);
    }

    private void End(OrganisationId ended)
    {
        var e = place.OrganisationRow(ended);
        var (position, owed) = (positions.Of(e), positions.Debt[e].Owed);
        foreach (var (body, share) in place.SharesOf(ended))
        {
            var o = place.OrganisationRow(body);
            var before = positions.Of(o);
            positions.General[o] += share * positions.General[e];
            positions.Deficit[o] += share * positions.Deficit[e];
            foreach (var (name, holds) in positions.Earmarked[e])
            {
                if (positions.Earmarked[o].ContainsKey(name))
                {
                    positions.Earmarked[o][name] += share * holds;
                }
                else
                {
                    positions.General[o] += share * holds;
                }
            }

            positions.Debt[o].TakeOn(positions.Debt[e], share);
            DebtPassed[o] += share * owed;
            Passed[o] += positions.Of(o) - before;
        }

        (Passed[e], DebtPassed[e]) = (-position, -owed);
        positions.Clear(e);
    }
}
