using SystemSim.Analysis;
using SystemSim.Lanes;
using SystemSim.Model;
using SystemSim.Studies;

namespace SystemSim.Runs;

/// <summary>Says what is wrong with a scenario, and whether it passed: what <c>check</c> asks.</summary>
public static class CheckScenario
{
    /// <summary>Draws that are looked at unless told.</summary>
    public const int UsualDraws = 1000;

    /// <summary>Checks.</summary>
    /// <param name="source">Where the scenario comes from.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="stop">Interrupts it.</param>
    /// <returns>The verdict, whatever is wrong.</returns>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public static async Task<Verdict> Run(ScenarioSource source, CheckRequest request, CancellationToken stop = default)
    {
        var verdict = new Verdict { Scenario = source.Named };
        try
        {
            var scenario = await OpenScenario.Reading(source, request.Overrides, request.Lanes, stop);
            var result = scenario.Result;
            var (problems, findings) = request.IsStrict ? result.Strictly() : (result.Problems, result.Findings);
            verdict = verdict with { Found = [.. problems, .. findings] };
            if (result.Problems.IsEmpty)
            {
                await JudgeNumbers(scenario);
            }
        }
        catch (Exception thrown) when (!stop.IsCancellationRequested)
        {
            verdict = verdict with { Stopped = RunFailure.Of(thrown) };
        }

        return verdict;

        // Looks for what reading cannot see: what planning shows, all of it, and only then what a run does.
        async Task JudgeNumbers(OpenScenario scenario)
        {
            ImmutableArray<Reading.Diagnostic> problems = [.. scenario.Result.OfPresets(), .. await RunSteps.Plan(scenario, stop)];
            verdict = verdict with { Found = [.. verdict.Found, .. problems] };
            if (!problems.IsEmpty)
            {
                return;
            }

            var expectations = request.Expects ? scenario.Result.Expectations : [];
            var study = await RunSteps.TryRun(scenario, options: null, ExpectationCheck.NeedsSteps(expectations), progress: null, stop);
            if (study.Broken is { Fault: not RunFault.None } broken)
            {
                verdict = verdict with { Found = [.. verdict.Found, RunSteps.ProblemOf(scenario, broken)] };
                return;
            }

            verdict = verdict with { Expectations = await Hold(scenario, study, expectations, request.Threads, stop) };

            // As many draws as a run would make tell whether too many of them would be left out.
            var preview = PreviewStudy.Run(
                scenario.Prepared,
                request.Draws ?? Math.Min(UsualDraws, DrawStudy.MostDrawsOf(scenario.Scenario) ?? UsualDraws),
                request.Seed,
                stop
            );
            verdict = verdict with
            {
                Found = [.. verdict.Found, .. RunFindings.LeftOut(preview.Count, preview.Stopped).Select(scenario.At)],
                Draws = request.Draws is null ? null : preview,
            };
        }
    }

    /// <summary>Holds what a scenario expects against its run.</summary>
    private static async Task<ImmutableArray<ExpectationResult>> Hold(
        OpenScenario scenario, CentralStudy study, ImmutableArray<Expectation> expectations, int threads, CancellationToken stop)
    {
        RunSteps.StopIfBroken(scenario, study.Broken);
        return expectations.IsEmpty
            ? []
            : ExpectationCheck.Hold(await RunSteps.Tabulate(scenario, study, threads, stop), expectations);
    }
}

/// <summary>What is asked where a scenario is checked.</summary>
public sealed record CheckRequest
{
    /// <summary>What is put in the place of numbers, each as <c>path=value</c>.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    /// <summary>Whether numbers without source are refused.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Whether expectations are held.</summary>
    public bool Expects { get; init; }

    /// <summary>Draws to show; null for none.</summary>
    public int? Draws { get; init; }

    /// <summary>Seed; null for the scenario's own.</summary>
    public int? Seed { get; init; }

    /// <summary>Threads; never changes a bit.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>How programs are made and run.</summary>
    public LaneOptions Lanes { get; init; } = LaneOptions.Usual;
}
