using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reporting;
using SystemSim.Studies;

namespace SystemSim.Runs;

/// <summary>Says which uncertain numbers an answer rests on, and what they would have to be for it to turn: what <c>sensitivity</c>
/// asks.</summary>
public static class AskSensitivity
{
    /// <summary>Looks whether things are asked that do not go together.</summary>
    /// <param name="request">What is asked.</param>
    /// <returns>Why it cannot be asked; null when nothing is known against it.</returns>
    public static RunFailure? Refusal(SensitivityRequest request)
    {
        try
        {
            SensitivityChoices.CheckOne(request);
            return null;
        }
        catch (RefusedException refused)
        {
            return refused.Failure;
        }
    }

    /// <summary>Asks.</summary>
    /// <param name="scenario">The scenario, with which nothing is wrong.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="progress">Told how far it is, by any thread.</param>
    /// <param name="stop">Interrupts it.</param>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public static Task<Outcome<SensitivityResult>> Run(
        OpenScenario scenario, SensitivityRequest request, IProgress<RunProgress>? progress = null, CancellationToken stop = default) =>
        Outcome.Of(() => Asking(scenario, request, progress, stop));

    /// <summary>What was found as a folder: a page, a workbook with the sheet of which numbers matter, and files of data.</summary>
    /// <param name="scenario">The scenario that was asked of.</param>
    /// <param name="found">What was found.</param>
    public static ResultsFolder Folder(OpenScenario scenario, SensitivityResult found) => new()
    {
        Run = new RunRecord
        {
            Version = EngineVersion.Text,
            Scenarios = [scenario.Record(scenario.Scenario.Options, [])],
            BySteps = false,
        },
        Tables = [],
        Timings = null,
        Report = found.Report,
    };

    /// <summary>Looks what is worked out by draws: as runs of points, which may be shared out.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="request">What is asked.</param>
    /// <returns>What plans the study, once the central run is known to be sound.</returns>
    /// <exception cref="RefusedException">It cannot be asked of this scenario.</exception>
    internal static Func<PointStudy<SensitivityResult>> ByDraws(OpenScenario scenario, SensitivityRequest request)
    {
        var selection = SensitivityChoices.Selection(request, scenario.Scenario.Horizon);
        return request.Sobol ? Apportioned(scenario, request, selection) : StudyOfAll(scenario, request, selection);
    }

    private static async Task<SensitivityResult> Asking(
        OpenScenario scenario, SensitivityRequest request, IProgress<RunProgress>? progress, CancellationToken stop)
    {
        SensitivityChoices.CheckOne(request);
        var told = progress.Of(RunProgress.Sensitivity);
        var look = request.IsByDraws ? Whole(ByDraws(scenario, request)) : StudyOfOne(scenario, request, told);
        // Whatever is wrong with the central run is told as 'run' tells it.
        await RunSteps.Run(scenario, null, bySteps: false, progress: null, stop);
        progress.Begin(RunProgress.Sensitivity);
        return await Task.Run(() => look(stop), stop);

        Func<CancellationToken, SensitivityResult> Whole(Func<PointStudy<SensitivityResult>> plan) => halt => plan().Run(told, halt);
    }

    /// <summary>What is to be done with one number of the answers.</summary>
    private static Func<CancellationToken, SensitivityResult> StudyOfOne(
        OpenScenario scenario, SensitivityRequest request, IProgress<double>? progress)
    {
        var selection = SensitivityChoices.Selection(request, scenario.Scenario.Horizon);
        var (option, against) = SensitivityChoices.Sides(scenario, request, MeasureCatalogue.Find(request.Measure)!);
        if (request.Switch is { } quantity)
        {
            foreach (var name in quantity.Split(','))
            {
                SensitivityChoices.CheckNumber(scenario, name.Trim());
            }

            return stop => new SensitivityResult.Switched(
                There(SwitchingStudy.Run(scenario.Prepared, selection, option, against, quantity, request.Between, stop))
            );
        }

        if (request.IsGrid)
        {
            var (down, along) = SensitivityChoices.Two(scenario, request);
            return stop => new SensitivityResult.Gridded(
                There(GridStudy.Run(scenario.Prepared, selection, option, against, down, along, stop))
            );
        }

        return stop => new SensitivityResult.Moved(
            There(TornadoStudy.Run(scenario.Prepared, selection, option, against, request.Threads, progress, stop))
        );

        T There<T>(T? found)
            where T : class =>
            found ?? throw SensitivityChoices.Nothing(scenario, MeasureCatalogue.Find(request.Measure)!, option, against);
    }

    /// <summary>How the variance of one number of the answers is shared out.</summary>
    private static Func<PointStudy<SensitivityResult>> Apportioned(OpenScenario scenario, SensitivityRequest request, Selection selection)
    {
        var measure = MeasureCatalogue.Find(request.Measure)!;
        var (option, against) = SensitivityChoices.Sides(scenario, request, measure);
        var draws = SensitivityChoices.Draws(scenario, request);
        return () =>
        {
            var study = SobolStudy.Plan(scenario.Prepared, selection, option, against, draws);
            return (study ?? throw SensitivityChoices.Nothing(scenario, measure, option, against)).Select(Told);
        };

        SensitivityResult Told(SobolIndices found)
        {
            SensitivityChoices.CheckLeft(scenario, found.Count);
            return new SensitivityResult.Apportioned(found);
        }
    }

    /// <summary>What is to be done with all options together, by cost and effect.</summary>
    private static Func<PointStudy<SensitivityResult>> StudyOfAll(OpenScenario scenario, SensitivityRequest request, Selection cost)
    {
        var known = scenario.Scenario;
        SensitivityChoices.CheckOwn(cost.Measure);
        var draws = SensitivityChoices.Draws(scenario, request);
        if (request.Information)
        {
            var worth = request.Effect is { } counted
                ? (SensitivityChoices.Effect(counted, request, known.Horizon), SensitivityChoices.OneWorth(request))
                : ((Selection, double)?)null;
            return () => There(CostEffectStudy.PlanInformation(scenario.Prepared, cost, worth, draws)).Select(Informed);
        }

        var effect = SensitivityChoices.Effect(request.Frontier ?? request.Acceptability!, request, known.Horizon);
        return () => There(CostEffectStudy.Plan(scenario.Prepared, cost, effect, draws)).Select(Told);

        SensitivityResult Informed(Information found)
        {
            SensitivityChoices.CheckLeft(scenario, found.Draws.Count);
            return new SensitivityResult.Informed(found);
        }

        SensitivityResult Told(CostEffects found)
        {
            SensitivityChoices.CheckLeft(scenario, found.Count, hasCentral: request.Frontier is not null);
            if (request.Frontier is not null)
            {
                return new SensitivityResult.Placed(found);
            }

            var curves = Acceptability.Of(
                [.. found.Options.Select(option => option.Name)],
                found.Costs,
                found.Effects,
                request.Worth.Count > 0 ? [.. request.Worth] : Acceptability.UsualWorths
            );
            return new SensitivityResult.Accepted(found, curves);
        }

        T There<T>(T? found)
            where T : class =>
            found
            ?? throw MeasureChoice.Nothing(
                scenario,
                $"not every option has both {cost.Measure} and what is to come of it",
                [cost.Measure, .. new[] { request.Effect, request.Frontier, request.Acceptability }.OfType<string>()]
            );
    }
}
