using SystemSim.Reading;

namespace SystemSim.Runs;

/// <summary>Why nothing came of what was asked, or of one scenario of several.</summary>
public sealed record RunFailure
{
    // Whom a failure concerns that is about no scenario: who asked.
    private const string Program = "systemsim";

    /// <summary>Whose the reason is.</summary>
    public required FailureKind Kind { get; init; }

    /// <summary>The scenario that it concerns, as it was named; null where it concerns the question itself.</summary>
    public string? About { get; init; }

    /// <summary>What is wrong; one sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>What to try next; null when there is nothing useful to say.</summary>
    public string? Hint { get; init; }

    /// <summary>All that is wrong with the scenario, each at its place, where that is why.</summary>
    public ImmutableArray<Diagnostic> Problems { get; init; } = [];

    /// <summary>The whole of what is wrong in one line: whom it concerns, and the sentence.</summary>
    public string Line => About is { } about ? $"{about}: {Sentence}" : $"{Program}: {Sentence}";

    /// <summary>A scenario is wrong in one way, which only its numbers together show.</summary>
    /// <param name="problem">What is wrong with it, at its place.</param>
    internal static RunFailure Of(Diagnostic problem) => new()
    {
        Kind = FailureKind.Scenario,
        About = problem.At.ToString(),
        Sentence = problem.Headline[$"{problem.At}: ".Length..],
        Hint = problem.Hint,
    };

    /// <summary>Puts what was thrown into a sentence, whatever it is.</summary>
    /// <param name="thrown">What was thrown.</param>
    public static RunFailure Of(Exception thrown) =>
        Innermost(thrown) switch
        {
            RefusedException refused => refused.Failure,
            OperationCanceledException => new()
            {
                Kind = FailureKind.Interrupted,
                Sentence = "interrupted; nothing was left half-written.",
            },
            InsufficientMemoryException => new()
            {
                Kind = FailureKind.Resource,
                Sentence = "the run would have to remember more than a program can: it has too many services, steps or lags.",
            },
            OutOfMemoryException => new()
            {
                Kind = FailureKind.Resource,
                Sentence = "there is not enough memory for this.",
                Hint = "give the program more, or ask for fewer draws, threads, steps or years.",
            },
            IOException or UnauthorizedAccessException => new() { Kind = FailureKind.Resource, Sentence = thrown.Message },
            var fault => new()
            {
                Kind = FailureKind.Fault,
                Sentence =
                    $"this is a fault in the program, not in what you asked: {fault.GetType().Name}: {fault.Message.ReplaceLineEndings(" ")}",
                Hint = "please report it to the project, with the command and the scenario.",
            },
        };

    /// <summary>What lies behind exceptions that only carry others.</summary>
    private static Exception Innermost(Exception thrown) =>
        thrown is AggregateException or TypeInitializationException && thrown.InnerException is { } inner ? Innermost(inner) : thrown;
}

/// <summary>Whose the reason of a failure is.</summary>
public enum FailureKind
{
    /// <summary>The program is at fault.</summary>
    Fault,

    /// <summary>What is asked makes no sense, or not of this scenario.</summary>
    Question,

    /// <summary>The scenario is wrong, whatever is wrong with it.</summary>
    Scenario,

    /// <summary>A run broke an invariant that no scenario should be able to break.</summary>
    Invariant,

    /// <summary>A file is not there or cannot be opened, or memory is short.</summary>
    Resource,

    /// <summary>The caller has interrupted it.</summary>
    Interrupted,
}

/// <summary>Ends a use case with a <see cref="RunFailure"/>, on the way to the caller who gets it as a value.</summary>
/// <param name="failure">Why.</param>
internal sealed class RefusedException(RunFailure failure) : Exception(failure.Sentence)
{
    /// <summary>Why.</summary>
    public RunFailure Failure { get; } = failure;

    /// <summary>Refuses a question.</summary>
    /// <param name="sentence">What is wrong with it.</param>
    /// <param name="hint">What to try next; null when there is nothing useful to say.</param>
    /// <param name="about">The scenario of which it cannot be asked; null where it can be asked of none.</param>
    public static RefusedException Question(string sentence, string? hint = null, string? about = null) =>
        new(new RunFailure { Kind = FailureKind.Question, About = about, Sentence = sentence, Hint = hint });
}
