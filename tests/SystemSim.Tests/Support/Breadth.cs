namespace SystemSim.Tests;

/// <summary>How many random scenarios the engines are held against each other over. Mutation testing has numbers of its own.</summary>
internal static class Breadth
{
    /// <summary>Scenarios run with central values, and how many of them a test takes.</summary>
    public const int Scenarios = 1_000;
    public const int PerTest = 50;

    /// <summary>Scenarios run by chance.</summary>
    public const int ByChance = 300;

    /// <summary>Scenarios appraised, how many of them a test takes, and what those at least hold.</summary>
    public const int Appraised = 1_000;
    public const int AppraisedPerTest = 50;
    public const int LeastHeld = 1_000;
    public const int LeastRatios = 20;

    /// <summary>Scenarios of which every draw is appraised by itself, each with every way of discounting.</summary>
    public const int FirstDrawn = 1;
    public const int LastDrawn = 7;
}
