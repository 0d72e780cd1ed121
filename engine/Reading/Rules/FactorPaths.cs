using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Every path of a factor holds at least one number.</summary>
internal static class FactorPaths
{
    /// <summary>Applies the rule.</summary>
    public static void Check(Draft draft)
    {
        foreach (var factor in draft.Factors)
        {
            foreach (var (path, i) in factor.On.Select((path, i) => (path, i)))
            {
                var multiplied = draft.Context.Numbers.Where(number => number.Quantity.Factors.Contains(factor.Id));
                if (!multiplied.Any(number => Context.IsAtOrBelow(number.Quantity.Name, path)))
                {
                    Report(draft, factor, path, $"factors.{factor.Id}.on.{i + 1}");
                }
            }
        }
    }

    private static void Report(Draft draft, Factor factor, string path, string at)
    {
        var found = PathFinder.Find(draft.Context.Root, path);
        if (found is { IsWhole: true })
        {
            // It is there, but what is broken below it was not read as a number.
            if (draft.Context.Problems.Errors == 0)
            {
                draft.Report(
                    Codes.FactorOnNothing, at,
                    $"the factor '{factor.Id}' is on '{path}', where there is no number that it could multiply.");
            }

            return;
        }

        var missing = path.Split('.')[found?.Steps ?? 0];
        draft.Report(
            Codes.NoSuchPath, at, $"'{path}' leads nowhere.",
            Suggestions.Hint(missing, PathFinder.Steps(found?.Node ?? draft.Context.Root), "keys"));
    }
}
