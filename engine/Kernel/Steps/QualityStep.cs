namespace SystemSim.Kernel;

/// <summary>Years lived in a step, weighted by how well they are lived.</summary>
internal static class QualityStep
{
    /// <summary>Writes the equations.</summary>
    public static void Write(RunScope run)
    {
        var areWeighted = run.Plan.People.Quality.Any(weight => weight is not null);
        run.YearsLived = [.. Enumerable.Range(0, run.Plan.People.Areas).Select(area => areWeighted ? YearsLived(run, area) : (Value?)null)];
    }

    /// <summary>Those of an area; a multiplier of 1 changes no bit.</summary>
    private static Value YearsLived(RunScope run, int area)
    {
        var (sum, changed) = (run.Set.Zero, run.Set.Zero);
        foreach (var cohort in run.PeopleEquations.CohortsOf(area))
        {
            if (run.Plan.People.Quality[run.Plan.People.Cohorts[cohort].Need] is { } stated)
            {
                var weight = run.Values.Of(stated) / run.Values.StepsPerYear;
                sum = Value.MultiplyAdd(run.Counted[cohort], weight, sum);
                var multiplier = run.EffectOn(TargetKind.Quality, 0, 0, cohort);
                changed = Value.MultiplyAdd(run.Counted[cohort] * weight, multiplier - 1.0, changed);
            }
        }

        return sum + changed;
    }
}
