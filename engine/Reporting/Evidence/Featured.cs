using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>Which option the charts of one option show.</summary>
public static class Featured
{
    /// <summary>The last option with pooled money; where none has any, the last beside the baseline.</summary>
    /// <param name="options">The options that ran.</param>
    /// <param name="baseline">The baseline.</param>
    /// <returns>Its name; null where the baseline ran alone.</returns>
    public static OptionId? Of(IEnumerable<Option> options, OptionId baseline)
    {
        var others = options.Where(option => option.Id != baseline).ToArray();
        return (others.LastOrDefault(option => option.Place.Governance.Kind == GovernanceKind.Pooled) ?? others.LastOrDefault())?.Id;
    }
}
