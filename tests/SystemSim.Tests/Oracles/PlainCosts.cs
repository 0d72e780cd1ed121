namespace SystemSim.Tests;

/// <summary>Cost that is fixed, semi-fixed and variable (section 7), in units of activity.</summary>
/// <param name="place">The place.</param>
/// <param name="activityToday">[service] activity of a step today.</param>
internal sealed class PlainCosts(PlainPlace place, Func<int, double> activityToday)
{
    private const double LeastVariable = 1e-6;
    private const double Rounding = 1e-9;

    /// <summary>Activity of a step for which fixed and semi-fixed cost are laid out.</summary>
    public double Reference(int j) => place.Services[j].Cost.Volume is { } stated
        ? place.Value(stated) / (place.Services[j].Places is null ? place.M : 1.0)
        : activityToday(j);

    /// <summary>Reference activity in the busiest step of a year.</summary>
    public double Peak(int j) => Reference(j) * Enumerable.Range(0, place.M).Max(s => place.Season(j, s));

    /// <summary>Capacity held at the start.</summary>
    public double HeldToday(int j) => Rounded(j, Peak(j));

    /// <summary>Steps for which capacity is held that was needed once.</summary>
    public int Release(int j) => Math.Max(1, place.Lag(place.Services[j].Cost.ReleasedAfter ?? 0.0));

    /// <summary>Capacity in whole blocks, where it comes in blocks.</summary>
    public double Rounded(int j, double activity)
    {
        if (place.Services[j].Cost.BlocksOf is not { } blocksOf || Peak(j) == 0.0)
        {
            return activity;
        }

        var block = place.Value(blocksOf) * Peak(j);
        return block * Math.Ceiling((activity / block) - Rounding);
    }

    /// <summary>Units that so many steps cost.</summary>
    /// <param name="j">Service.</param>
    /// <param name="activity">Activity of these steps.</param>
    /// <param name="held">Capacity held in each, in whole blocks.</param>
    /// <param name="steps">How many steps.</param>
    public double Units(int j, double activity, double held, int steps = 1) => IsVariable(j)
        ? activity
        : (Fixed(j) * Reference(j) * steps) + (SemiFixed(j) * Reference(j) * held / HeldToday(j) * steps) + (Variable(j) * activity);

    /// <summary>The most activity that costs no more than so many units, where a part of cost stays.</summary>
    /// <param name="j">Service.</param>
    /// <param name="units">Units that there is money for.</param>
    /// <param name="use">What users pay for one more, in units.</param>
    /// <param name="before">The highest activity for which capacity is still held from steps before.</param>
    public double Bought(int j, double units, double use, double before)
    {
        var oneMore = Math.Max(LeastVariable, Variable(j)) - use;
        var left = units - (Fixed(j) * Reference(j));
        if (SemiFixed(j) == 0.0)
        {
            return oneMore > 0.0 ? Math.Max(0.0, left / oneMore) : double.PositiveInfinity;
        }

        var held = Rounded(j, before);
        var eachHeld = SemiFixed(j) * Reference(j) / HeldToday(j);
        left -= eachHeld * held;
        if (oneMore > 0.0 && left / oneMore <= held)
        {
            return Math.Max(0.0, left / oneMore);
        }

        if (oneMore + eachHeld <= 0.0)
        {
            return double.PositiveInfinity;
        }

        var beyond = left - (oneMore * held);
        if (place.Services[j].Cost.BlocksOf is not { } blocksOf)
        {
            return held + (Math.Max(0.0, beyond) / (oneMore + eachHeld));
        }

        var block = place.Value(blocksOf) * Peak(j);
        var more = Math.Floor((Math.Max(0.0, beyond + (Math.Max(0.0, oneMore) * block)) / ((eachHeld + oneMore) * block)) + Rounding);
        var filled = held + (more * block);
        return oneMore > 0.0 ? Math.Min(filled, (left - (eachHeld * more * block)) / oneMore) : filled;
    }

    /// <summary>Whether cost follows activity alone, as it must where there was none to lay it out for.</summary>
    public bool IsVariable(int j) => Reference(j) == 0.0 || Fixed(j) + SemiFixed(j) == 0.0;

    private double Fixed(int j) => place.Value(place.Services[j].Cost.Fixed, 0.0);

    private double SemiFixed(int j) => place.Value(place.Services[j].Cost.SemiFixed, 0.0);

    private double Variable(int j) => 1.0 - Fixed(j) - SemiFixed(j);
}
