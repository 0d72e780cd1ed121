using System.CommandLine;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reporting;
using SystemSim.Studies;

namespace SystemSim.Host;

/// <summary><c>sensitivity</c>: says which uncertain numbers an answer rests on, and what they would have to be for it to turn.</summary>
internal sealed class SensitivityVerb(Terminal terminal, Surroundings surroundings, ScenarioDesk desk)
{
    // Stands for no other option; no option can have this name.
    private const string OwnValue = "none";

    /// <summary>Declares the verb.</summary>
    public static Command Declare(VerbRunner runner, CommonOptions common)
    {
        var asked = new SensitivityOptions();
        var command = new Command("sensitivity", "Say which uncertain numbers an answer rests on, and where it would turn.");
        asked.AddTo(command, common);
        command.SetAction((parsed, stop) => runner.Run<SensitivityVerb>(parsed, verb => verb.Run(asked.Request(parsed, common, runner.Cores), stop)));
        return command;
    }

    private async Task<ExitCode> Run(SensitivityRequest request, CancellationToken stop)
    {
        var scenario = await desk.ReadSound(request.Scenario, request.Overrides, stop);
        var selection = SelectionOf(request, scenario.Scenario.Horizon);
        var (option, against) = Sides(scenario, request, MeasureCatalogue.Find(request.Measure)!);
        // Whatever is wrong with the central run is told as 'run' tells it.
        await ScenarioDesk.Run(scenario, [option, against ?? option], bySteps: false, progress: null, stop);
        var progress = new Progress(terminal, surroundings.Clock, request.Quiet);
        if (request.Switch is { } quantity)
        {
            CheckNumber(scenario, quantity);
            var found = await Task.Run(() => SwitchingStudy.Run(scenario.Scenario, selection, option, against, quantity, request.Between, stop), stop)
                ?? throw Nothing(scenario, selection, option, against);
            Answer(request, SwitchingJson.Write, SwitchingText.Write, found);
        }
        else
        {
            var found = await Task.Run(() => TornadoStudy.Run(scenario.Scenario, selection, option, against, request.Threads, progress, stop), stop)
                ?? throw Nothing(scenario, selection, option, against);
            Answer(request, TornadoJson.Write, TornadoText.Write, found);
        }

        return ExitCode.Done;
    }

    private void Answer<T>(SensitivityRequest request, Func<T, byte[]> json, Func<T, System.Collections.Immutable.ImmutableArray<TextLine>> text, T found)
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

    private static Selection SelectionOf(SensitivityRequest request, Horizon horizon)
    {
        if (request.By is { } by && request.Year is not null)
        {
            throw MeasureChoice.Wrong($"--year takes one year alone, and --by {by} adds up all years up to it.", "use one of them.");
        }

        var selection = MeasureChoice.Selection(request.Measure, request.Year, request.Where, horizon);
        return request.By is { } last ? selection with { UpTo = MeasureChoice.Year(last, horizon) } : selection;
    }

    private static void CheckNumber(OpenScenario scenario, string name)
    {
        string[] known = [.. scenario.Scenario.Factors.Select(factor => factor.Value.Name).Concat(scenario.Scenario.Numbers.Select(number => number.Name)).Distinct()];
        if (known.Contains(name))
        {
            return;
        }

        string[] below = [.. known.Where(path => path.StartsWith($"{name}.", StringComparison.Ordinal))];
        throw new StopException(
            ExitCode.WrongUsage,
            $"{scenario.Argument}: there is no number '{name}'.",
            below.Length > 0 ? $"numbers below it: {string.Join(", ", below)}."
                : Nearest.To(name, known) is { } nearest ? $"did you mean '{nearest}'?"
                : "a number is named by its path, as in --set; 'systemsim check --draws' lists those that are uncertain.");
    }

    private static StopException Nothing(OpenScenario scenario, Selection selection, OptionId option, OptionId? against) => new(
        ExitCode.WrongUsage,
        against is null ? $"{scenario.Argument}: {option} has no {selection.Measure} of this." : $"{scenario.Argument}: neither {against} nor {option} has {selection.Measure} of this.",
        "the tidy files of 'systemsim run' say what there is.");

    private static (OptionId Option, OptionId? Against) Sides(OpenScenario scenario, SensitivityRequest request, MeasureEntry measure)
    {
        if (request.Against != OwnValue && scenario.Scenario.Options.Length > 1 && request.Option != scenario.Scenario.Baseline.Name)
        {
            return MeasureChoice.Sides(scenario, request.Option, request.Against, "look at");
        }

        return measure.IsDifference
            ? throw MeasureChoice.Wrong($"'{measure.Name}' is there only as a difference from another option.", "add --option and --against.")
            : (MeasureChoice.Sides(scenario, request.Option ?? scenario.Scenario.Baseline.Name, null, "look at").Option, null);
    }
}
