using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>The residual by which people follow control totals, fitted on the baseline (section 3).</summary>
internal sealed class PlainResidual
{
    private readonly int[][] groups;

    // [group][step]
    private readonly double[][] shares;

    private PlainResidual(int[][] groups, int steps)
    {
        this.groups = groups;
        shares = [.. groups.Select(_ => new double[steps])];
    }

    /// <summary>[group][step] people there are to be; null once shares are fitted, and where nothing makes people follow totals.</summary>
    private double?[][]? Asked { get; set; }

    /// <summary>Fits it, and the scale of deaths; none where the baseline cannot be run without control totals.</summary>
    public static (PlainResidual Residual, PlainDeathScale Scale) Fit(Scenario scenario, PlainToday today)
    {
        var (place, totals) = (today.Place, today.Place.People.ControlTotals);
        var cohorts = place.Cohorts.ToArray();
        int[][] groups =
        [
            .. totals.Select(total => Enumerable.Range(0, cohorts.Length).Where(c => place.Includes(total.Of, cohorts[c])).ToArray()),
        ];
        var fitted = new PlainResidual(groups, place.Horizon.Years * place.M);
        var scale = new PlainDeathScale(place, today.People.Opening);
        if (groups.Length == 0 && !scale.IsOpen)
        {
            return (fitted, scale);
        }

        double[][] people;
        try
        {
            people = Run(fitted);
        }
        catch (PlainEngineException)
        {
            scale.GiveUp();
            return (fitted, scale);
        }

        if (groups.Length > 0)
        {
            scale = new PlainDeathScale(place, today.People.Opening);
            fitted.Asked =
            [
                .. totals.Select((total, g) => PeopleAsked(total, [.. people.Select(stock => groups[g].Sum(c => stock[c]))], place)),
            ];
            Run(fitted);
            fitted.Asked = null;
        }

        scale.Close();
        return (fitted, scale);

        double[][] Run(PlainResidual with)
        {
            var run = new PlainRun(scenario, scenario.BaselineOption, today, null, scale, with);
            run.Run();
            return [today.People.Opening, .. run.ClosingPeople];
        }
    }

    /// <summary>[cohort] the residual of a step.</summary>
    /// <param name="t">The step.</param>
    /// <param name="people">[cohort] people once all other flows have been.</param>
    public double[] Of(int t, double[] people)
    {
        var residual = new double[people.Length];
        for (var g = 0; g < groups.Length; g++)
        {
            if (Asked is { } asked)
            {
                var there = groups[g].Sum(c => people[c]);
                shares[g][t] = asked[g][t] is { } total && there > 0.0 ? (total / there) - 1.0 : 0.0;
            }

            foreach (var c in groups[g])
            {
                residual[c] = shares[g][t] * people[c];
            }
        }

        return residual;
    }

    /// <summary>[step] T.</summary>
    /// <param name="total">The control total.</param>
    /// <param name="free">People of the group without control totals, at the start and when each step has ended.</param>
    /// <param name="place">The place.</param>
    private static double?[] PeopleAsked(ControlTotal total, double[] free, PlainPlace place)
    {
        double years = place.Horizon.Years;
        var stated = total
            .Totals.Select(point => (Time: point.From - place.Horizon.Start + 0.25, Count: place.Value(point.Value)))
            .ToList();
        var used = stated.Where((_, i) => i == 0 || stated[i - 1].Time <= years).ToList();
        List<(double Time, double Ratio)> ratios =
        [
            (0.0, 1.0),
            .. used.Select(point => (point.Time, Free(point.Time) > 0.0 ? point.Count / Free(point.Time) : 0.0)),
        ];
        return [.. Enumerable.Range(1, free.Length - 1).Select(end => At(end / (double)place.M))];

        double? At(double time)
        {
            if (time > used[^1].Time)
            {
                return null;
            }

            var exact = used.Where(point => point.Time == time).ToList();
            return exact.Count > 0 ? exact[0].Count : Math.Max(0.0, Ratio(time) * Free(time));
        }

        double Ratio(double time)
        {
            var (before, after) = (ratios.Last(ratio => ratio.Time <= time), ratios.First(ratio => ratio.Time > time));
            return before.Ratio + ((after.Ratio - before.Ratio) * (time - before.Time) / (after.Time - before.Time));
        }

        double Free(double time)
        {
            if (time >= years)
            {
                return free[^1] + ((time - years) * (free[^1] - free[^(place.M + 1)]));
            }

            var step = (int)Math.Floor(time * place.M);
            return free[step] + (((time * place.M) - step) * (free[step + 1] - free[step]));
        }
    }
}
