using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>What is put first on a page is there: its sliders are numbers, and its presets set what can be set.</summary>
internal static class PagePaths
{
    /// <summary>Applies the rule, to the scenario as its files have it.</summary>
    public static void Check(Draft draft)
    {
        foreach (var (path, i) in draft.Page.Sliders.Select((path, i) => (path, i)))
        {
            if (draft.Context.Numbers.All(number => number.Quantity.Name != path)
                && !path.Split('.').Any(draft.Context.Names.IsRefused))
            {
                ReportSlider(draft, path, $"page.sliders.{i + 1}");
            }
        }

        foreach (var preset in draft.Page.Presets)
        {
            Settings.Apply(draft.Context.Root, SetBy(draft.Context.Root, preset), draft.Context.Problems);
        }
    }

    /// <summary>All that would be wrong with the scenario if any of its presets were made.</summary>
    /// <param name="draft">The scenario.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static void CheckPresets(Draft draft, Problems problems)
    {
        foreach (var preset in draft.Page.Presets)
        {
            var root = draft.Context.Root;
            RuleBook.Check(Root.Read(Settings.Apply(root, SetBy(root, preset), problems), problems));
        }
    }

    private static ImmutableArray<Setting> SetBy(Mapping root, Preset preset) =>
        Settings.In(PathFinder.Find(root, $"page.presets.{preset.Name}.set") is { IsWhole: true } found ? found.Node : null);

    private static void ReportSlider(Draft draft, string path, string at)
    {
        var found = PathFinder.Find(draft.Context.Root, path);
        var below = draft.Context.Numbers.Select(number => number.Quantity.Name).Where(name => Context.IsAtOrBelow(name, path)).ToArray();
        if (below.Length > 0)
        {
            draft.Report(Codes.NoSuchPath, at, $"'{path}' is no single number.", $"name one of those below it, such as {below[0]}.");
        }
        else if (found is { IsWhole: true })
        {
            draft.Report(Codes.NoSuchPath, at, $"'{path}' leads to no number.", "a slider moves a number.");
        }
        else
        {
            draft.Report(
                Codes.NoSuchPath, at, $"'{path}' leads to no number.",
                Suggestions.Hint(
                    path.Split('.').ElementAtOrDefault(found?.Steps ?? 0) ?? path,
                    PathFinder.Steps(found?.Node ?? draft.Context.Root), "keys"));
        }
    }
}
