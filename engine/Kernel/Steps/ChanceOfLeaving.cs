namespace SystemSim.Kernel;

/// <summary>Who leaves a cohort by chance in a step, one way out after the other.</summary>
/// <remarks>
/// The whole people of the cohort leave by chance, and what is left of it over whole people as expected. So nobody is made or lost, no
/// stock falls below 0, and on average as many leave as are expected. Together the ways out are a multinomial: by each goes a binomial of
/// those not gone yet, with the chance of it for somebody who has not taken another.
/// </remarks>
internal sealed class ChanceOfLeaving
{
    private const double Rounding = 1e-9;
    private const double LeastNormal = 2.2250738585072014e-308;

    private readonly EquationSet set;
    private Value whole;
    private Value over;
    private Value overAtRisk;
    private Value notGone;
    private Value larger;

    /// <summary>Nobody has left yet but those whose number is stated.</summary>
    /// <param name="set">The equations.</param>
    /// <param name="stock">People when the step starts.</param>
    /// <param name="counted">People who leave as stated, before any chance.</param>
    public ChanceOfLeaving(EquationSet set, Value stock, Value counted)
    {
        this.set = set;
        var exposed = stock - counted;
        whole = Value.Max(Value.Floor(exposed + Rounding), 0.0);
        over = exposed - whole;
        overAtRisk = over;
        notGone = set.One;

        // Chances are stated of all the stock: for those whom the count leaves they are so much larger.
        larger = counted.Is(0.0) ? set.One : Value.ShareOf(stock, exposed);
    }

    /// <summary>People who have not left.</summary>
    public Value Left => whole + over;

    /// <summary>People who leave one way.</summary>
    /// <param name="chance">Share of the stock that is expected to.</param>
    /// <param name="stream">Its stream.</param>
    public Value Leave(Value chance, ulong stream)
    {
        if (chance.Is(0.0))
        {
            return set.Zero;
        }

        var share = chance * larger;
        var gone = Value.Binomial(whole, share / Value.Max(notGone, LeastNormal), set.Uniform(stream));
        var goneOver = overAtRisk * share;
        whole -= gone;
        over -= goneOver;
        notGone -= share;
        return gone + goneOver;
    }

    /// <summary>From here on chances are those of the people who are still there.</summary>
    public void StartAgain()
    {
        overAtRisk = over;
        notGone = set.One;
        larger = set.One;
    }
}
