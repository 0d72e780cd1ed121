namespace SystemSim.Tests;

/// <summary>How many random scenarios a mutant must pass: few, since each mutant is run against them.</summary>
internal static class Breadth
{
    /// <summary>Scenarios run with central values, and how many of them a test takes.</summary>
    public const int Scenarios = 160;
    public const int PerTest = 5;

    /// <summary>Scenarios run by chance.</summary>
    public const int ByChance = 5;

    /// <summary>Scenarios appraised, how many of them a test takes, and what those at least hold.</summary>
    public const int Appraised = 60;
    public const int AppraisedPerTest = 5;
    public const int LeastHeld = 0;
    public const int LeastRatios = 0;

    /// <summary>Scenarios of which every draw is appraised by itself, each with every way of discounting.</summary>
    public const int FirstDrawn = 3;
    public const int LastDrawn = 3;
}
