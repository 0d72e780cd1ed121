using SystemSim.Places;

namespace SystemSim.Runs;

/// <summary>What a sweep comes to for groups of councils, never for one: by council it would be a league table of assumptions.</summary>
/// <param name="Kind">What the councils of the group have in common: <c>region</c>, <c>kind</c>, <c>all</c>.</param>
/// <param name="Name">The group.</param>
/// <param name="Councils">How many councils.</param>
/// <param name="People">How many people in mid-2026.</param>
/// <param name="Spent">What pooling spends more, together.</param>
/// <param name="CouncilGains">By how much councils are better off.</param>
/// <param name="NhsGains">By how much the NHS is.</param>
/// <param name="AHeadAYear">Spent more a head and year, by place: the spread between places of what each has on average.</param>
public sealed record SweptGroup(
    string Kind, string Name, int Councils, double People, DrawnSum Spent, DrawnSum CouncilGains, DrawnSum NhsGains, DrawnSum AHeadAYear);

/// <summary>A mean with the middle 80%.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="P10">A tenth is below.</param>
/// <param name="P90">A tenth is above.</param>
public readonly record struct DrawnSum(double Mean, double P10, double P90)
{
    /// <summary>Of numbers in any order.</summary>
    public static DrawnSum Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return new(sorted.Average(), At(0.1), At(0.9));

        double At(double share)
        {
            var place = share * (sorted.Length - 1);
            var (below, above) = ((int)Math.Floor(place), (int)Math.Ceiling(place));
            return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
        }
    }
}

/// <summary>Adds up what places come to, draw by draw.</summary>
public static class SweepSummary
{
    private const int Years = 10;

    /// <summary>By region, by kind of council, and all together.</summary>
    /// <param name="places">The places.</param>
    public static ImmutableArray<SweptGroup> Groups(ImmutableArray<SweptPlace> places) =>
    [
        .. By("region", place => place.Model.Council.Region, places),
        .. By("kind", place => place.Model.Council.Kind, places),
        Group("all", "England", places),
    ];

    /// <summary>How far the spread between places goes with what a place is: the correlation of ranks, from -1 to 1.</summary>
    /// <param name="places">The places.</param>
    public static ImmutableArray<(string What, double Correlation)> Drivers(ImmutableArray<SweptPlace> places)
    {
        return
        [
            With("people of 75 and over, share", model => model.People.Oldest / model.People.All),
            With("need for acute care a registered person", model => model.Council.Nhs.Weighted.Acute / model.Council.Nhs.Registered),
            With("the council's care over the NHS's allocation", model => model.Council.Money.CareGross / model.Allocation),
            With("the NHS's part of the pool a head", model => model.BetterCareServices / model.People.All),
            With("care spending that shared rates leave unexplained", model => model.RestOfCareShare),
        ];

        (string, double) With(string what, Func<StarterModel, double> of) =>
            (what, Correlation(Ranks(places.Select(place => of(place.Model))), Ranks(places.Select(AHead))));
    }

    /// <summary>How many times as wide the national range is as it would be were each place drawn by itself.</summary>
    /// <param name="places">The places.</param>
    public static double Widening(ImmutableArray<SweptPlace> places)
    {
        var together = Deviation(Sums(places, place => place.Spent));
        var apart = Math.Sqrt(places.Sum(place => Square(Deviation([.. place.Spent.Skip(1)]))));
        return together / apart;
    }

    private static IEnumerable<SweptGroup> By(string kind, Func<SweptPlace, string> of, ImmutableArray<SweptPlace> places) =>
        places.GroupBy(of).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Group(kind, group.Key, [.. group]));

    private static SweptGroup Group(string kind, string name, ImmutableArray<SweptPlace> places) =>
        new(
            kind,
            name,
            places.Length,
            places.Sum(place => place.Model.PeopleIn(2026).All),
            DrawnSum.Of(Sums(places, place => place.Spent)),
            DrawnSum.Of(Sums(places, place => place.CouncilGains)),
            DrawnSum.Of(Sums(places, place => place.NhsGains)),
            DrawnSum.Of(places.Select(AHead))
        );

    /// <summary>What a place spends more on average, a head and year.</summary>
    private static double AHead(SweptPlace place) => place.Spent.Skip(1).Average() / place.Model.People.All / Years;

    /// <summary>Added up draw by draw, over the draws that no place has left out; without the central run.</summary>
    private static double[] Sums(ImmutableArray<SweptPlace> places, Func<SweptPlace, ImmutableArray<double>> of)
    {
        var counted = new SortedDictionary<long, (int Places, double Sum)>();
        foreach (var place in places)
        {
            var values = of(place);
            for (var row = 1; row < values.Length; row++)
            {
                var (count, sum) = counted.GetValueOrDefault(place.Draws[row]);
                counted[place.Draws[row]] = (count + 1, sum + values[row]);
            }
        }

        return [.. counted.Values.Where(draw => draw.Places == places.Length).Select(draw => draw.Sum)];
    }

    private static double[] Ranks(IEnumerable<double> values)
    {
        double[] all = [.. values];
        var ranks = new double[all.Length];
        foreach (var (row, rank) in Enumerable.Range(0, all.Length).OrderBy(row => all[row]).Select((row, rank) => (row, rank)))
        {
            ranks[row] = rank;
        }

        return ranks;
    }

    private static double Correlation(double[] one, double[] other)
    {
        var (mean, mean2) = (one.Average(), other.Average());
        var both = one.Zip(other, (a, b) => (a - mean) * (b - mean2)).Sum();
        return both / Math.Sqrt(one.Sum(a => Square(a - mean)) * other.Sum(b => Square(b - mean2)));
    }

    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => Square(value - mean)) / (values.Length - 1));
    }

    private static double Square(double value) => value * value;
}
