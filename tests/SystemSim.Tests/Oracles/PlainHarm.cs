using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>Harm of going without (section 5).</summary>
internal sealed class PlainHarm
{
    private readonly PlainPlace place;
    private readonly List<Felt> felt;
    private readonly double[] opening;

    public PlainHarm(PlainPlace place, PlainToday today, double[] people)
    {
        this.place = place;
        felt =
        [
            .. place.Services.SelectMany(
                (service, j) => (service.Unmet?.Harms ?? []).Select((harm, row) => new Felt(j, harm, Today(today, j, row)))
            ),
        ];
        foreach (var one in felt)
        {
            one.Missed = Steps(one.Today, today.Place) * today.LeftBefore(one.Service);
            one.Came = ComesTo(one.Harm) is { } j ? Steps(one.Today, today.Place) * today.Asked[j] : 0.0;
        }

        double[] waiting = [.. place.Services.Select((_, j) => today.Waiting(j))];
        opening = [.. felt.Select(one => Rise(one, one.Today, today.Place, waiting, people))];
    }

    /// <summary>The multiplier of a target, over what it was at the start.</summary>
    /// <param name="target">The target.</param>
    /// <param name="waiting">[service] who waits.</param>
    /// <param name="people">[cohort] people at the start of the step.</param>
    /// <param name="c">The cohort; any where the target has none.</param>
    public double Of(Target target, double[] waiting, double[] people, int c = -1)
    {
        var now = Acting(one => one.Harm, target, c).Sum(row => Rise(felt[row], felt[row].Harm, place, waiting, people));
        return (1.0 + now) / (1.0 + Acting(one => one.Today, target, c).Sum(row => opening[row]));
    }

    /// <summary>Counts who left in a step.</summary>
    public void Miss(double[] left)
    {
        foreach (var one in felt)
        {
            one.Missed = Lasting(one.Missed, left[one.Service], one.Harm);
        }
    }

    /// <summary>Counts who came in a step.</summary>
    public void Come(double[] arrivals)
    {
        foreach (var one in felt)
        {
            one.Came = ComesTo(one.Harm) is { } j ? Lasting(one.Came, arrivals[j], one.Harm) : 0.0;
        }
    }

    private static Harm Today(PlainToday today, int j, int row) => today.Place.Services[j].Unmet!.Harms[row];

    private static double Steps(Harm harm, PlainPlace of) => of.Value(harm.Lasts) * of.M;

    private double Lasting(double before, double added, Harm harm) =>
        (before * (1.0 - Math.Min(1.0, 1.0 / Steps(harm, place)))) + (added * Math.Min(1.0, Steps(harm, place)));

    private double Rise(Felt one, Harm harm, PlainPlace of, double[] waiting, double[] people)
    {
        var without = of.Value(harm.PeoplePerUnit) * (waiting[one.Service] + one.Missed);
        var whom = ComesTo(harm) is null ? people.Where((_, c) => Includes(harm, c)).Sum() : one.Came;
        return whom == 0.0 ? 0.0 : of.Value(harm.Sensitivity) * Math.Min(1.0, without / whom);
    }

    private IEnumerable<int> Acting(Func<Felt, Harm> stated, Target target, int c) => Enumerable.Range(0, felt.Count)
        .Where(row => stated(felt[row]).On == target && (c < 0 || Includes(stated(felt[row]), c)));

    private bool Includes(Harm harm, int c) => place.Includes(harm.Group, place.Cohorts.ElementAt(c));

    private int? ComesTo(Harm harm) => harm.On switch
    {
        Target.FailureOf failure => place.ServiceRow(failure.Service),
        Target.StayIn stay => place.ServiceRow(stay.Service),
        _ => null,
    };

    /// <summary>A harm, and who feels it.</summary>
    private sealed class Felt(int service, Harm harm, Harm today)
    {
        public int Service => service;

        public Harm Harm => harm;

        /// <summary>The same harm as the baseline states it.</summary>
        public Harm Today => today;

        public double Missed { get; set; }

        public double Came { get; set; }
    }
}
