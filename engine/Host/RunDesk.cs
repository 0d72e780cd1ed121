using System.Collections.Immutable;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reporting;
using SystemSim.Studies;

namespace SystemSim.Host;

/// <summary>Runs a scenario and writes its results folder, for the verbs that do so.</summary>
internal sealed class RunDesk(Terminal terminal, Surroundings surroundings, ScenarioDesk desk, ResultsDesk results, ImageDesk images)
{
    /// <summary>Runs, and writes.</summary>
    /// <param name="verb">The verb that is asked.</param>
    /// <param name="request">What is asked; its first scenario is run.</param>
    /// <param name="stop">Interrupts it.</param>
    /// <exception cref="StopException">It cannot be run, or its results cannot be written.</exception>
    public async Task<FinishedRun> Run(string verb, RunRequest request, CancellationToken stop)
    {
        var times = new StageTimes(surroundings.Clock);
        var scenario = await desk.ReadSound(request.Scenarios[0], request.Overrides, stop, tells: !request.OnlyTidy);
        request = request.For(scenario.Scenario);
        var folder = results.FolderFor(request, scenario.Name);
        var options = ScenarioDesk.Named(scenario, request.Options);
        var told = ScenarioDesk.Told(scenario, request);
        if (request.Images)
        {
            images.Browser();
        }

        times.Note("read");

        // What drives the difference takes runs of its own, which another core makes meanwhile.
        var explaining = request.OnlyTidy ? Task.FromResult<Waterfall?>(null) : Task.Run(() => Explain(scenario, options, told), stop);
        var study = await ScenarioDesk.Run(
            scenario,
            options,
            request.BySteps,
            new Progress(terminal, surroundings.Clock, request.Quiet),
            stop
        );
        times.Note("run");

        var answers = await ScenarioDesk.Tabulate(scenario, study, stop);
        var held = ExpectationCheck.Hold(answers, scenario.Result.Expectations);
        var settings = RunFindings.Settings(scenario, answers, request, stop);
        times.Note("tabulate");

        var draws = await desk.Draw(scenario, request, options, stop);
        var featured = Featured.Of(scenario.Scenario, answers.Options, told);
        var tornado = await desk.Measure(scenario, request, featured, stop);
        var switching = await ScenarioDesk.Turn(scenario, request, tornado, stop);
        if (draws is not null)
        {
            times.Note("draw");
        }

        var waterfall = await explaining.WaitAsync(stop);
        var record = scenario.Record(surroundings, answers.Options, held) with
        {
            Told = told,
            Draws = draws,
            Findings = RunFindings.All(answers, draws, await settings.WaitAsync(stop)),
        };
        var evidence = request.OnlyTidy
            ? null
            : Evidence.Of(
                new EvidenceRequest
                {
                    Version = surroundings.Version,
                    Record = record,
                    Answers = answers,
                    Waterfall = waterfall,
                    Sensitivity = tornado is null ? null : Sensitivity.Of(tornado, switching),
                }
            );
        ImmutableArray<(string, byte[])> drawn = request.Images && evidence is not null ? await images.Draw(evidence.Pictures, stop) : [];
        times.Note("tell");

        results.Write(
            folder, verb, request, [record], [answers], tornado,
            draws is null ? answers.Tables : ScenarioDesk.Finite(scenario, draws.AddTo(scenario.Scenario, answers.Tables)),
            times, stop, evidence, drawn);
        return new FinishedRun(scenario, answers, draws, evidence, held, record.Findings, folder);
    }

    /// <summary>Why the featured option spends more or less than the baseline; null where there is none, or where a run with one driver
    /// switched cannot be made.</summary>
    private static Waterfall? Explain(OpenScenario scenario, IReadOnlyCollection<OptionId>? options, OptionId? told)
    {
        var ran = scenario.Scenario.Options.Where(option =>
            options is null || option.Id == scenario.Scenario.Baseline || options.Contains(option.Id)
        );
        return Featured.Of(scenario.Scenario, ran, told) is { } featured
            ? WaterfallStudy.Run(scenario.Prepared, new Selection { Measure = "spend" }, scenario.Scenario.Baseline, featured).Waterfall
            : null;
    }
}
