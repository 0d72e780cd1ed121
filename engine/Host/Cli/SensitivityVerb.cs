using System.CommandLine;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reporting;
using SystemSim.Studies;

namespace SystemSim.Host;

/// <summary><c>sensitivity</c>: says which uncertain numbers an answer rests on.</summary>
internal sealed class SensitivityVerb(Terminal terminal, Surroundings surroundings, ScenarioDesk desk)
{
    // Stands for no other option; no option can have this name.
    private const string OwnValue = "none";

    /// <summary>Declares the verb.</summary>
    public static Command Declare(VerbRunner runner, CommonOptions common)
    {
        var scenario = new Argument<string>("SCENARIO") { Description = "A scenario file, or a folder that holds a scenario.yaml." };
        var measure = new Option<string>("--measure") { Description = "Measure to look at, such as spend; those of the tidy files.", HelpName = "M", DefaultValueFactory = _ => "spend" };
        var year = new Option<string?>("--year") { Description = "Financial year, such as 2030/31; all years together unless stated.", HelpName = "Y" };
        var option = new Option<string?>("--option") { Description = "Option to look at; may be left out where there is one beside the baseline.", HelpName = "A" };
        var against = new Option<string?>("--against") { Description = "Option that it is held against; 'none' for its own value.  [default: the baseline]", HelpName = "B" };
        var where = new Option<string[]>("--where") { Description = "Look at one part, such as organisation=council; repeatable.", HelpName = "column=name", DefaultValueFactory = _ => [] };
        var command = new Command("sensitivity", "Say which uncertain numbers an answer rests on, the widest first.")
        {
            scenario, measure, year, option, against, where, common.Set, common.Threads,
        };
        command.SetAction((parsed, stop) => runner.Run<SensitivityVerb>(parsed, verb => verb.Run(
            new SensitivityRequest
            {
                Scenario = parsed.GetRequiredValue(scenario),
                Overrides = parsed.GetRequiredValue(common.Set),
                Measure = parsed.GetRequiredValue(measure),
                Year = parsed.GetValue(year),
                Option = parsed.GetValue(option),
                Against = parsed.GetValue(against),
                Where = parsed.GetRequiredValue(where),
                Threads = parsed.GetValue(common.Threads) ?? runner.Cores,
                Json = parsed.GetValue(common.Json),
                Quiet = parsed.GetValue(common.Quiet),
            },
            stop)));
        return command;
    }

    private async Task<ExitCode> Run(SensitivityRequest request, CancellationToken stop)
    {
        var scenario = await desk.ReadSound(request.Scenario, request.Overrides, stop);
        var selection = MeasureChoice.Selection(request.Measure, request.Year, request.Where, scenario.Scenario.Horizon);
        var (option, against) = Sides(scenario, request, MeasureCatalogue.Find(request.Measure)!);
        // Whatever is wrong with the central run is told as 'run' tells it.
        await ScenarioDesk.Run(scenario, [option, against ?? option], bySteps: false, progress: null, stop);
        var progress = new Progress(terminal, surroundings.Clock, request.Quiet);
        var tornado = await Task.Run(() => TornadoStudy.Run(scenario.Scenario, selection, option, against, request.Threads, progress, stop), stop)
            ?? throw Nothing(scenario, selection, option, against);
        if (request.Json)
        {
            terminal.Answer(TornadoJson.Write(tornado));
        }
        else
        {
            terminal.Answer(TornadoText.Write(tornado));
        }

        return ExitCode.Done;
    }

    private static StopException Nothing(OpenScenario scenario, Selection selection, OptionId option, OptionId? against) => new(
        ExitCode.WrongUsage, against is null ? $"{scenario.Argument}: {option} has no {selection.Measure} of this." : $"{scenario.Argument}: neither {against} nor {option} has {selection.Measure} of this.",
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
