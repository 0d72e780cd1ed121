namespace SystemSim.Runs;

/// <summary>How far a request is.</summary>
/// <param name="Stage">What is being done, one of the constants here.</param>
/// <param name="Share">Share of it that is done, 0 to 1; 0 when it begins.</param>
public readonly record struct RunProgress(string Stage, double Share)
{
    /// <summary>The scenario is being read.</summary>
    public const string Read = "read";

    /// <summary>The central runs are being made.</summary>
    public const string Run = "run";

    /// <summary>Their ledgers become tables.</summary>
    public const string Tabulate = "tabulate";

    /// <summary>Options are being set side by side.</summary>
    public const string Compare = "compare";

    /// <summary>Draws are being made.</summary>
    public const string Draw = "draw";

    /// <summary>It is being found out where draws are counted.</summary>
    public const string Plan = "plan";

    /// <summary>Shards are being put together.</summary>
    public const string Merge = "merge";

    /// <summary>Numbers are being moved, to see what the answer rests on.</summary>
    public const string Sensitivity = "sensitivity";

    /// <summary>What came out is being put into words and charts.</summary>
    public const string Tell = "tell";
}

/// <summary>Tells progress to a caller who may not want to know.</summary>
internal static class Telling
{
    /// <summary>Tells that a stage begins.</summary>
    public static void Begin(this IProgress<RunProgress>? progress, string stage) => progress?.Report(new RunProgress(stage, 0.0));

    /// <summary>Takes the share of a stage that is done.</summary>
    public static IProgress<double>? Of(this IProgress<RunProgress>? progress, string stage) =>
        progress is null ? null : new Part(progress, stage);

    private sealed class Part(IProgress<RunProgress> whole, string stage) : IProgress<double>
    {
        public void Report(double value) => whole.Report(new RunProgress(stage, value));
    }
}
