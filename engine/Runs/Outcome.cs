namespace SystemSim.Runs;

/// <summary>What came of a request: the result, or why there is none.</summary>
/// <typeparam name="T">The result.</typeparam>
public sealed record Outcome<T>
    where T : class
{
    /// <summary>The result; null where there is none.</summary>
    public T? Result { get; init; }

    /// <summary>Why there is none; null where there is one.</summary>
    public RunFailure? Failure { get; init; }
}

/// <summary>Makes outcomes.</summary>
internal static class Outcome
{
    /// <summary>Does something, and gives whatever refuses it as a value. Interruptions and faults go on to the caller as they
    /// are.</summary>
    /// <param name="act">What is done.</param>
    public static async Task<Outcome<T>> Of<T>(Func<Task<T>> act)
        where T : class
    {
        try
        {
            return new Outcome<T> { Result = await act() };
        }
        catch (RefusedException refused)
        {
            return new Outcome<T> { Failure = refused.Failure };
        }
    }
}
