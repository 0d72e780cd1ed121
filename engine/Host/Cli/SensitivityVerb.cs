using System.Collections.Immutable;
using System.CommandLine;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reporting;
using SystemSim.Studies;

namespace SystemSim.Host;

/// <summary><c>sensitivity</c>: says which uncertain numbers an answer rests on, and what they would have to be for it to turn.</summary>
internal sealed class SensitivityVerb(Terminal terminal, Surroundings surroundings, ScenarioDesk desk)
{
    /// <summary>Declares the verb.</summary>
    public static Command Declare(VerbRunner runner, CommonOptions common)
    {
        var asked = new SensitivityOptions();
        var command = new Command("sensitivity", "Say which uncertain numbers an answer rests on, and where it would turn.");
        asked.AddTo(command, common);
        command.SetAction(
            (parsed, stop) => runner.Run<SensitivityVerb>(parsed, verb => verb.Run(asked.Request(parsed, common, runner.Cores), stop))
        );
        return command;
    }

    private async Task<ExitCode> Run(SensitivityRequest request, CancellationToken stop)
    {
        SensitivityChoices.CheckOne(request);
        var scenario = await desk.ReadSound(request.Scenario, request.Overrides, stop);
        var selection = SensitivityChoices.Selection(request, scenario.Scenario.Horizon);
        var isOfAll = request.Information || request.Frontier is not null || request.Acceptability is not null;
        var look = isOfAll ? LookAtAll(scenario, request, selection) : LookAtOne(scenario, request, selection);
        // Whatever is wrong with the central run is told as 'run' tells it.
        await ScenarioDesk.Run(scenario, null, bySteps: false, progress: null, stop);
        await Task.Run(() => look(stop), stop);
        if (!request.Json)
        {
            terminal.Answer(ChanceText.LeftOut(scenario.Scenario.Drawing));
        }

        return ExitCode.Done;
    }

    /// <summary>What is to be done with one number of the answers.</summary>
    private Action<CancellationToken> LookAtOne(OpenScenario scenario, SensitivityRequest request, Selection selection)
    {
        var (option, against) = SensitivityChoices.Sides(scenario, request, MeasureCatalogue.Find(request.Measure)!);
        var known = scenario.Scenario;
        if (request.Switch is { } quantity)
        {
            SensitivityChoices.CheckNumber(scenario, quantity);
            return stop =>
                Answer(
                    request,
                    SwitchingJson.Write,
                    SwitchingText.Write,
                    There(SwitchingStudy.Run(scenario.Prepared, selection, option, against, quantity, request.Between, stop))
                );
        }

        if (request.IsGrid)
        {
            var (down, along) = SensitivityChoices.Two(scenario, request);
            return stop =>
                Answer(
                    request,
                    GridJson.Write,
                    GridText.Write,
                    There(GridStudy.Run(scenario.Prepared, selection, option, against, down, along, stop))
                );
        }

        if (request.Sobol)
        {
            var draws = SensitivityChoices.Draws(scenario, request, usual: 1_024, SobolStudy.MostDrawsOf(known));
            return stop =>
            {
                var found = There(SobolStudy.Run(scenario.Prepared, selection, option, against, draws, ProgressOf(request), stop));
                SensitivityChoices.CheckLeft(scenario, found.Count);
                Answer(request, SobolJson.Write, SobolText.Write, found);
            };
        }

        return stop =>
            Answer(
                request,
                TornadoJson.Write,
                TornadoText.Write,
                There(TornadoStudy.Run(scenario.Prepared, selection, option, against, request.Threads, ProgressOf(request), stop))
            );

        T There<T>(T? found)
            where T : class =>
            found ?? throw SensitivityChoices.Nothing(scenario, MeasureCatalogue.Find(request.Measure)!, option, against);
    }

    /// <summary>What is to be done with all options together, by cost and effect.</summary>
    private Action<CancellationToken> LookAtAll(OpenScenario scenario, SensitivityRequest request, Selection cost)
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
                var found = There(CostEffectStudy.Inform(scenario.Prepared, cost, worth, draws, ProgressOf(request), stop));
                SensitivityChoices.CheckLeft(scenario, found.Draws.Count);
                Answer(request, InformationJson.Write, InformationText.Write, found);
            };
        }

        var effect = SensitivityChoices.Effect(request.Frontier ?? request.Acceptability!, request, known.Horizon);
        var asked = SensitivityChoices.Draws(scenario, request, usual: 1_000, most);
        return stop =>
        {
            var found = There(CostEffectStudy.Run(scenario.Prepared, cost, effect, asked, ProgressOf(request), stop));
            SensitivityChoices.CheckLeft(scenario, found.Count, hasCentral: request.Frontier is not null);
            if (request.Frontier is not null)
            {
                Answer(request, CostEffectJson.WriteFrontier, FrontierText.Write, found);
                return;
            }

            var curves = Acceptability.Of(
                [.. found.Options.Select(option => option.Name)],
                found.Costs,
                found.Effects,
                request.Worth.Count > 0 ? [.. request.Worth] : Acceptability.UsualWorths
            );
            Answer(request, of => CostEffectJson.WriteAcceptability(found, of), of => AcceptabilityText.Write(found, of), curves);
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

    private Progress ProgressOf(SensitivityRequest request) => new(terminal, surroundings.Clock, request.Quiet);

    private void Answer<T>(SensitivityRequest request, Func<T, byte[]> json, Func<T, ImmutableArray<TextLine>> text, T found)
    {
        if (request.Json)
        {
            terminal.Answer(json(found));
        }
        else
        {
            terminal.Answer(text(found));
        }
    }
}
