namespace SystemSim.Studies;

/// <summary>Looks for the place between two others at which a number is nothing, by Brent's method (<i>Algorithms for Minimization without
/// Derivatives</i>, 1973, chapter 4): says where to look next and is told what is there, so that many can be looked for in the same
/// runs.</summary>
internal sealed class RootSearch
{
    // Places this close to each other, as a share of their size, are one.
    private const double LastBits = 2.2e-16;

    private readonly double accuracy;
    private int left;

    private Point best;
    private Point before;

    // On the other side of nothing than the best.
    private Point opposite;
    private double step;
    private double stepBefore;

    /// <summary>Begins.</summary>
    /// <param name="low">A place, and the number there.</param>
    /// <param name="high">Another, where the number is on the other side of nothing.</param>
    /// <param name="accuracy">How close the place is wanted.</param>
    /// <param name="most">Most places to look at.</param>
    public RootSearch((double Place, double Number) low, (double Place, double Number) high, double accuracy, int most)
    {
        (this.accuracy, left) = (accuracy, most);
        (before, best) = (new(low.Place, low.Number), new(high.Place, high.Number));
        opposite = before;
        step = stepBefore = best.Place - before.Place;
        Advance();
    }

    /// <summary>Whether there is nothing more to look at.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Where to look next; once it is done, the place that was found.</summary>
    public double Place => best.Place;

    /// <summary>The number at the place that was found; null where it has none.</summary>
    public double? Number { get; private set; }

    /// <summary>Takes what is at the place.</summary>
    /// <param name="number">The number; null where it has none, which ends the search.</param>
    public void Tell(double? number)
    {
        left--;
        if (number is not { } known)
        {
            (IsDone, Number) = (true, null);
            return;
        }

        best = best with { Number = known };
        if (Math.Sign(best.Number) == Math.Sign(opposite.Number))
        {
            opposite = before;
            step = stepBefore = best.Place - before.Place;
        }

        Advance();
    }

    private void Advance()
    {
        if (Math.Abs(opposite.Number) < Math.Abs(best.Number))
        {
            (before, best, opposite) = (best, opposite, best);
        }

        var least = (2.0 * LastBits * Math.Abs(best.Place)) + (accuracy / 2.0);
        var half = (opposite.Place - best.Place) / 2.0;
        if (best.Number == 0.0 || Math.Abs(half) <= least || left <= 0)
        {
            (IsDone, Number) = (true, best.Number);
            return;
        }

        (stepBefore, step) = Bent(half, least) is { } curved ? (step, curved) : (half, half);
        before = best;
        best = new(best.Place + (Math.Abs(step) > least ? step : Math.CopySign(least, half)), double.NaN);
    }

    /// <summary>The step that a line or a curve through what is known takes; null where halving is safer.</summary>
    private double? Bent(double half, double least)
    {
        if (Math.Abs(stepBefore) < least || Math.Abs(before.Number) <= Math.Abs(best.Number))
        {
            return null;
        }

        double above, below;
        var ofBefore = best.Number / before.Number;
        if (before.Place == opposite.Place)
        {
            (above, below) = (2.0 * half * ofBefore, 1.0 - ofBefore);
        }
        else
        {
            var (ratio, ofOpposite) = (before.Number / opposite.Number, best.Number / opposite.Number);
            above = ofBefore * ((2.0 * half * ratio * (ratio - ofOpposite)) - ((best.Place - before.Place) * (ofOpposite - 1.0)));
            below = (ratio - 1.0) * (ofOpposite - 1.0) * (ofBefore - 1.0);
        }

        (above, below) = above > 0.0 ? (above, -below) : (-above, below);
        var most = Math.Min((3.0 * half * below) - Math.Abs(least * below), Math.Abs(stepBefore * below));
        return 2.0 * above < most ? above / below : null;
    }

    private readonly record struct Point(double Place, double Number);
}
