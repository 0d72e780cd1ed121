namespace SystemSim.Reading;

/// <summary>Every path that a starter model lists holds at least one number: a slip of the pen is no number that the place has
/// given.</summary>
internal static class StarterPaths
{
    /// <summary>Applies the rule.</summary>
    public static void Check(Draft draft)
    {
        foreach (var (path, i) in draft.Starter.Select((path, i) => (path, i)))
        {
            var isThere = draft.Context.Numbers.Any(number => Context.IsAtOrBelow(number.Quantity.Name, path));
            if (!isThere && !path.Split('.').Any(draft.Context.Names.IsRefused))
            {
                var found = PathFinder.Find(draft.Context.Root, path);
                var missing = path.Split('.').ElementAtOrDefault(found?.Steps ?? 0) ?? path;
                draft.Report(
                    Codes.NoSuchPath, $"starter.{i + 1}", $"'{path}' leads to no number.",
                    Suggestions.Hint(missing, PathFinder.Steps(found?.Node ?? draft.Context.Root), "keys"));
            }
        }
    }
}
