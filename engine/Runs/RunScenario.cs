using SystemSim.Analysis;

namespace SystemSim.Runs;

/// <summary>Runs a scenario, and makes what there is to tell of it: what <c>run</c> and <c>report</c> ask.</summary>
public static class RunScenario
{
    /// <summary>Runs.</summary>
    /// <param name="scenario">The scenario, with which nothing is wrong.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="progress">Told how far it is, by any thread.</param>
    /// <param name="stop">Interrupts it.</param>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public static Task<Outcome<RunResult>> Run(
        OpenScenario scenario, RunRequest request, IProgress<RunProgress>? progress = null, CancellationToken stop = default) =>
        Outcome.Of(() => Running(scenario, request, made: null, progress, stop));

    /// <summary>Runs with central values alone, for who wants a first look: no range, nothing of what the answer rests on.</summary>
    /// <inheritdoc cref="Run"/>
    public static Task<Outcome<RunResult>> First(
        OpenScenario scenario, RunRequest request, IProgress<RunProgress>? progress = null, CancellationToken stop = default) =>
        Outcome.Of(() =>
        {
            var run = new RunInHand(scenario, (request with { Draws = 0, DrawsUnlessTold = false }).For(scenario.Scenario), progress, stop);
            return Central(run, progress);
        });

    /// <summary>Runs, and tells what is known on the way: after some draws, after all of them.</summary>
    /// <inheritdoc cref="Run"/>
    /// <param name="scenario">The scenario, with which nothing is wrong.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="someDraws">How many draws make the first look at the range.</param>
    /// <param name="tell">Given each result that is not yet the whole.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="stop">Interrupts it.</param>
    /// <returns>The whole: what <see cref="Run"/> comes to.</returns>
    public static Task<Outcome<RunResult>> InStages(
        OpenScenario scenario,
        RunRequest request,
        long someDraws,
        Action<RunResult> tell,
        IProgress<RunProgress>? progress = null,
        CancellationToken stop = default
    ) =>
        Outcome.Of(async () =>
        {
            var asked = request.For(scenario.Scenario);
            var run = new RunInHand(scenario, asked, progress, stop);
            progress.Begin(RunProgress.Run);
            await run.RunCentral();
            if (asked.Draws > someDraws && asked.Until is null)
            {
                await run.Draw(number: someDraws);
                await run.Weigh();
                tell(await run.Tell());
                await run.Draw();
            }
            else
            {
                await run.Draw();
                await run.Weigh();
            }

            tell(await run.Tell());
            await run.Move();
            await run.Explain();
            await run.LookForIdleSettings();
            return await run.Tell();
        });

    /// <summary>Runs, with draws that were made elsewhere.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="made">What the draws come to; null to make them here.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="stop">Interrupts it.</param>
    internal static async Task<RunResult> Running(
        OpenScenario scenario,
        RunRequest request,
        DrawAnswers? made,
        IProgress<RunProgress>? progress,
        CancellationToken stop
    )
    {
        var run = new RunInHand(scenario, request.For(scenario.Scenario), progress, stop);
        progress.Begin(RunProgress.Run);
        await run.Explain();
        await run.RunCentral();
        await run.LookForIdleSettings();
        await run.Draw(made);
        var weighing = await run.Beside(run.Weigh());
        await run.Move();
        await weighing;
        return await run.Tell();
    }

    private static async Task<RunResult> Central(RunInHand run, IProgress<RunProgress>? progress)
    {
        progress.Begin(RunProgress.Run);
        await run.RunCentral();
        return await run.Tell();
    }
}
