using System.Diagnostics;
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
        Report = found switch
        {
            SensitivityResult.Moved of => SensitivityReport.Of(of.Found),
            SensitivityResult.Switched of => SensitivityReport.Of(of.Found),
            SensitivityResult.Gridded of => SensitivityReport.Of(of.Found),
            SensitivityResult.Apportioned of => SensitivityReport.Of(of.Found),
            SensitivityResult.Informed of => SensitivityReport.Of(of.Found),
            SensitivityResult.Placed of => SensitivityReport.Of(of.Found),
            SensitivityResult.Accepted of => SensitivityReport.Of(of.Found, of.Curves),
            _ => throw new UnreachableException(),
        },
    };

    private static async Task<SensitivityResult> Asking(
        OpenScenario scenario, SensitivityRequest request, IProgress<RunProgress>? progress, CancellationToken stop)
    {
        SensitivityChoices.CheckOne(request);
        var selection = SensitivityChoices.Selection(request, scenario.Scenario.Horizon);
        var isOfAll = request.Information || request.Frontier is not null || request.Acceptability is not null;
        var told = progress.Of(RunProgress.Sensitivity);
        var look = isOfAll ? StudyOfAll(scenario, request, selection, told) : StudyOfOne(scenario, request, selection, told);
        // Whatever is wrong with the central run is told as 'run' tells it.
        await RunSteps.Run(scenario, null, bySteps: false, progress: null, stop);
        progress.Begin(RunProgress.Sensitivity);
        return await Task.Run(() => look(stop), stop);
    }

    /// <summary>What is to be done with one number of the answers.</summary>
    private static Func<CancellationToken, SensitivityResult> StudyOfOne(
        OpenScenario scenario, SensitivityRequest request, Selection selection, IProgress<double>? progress)
    {
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

        if (request.Sobol)
        {
            var draws = SensitivityChoices.Draws(scenario, request, usual: 1_024, SobolStudy.MostDrawsOf(scenario.Scenario));
            return stop =>
            {
                var found = There(SobolStudy.Run(scenario.Prepared, selection, option, against, draws, progress, stop));
                SensitivityChoices.CheckLeft(scenario, found.Count);
                return new SensitivityResult.Apportioned(found);
            };
        }

        return stop => new SensitivityResult.Moved(
            There(TornadoStudy.Run(scenario.Prepared, selection, option, against, request.Threads, progress, stop))
        );

        T There<T>(T? found)
            where T : class =>
            found ?? throw SensitivityChoices.Nothing(scenario, MeasureCatalogue.Find(request.Measure)!, option, against);
    }

    /// <summary>What is to be done with all options together, by cost and effect.</summary>
    private static Func<CancellationToken, SensitivityResult> StudyOfAll(
        OpenScenario scenario, SensitivityRequest request, Selection cost, IProgress<double>? progress)
    {
        var known = scenario.Scenario;
        var most = DrawStudy.MostDrawsOf(known);
        SensitivityChoices.CheckOwn(cost.Measure);
        if (request.Information)
        {
            var draws = SensitivityChoices.Draws(scenario, request, usual: 4_096, most);
            var worth = request.Effect is { } counted
                ? (SensitivityChoices.Effect(counted, request, known.Horizon), SensitivityChoices.OneWorth(request))
                : ((Selection, double)?)null;
            return stop =>
            {
                var found = There(CostEffectStudy.Inform(scenario.Prepared, cost, worth, draws, progress, stop));
                SensitivityChoices.CheckLeft(scenario, found.Draws.Count);
                return new SensitivityResult.Informed(found);
            };
        }

        var effect = SensitivityChoices.Effect(request.Frontier ?? request.Acceptability!, request, known.Horizon);
        var asked = SensitivityChoices.Draws(scenario, request, usual: 1_000, most);
        return stop =>
        {
            var found = There(CostEffectStudy.Run(scenario.Prepared, cost, effect, asked, progress, stop));
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
        };

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

/// <summary>What came of asking what an answer rests on: one form for each question.</summary>
public abstract record SensitivityResult
{
    private SensitivityResult()
    {
    }

    /// <summary>What each number does alone.</summary>
    /// <param name="Found">What was found.</param>
    public sealed record Moved(Tornado Found) : SensitivityResult;

    /// <summary>Where one number turns the answer.</summary>
    /// <param name="Found">What was found.</param>
    public sealed record Switched(SwitchingValue Found) : SensitivityResult;

    /// <summary>What two numbers do together.</summary>
    /// <param name="Found">What was found.</param>
    public sealed record Gridded(SensitivityGrid Found) : SensitivityResult;

    /// <summary>Which numbers have what share of the variance.</summary>
    /// <param name="Found">What was found.</param>
    public sealed record Apportioned(SobolIndices Found) : SensitivityResult;

    /// <summary>What it is worth to know numbers before choosing.</summary>
    /// <param name="Found">What was found.</param>
    public sealed record Informed(Information Found) : SensitivityResult;

    /// <summary>Where options stand by cost and effect.</summary>
    /// <param name="Found">What was found.</param>
    public sealed record Placed(CostEffects Found) : SensitivityResult;

    /// <summary>How likely each option is the best.</summary>
    /// <param name="Found">Costs and effects.</param>
    /// <param name="Curves">The chances, by what a unit of effect is worth.</param>
    public sealed record Accepted(CostEffects Found, Acceptability Curves) : SensitivityResult;
}
