using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>What chances of dying are multiplied by, year by year (section 3).</summary>
internal sealed class PlainDeathScale
{
    private readonly PlainPlace place;
    private readonly YearlyPath? to;
    private readonly double[] byYear;
    private bool isKnown;

    /// <param name="place">The baseline's place.</param>
    /// <param name="opening">[cohort] people at the start of the run.</param>
    public PlainDeathScale(PlainPlace place, double[] opening)
    {
        this.place = place;
        to = place.People.Deaths is { Chances.IsEmpty: false } deaths ? deaths.ScaleTo : null;
        byYear = new double[place.Horizon.Years];
        Array.Fill(byYear, to is null ? 1.0 : Anew(0, opening));
        isKnown = !Enumerable.Range(1, byYear.Length - 1).Any(IsStated);
    }

    /// <summary>Whether a run of the baseline has still to find some of it.</summary>
    public bool IsOpen => !isKnown;

    /// <summary>The multiplier in a year.</summary>
    public double In(int y) => byYear[y];

    /// <summary>Finds the multiplier from a year on, while that is open.</summary>
    /// <param name="y">The year.</param>
    /// <param name="people">[cohort] people at its start.</param>
    public void StartYear(int y, double[] people)
    {
        if (!isKnown && y > 0 && IsStated(y))
        {
            Array.Fill(byYear, Anew(y, people), y, byYear.Length - y);
        }
    }

    /// <summary>Keeps what has been found.</summary>
    public void Close() => isKnown = true;

    /// <summary>Keeps the first year's multiplier in all years, because the baseline could not be run.</summary>
    public void GiveUp()
    {
        Array.Fill(byYear, byYear[0]);
        isKnown = true;
    }

    private bool IsStated(int y) => to is not null && (to.Points.Any(point => point.From == place.Horizon.YearAt(y))
        || ((to.Growth is not null || to.Index is not null) && place.Horizon.YearAt(y) > to.Points[^1].From));

    private double Anew(int y, double[] people)
    {
        var deaths = place.People.Deaths!;
        var chances = deaths.Chances.Length;
        var expected = people.Select((number, c) => number * place.At(deaths.Chances[c % chances], y) / deaths.Over).Sum();
        return expected > 0.0 ? place.At(to!, y) / expected : 1.0;
    }
}
