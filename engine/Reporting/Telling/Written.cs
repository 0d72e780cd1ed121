using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>How people write a number: its unit in words, and how many of that unit are in one of the scenario's.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Times">What a value is multiplied with.</param>
internal sealed record Written(string Unit, double Times = 1.0)
{
    private const double DaysAWeek = 7.0;
    private const double DaysAYear = 365.25;

    /// <summary>What is said of a number that multiplies others.</summary>
    public const string Factor = "of what is assumed";

    /// <summary>How a number of a scenario is written: care by the week and not by the year, a factor in percent of what it
    /// multiplies.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="name">The number, or what it is drawn as.</param>
    public static Written Of(Scenario scenario, string name)
    {
        if (name.StartsWith("factors.", StringComparison.Ordinal))
        {
            return new($"share {Factor}");
        }

        var unit = scenario.Named(name)?.Unit ?? "";
        return unit == "GBP a year" && name.Split('.') is ["services", _, "cost", ..] ? new("GBP a week", DaysAWeek / DaysAYear) : new(unit);
    }
}
