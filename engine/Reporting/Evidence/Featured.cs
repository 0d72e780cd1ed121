using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>Which option a page tells of first.</summary>
public static class Featured
{
    /// <summary>The one that the caller names; else the one that the scenario names; else the only one beside the baseline.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="ran">The options that ran.</param>
    /// <param name="told">The option that the caller names; null for none.</param>
    /// <returns>Its name; null where there are several and nobody names one, or where the baseline ran alone.</returns>
    public static OptionId? Of(Scenario scenario, IEnumerable<Option> ran, OptionId? told)
    {
        OptionId[] others = [.. ran.Select(option => option.Id).Where(option => option != scenario.Baseline)];
        OptionId?[] wanted = [told, scenario.Headline, others.Length == 1 ? others[0] : null];
        return wanted.FirstOrDefault(option => option is { } one && others.Contains(one));
    }
}
