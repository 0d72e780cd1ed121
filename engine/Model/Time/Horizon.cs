namespace SystemSim.Model;

/// <summary>The time a run covers, and how finely.</summary>
/// <remarks>
/// <para><b>Units.</b> A year is 365.25 days or 12 months; the step is a whole number of steps a year.</para>
/// <para><b>Errors.</b> Years outside 1 to <see cref="MostYears"/> and steps that do not divide a year into 1, 4 or a multiple of
/// 12 throw <see cref="ArgumentOutOfRangeException"/>; files never reach that throw, because the reader reports them first.</para>
/// </remarks>
public sealed record Horizon
{
    /// <summary>The longest horizon, in years.</summary>
    public const int MostYears = 200;

    /// <summary>The finest step: this many to a year.</summary>
    public const int MostStepsPerYear = 372;

    /// <summary>Days in a year, for stays and lags written in days or weeks.</summary>
    public const double DaysPerYear = 365.25;

    /// <summary>The first financial year.</summary>
    public required FinancialYear Start { get; init; }

    /// <summary>Number of financial years.</summary>
    public required int Years
    {
        get;
        init => field = value is >= 1 and <= MostYears ? value : throw new ArgumentOutOfRangeException(nameof(Years));
    }

    /// <summary>Steps in a year: 1, 4, or a multiple of 12.</summary>
    public int StepsPerYear
    {
        get;
        init => field = value is 1 or 4 || (value % 12 == 0 && value is >= 12 and <= MostStepsPerYear)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(StepsPerYear));
    } = 12;

    /// <summary>Which people demand and cost are counted on.</summary>
    public Counting Counting { get; init; }

    /// <summary>From which stock the flows of a step are taken.</summary>
    public FlowOrder Flows { get; init; }

    /// <summary>Number of steps in the whole run.</summary>
    public int Steps => Years * StepsPerYear;

    /// <summary>The financial year of row <paramref name="index"/>, counted from 0.</summary>
    /// <param name="index">0 to <see cref="Years"/> - 1.</param>
    public FinancialYear YearAt(int index) => Start + index;

    /// <summary>A lag in whole steps: rounded half up, and never less than one; one step more than the run has where it is longer, since no
    /// run can tell it from that.</summary>
    /// <param name="years">The lag as the scenario states it, in years.</param>
    public int LagSteps(double years) => (int)Math.Clamp(Math.Floor((years * StepsPerYear) + 0.5), 1.0, Steps + 1.0);

    /// <summary>Whether a lag is a whole number of steps, so that rounding changes nothing.</summary>
    /// <param name="years">The lag as the scenario states it, in years.</param>
    public bool IsWholeSteps(double years)
    {
        // A month is stated as 1/12 of a year: allow for the rounding of that division.
        const double Rounding = 1e-9;
        var steps = years * StepsPerYear;
        return Math.Abs(steps - Math.Round(steps)) <= Rounding && Math.Round(steps) >= 1;
    }
}
