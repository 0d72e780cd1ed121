using SystemSim.Analysis;
using SystemSim.Reporting;
using SystemSim.Runs;

namespace SystemSim.Host;

/// <summary>Says what a run came to, for the verbs that leave its results folder.</summary>
internal sealed class PrintedRuns(Terminal terminal)
{
    // What fits on a screen, less the lines that follow the answers.
    private const int MostLines = 41;

    /// <summary>Prints.</summary>
    /// <param name="run">The run.</param>
    /// <param name="scenario">The scenario, as the caller names it.</param>
    /// <param name="path">Where its results are.</param>
    /// <param name="asJson">Whether to answer in JSON.</param>
    /// <param name="tellsDraws">Whether draws are told beside what is said of them first.</param>
    /// <returns>How the command ends.</returns>
    public ExitCode Print(RunResult run, string scenario, ResultsPath path, bool asJson, bool tellsDraws)
    {
        var headline = Headline.From(run.Answers);
        var findings = run.Scenario.Result.Findings.Length;
        if (asJson)
        {
            var (options, story) = (headline.Stamp is null ? run.Evidence?.Options : null, run.Evidence?.Story);
            terminal.Answer(HeadlineJson.Write(headline, run.Draws, path.Name, findings, run.Findings, options, story));
            return FailedExpectations.Code(run.Held);
        }

        PrintAnswers(run, headline, tellsDraws);
        terminal.Answer(run.Findings.Select(run.Scenario.At));
        terminal.Answer($"Results: {path.Name}");
        if (findings > 0)
        {
            terminal.Answer($"{Counts.Of(findings, "finding")} about the scenario: systemsim check {scenario}");
        }

        if (FailedExpectations.Sentence(run.Scenario, run.Held) is { } unmet)
        {
            terminal.Answer(unmet);
        }

        return FailedExpectations.Code(run.Held);
    }

    /// <summary>The story first; then all options side by side where there are several, else who spends what.</summary>
    private void PrintAnswers(RunResult run, Headline headline, bool tellsDraws)
    {
        if (run.Evidence is { Stamp: null } evidence)
        {
            terminal.Answer(NarrativeText.Write(evidence));
            terminal.Answer("");
            terminal.Answer(
                evidence.Options.Lines.Length > 2 ? OptionsText.Write(evidence.Options) : HeadlineText.Tables(headline, MostLines)
            );
        }
        else
        {
            terminal.Answer(HeadlineText.Write(headline, MostLines));
            terminal.Answer(run.Evidence is { } starter ? NarrativeText.Turns(starter.Story) : []);
        }

        terminal.Answer("");
        if (headline.Stamp is null && run.Draws is { } draws && tellsDraws)
        {
            terminal.Answer(DrawsText.Write(draws, run.Scenario.Scenario));
            terminal.Answer("");
        }
    }
}
