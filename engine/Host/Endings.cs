using SystemSim.Runs;

namespace SystemSim.Host;

/// <summary>Why a command ended before it was done, in one sentence for who called it.</summary>
internal static class Endings
{
    /// <summary>Puts what was thrown into a sentence, whatever it is.</summary>
    /// <param name="thrown">What was thrown.</param>
    public static UserError Of(Exception thrown) => thrown as UserError ?? Of(RunFailure.Of(thrown));

    /// <summary>Puts a failure into a sentence.</summary>
    /// <param name="failure">Why nothing came of what was asked.</param>
    public static UserError Of(RunFailure failure) => new(ExitCodes.Of(failure.Kind), failure.Line, failure.Hint);

    /// <summary>What came of a request; where nothing did, all that is wrong has been told when the command ends.</summary>
    /// <param name="outcome">What came of it.</param>
    /// <param name="terminal">Where problems are told.</param>
    /// <exception cref="UserError">Nothing came of it.</exception>
    public static T OrStop<T>(this Outcome<T> outcome, Terminal terminal)
        where T : class
    {
        terminal.Say(outcome.Failure?.Problems ?? []);
        return outcome.Result ?? throw Of(outcome.Failure!);
    }

    /// <summary>Ends the command where a request is refused before anything is done.</summary>
    /// <param name="refusal">Why it is; null when nothing is known against it.</param>
    /// <exception cref="UserError">It is refused.</exception>
    public static void StopIfRefused(RunFailure? refusal)
    {
        if (refusal is not null)
        {
            throw Of(refusal);
        }
    }
}
