using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>What the draws of a block are appraised by, lane by lane.</summary>
/// <remarks>Where rates are known, all lanes share their discount factors, and these are laid out once.</remarks>
internal sealed class BlockTerms
{
    private readonly DrawnTerms[] terms;
    private readonly double[] money;
    private readonly double[] health;
    private readonly int stepsPerYear;

    /// <summary>Lays them out.</summary>
    /// <param name="horizon">The time covered.</param>
    /// <param name="bySteps">Whether flows are discounted step by step.</param>
    /// <param name="terms">[lane] what a draw is appraised by.</param>
    public BlockTerms(Horizon horizon, bool bySteps, DrawnTerms[] terms)
    {
        this.terms = terms;
        stepsPerYear = bySteps ? horizon.StepsPerYear : 0;
        var places = horizon.Years * (stepsPerYear + 1);
        money = new double[places * terms.Length];
        health = new double[places * terms.Length];
        for (var lane = 0; lane < terms.Length; lane++)
        {
            for (var year = 0; year < horizon.Years; year++)
            {
                for (var step = -1; step < stepsPerYear; step++)
                {
                    var at = (Place(year, step) * terms.Length) + lane;
                    (money[at], health[at]) = (terms[lane].Money.At(year, step), terms[lane].Health.At(year, step));
                }
            }
        }
    }

    /// <summary>Lanes of the block.</summary>
    public int Lanes => terms.Length;

    /// <summary>What one draw is appraised by.</summary>
    public DrawnTerms this[int lane] => terms[lane];

    /// <summary>[lane] discount factors of money; of the year where the step is -1.</summary>
    public ReadOnlySpan<double> MoneyAt(int year, int step) => money.AsSpan(Place(year, step) * terms.Length, terms.Length);

    /// <summary>[lane] discount factors of life years and of what they are worth.</summary>
    public ReadOnlySpan<double> HealthAt(int year, int step) => health.AsSpan(Place(year, step) * terms.Length, terms.Length);

    private int Place(int year, int step) => (year * (stepsPerYear + 1)) + step + 1;
}
