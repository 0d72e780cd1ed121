using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Studies;

namespace SystemSim.Runs;

/// <summary>Says why two options differ in one number, driver by driver: what <c>explain</c> asks.</summary>
public static class ExplainDifference
{
    /// <summary>Explains.</summary>
    /// <param name="scenario">The scenario, with which nothing is wrong.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="progress">Told how far it is, by any thread.</param>
    /// <param name="stop">Interrupts it.</param>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public static Task<Outcome<Waterfall>> Run(
        OpenScenario scenario, ExplainRequest request, IProgress<RunProgress>? progress = null, CancellationToken stop = default) =>
        Outcome.Of(() => Explaining(scenario, request, progress, stop));

    private static async Task<Waterfall> Explaining(
        OpenScenario scenario, ExplainRequest request, IProgress<RunProgress>? progress, CancellationToken stop)
    {
        var selection = MeasureChoice.Selection(request.Measure, request.Year, request.Where, scenario.Scenario.Horizon);
        var (option, against) = MeasureChoice.Sides(scenario, request.Option, request.Against, "explain");
        progress.Begin(RunProgress.Run);
        var told = progress.Of(RunProgress.Run);
        var study = await Task.Run(
                () => WaterfallStudy.Run(scenario.Prepared, selection, against, option, told, request.Threads, stop),
                stop
            )
            .WaitAsync(stop);
        RunSteps.StopIfBroken(scenario, study.Broken);
        return study.Waterfall ?? throw NoWay(scenario, MeasureChoice.Measure(request.Measure), option, against);
    }

    /// <summary>What to say where there is nothing to explain; from a ratio or a limit that is not there, there is no way.</summary>
    private static RefusedException NoWay(OpenScenario scenario, MeasureEntry measure, OptionId option, OptionId against)
    {
        if (!measure.IsUnknownWhereAbsent || Unstated.Of(scenario.Scenario, measure.Name) is not null)
        {
            return MeasureChoice.Nothing(scenario, $"neither {against} nor {option} has {measure.Name}", measure.Name);
        }

        var (sentence, hint) = measure switch
        {
            { IsDifference: true } => (
                $"{measure.Name} is held against {scenario.Scenario.Baseline}, which has none itself: from what is not there, there is no way to what is.",
                "'systemsim sensitivity' moves it, and a present value can be explained."),
            _ => (
                $"not every option on the way from {against} to {option} has {measure.Name} of this: from what is not there, there is no way to what is.",
                "the tidy files of 'systemsim run' say what there is."),
        };
        return RefusedException.Question(sentence, hint, scenario.Named);
    }
}
