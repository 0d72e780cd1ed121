using System.CommandLine;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reporting;
using SystemSim.Studies;

namespace SystemSim.Host;

/// <summary><c>explain</c>: says why two options differ in one number, driver by driver.</summary>
internal sealed class ExplainVerb(Terminal terminal, Surroundings surroundings, ScenarioDesk desk)
{
    /// <summary>Declares the verb.</summary>
    public static Command Declare(VerbRunner runner, CommonOptions common)
    {
        var scenario = new Argument<string>("SCENARIO") { Description = "A scenario file, or a folder that holds a scenario.yaml." };
        var measure = new Option<string>("--measure")
        {
            Description = "Measure to explain, such as spend; those of the tidy files.",
            HelpName = "M",
            Required = true,
        };
        var year = new Option<string?>("--year")
        {
            Description = "Financial year, such as 2030/31; all years together unless stated.",
            HelpName = "Y",
        };
        var option = new Option<string?>("--option")
        {
            Description = "Option to explain; may be left out where there is one beside the baseline.",
            HelpName = "A",
        };
        var against = new Option<string?>("--against")
        {
            Description = "Option that it is held against.  [default: the baseline]",
            HelpName = "B",
        };
        var where = new Option<string[]>("--where")
        {
            Description = "Explain one part, such as organisation=council; repeatable.",
            HelpName = "column=name",
            DefaultValueFactory = _ => [],
        };
        var command = new Command("explain", "Say why two options differ in one number, driver by driver.")
        {
            scenario,
            measure,
            year,
            option,
            against,
            where,
            common.Set,
            common.Root,
        };
        command.SetAction((parsed, stop) => runner.Run<ExplainVerb>(parsed, verb => verb.Run(
            new ExplainRequest
            {
                Scenario = parsed.GetRequiredValue(scenario),
                Overrides = parsed.GetRequiredValue(common.Set),
                Measure = parsed.GetRequiredValue(measure),
                Year = parsed.GetValue(year),
                Option = parsed.GetValue(option),
                Against = parsed.GetValue(against),
                Where = parsed.GetRequiredValue(where),
                Json = parsed.GetValue(common.Json),
                Quiet = parsed.GetValue(common.Quiet),
            },
            stop)));
        return command;
    }

    private async Task<ExitCode> Run(ExplainRequest request, CancellationToken stop)
    {
        var scenario = await desk.ReadSound(request.Scenario, request.Overrides, stop);
        var selection = MeasureChoice.Selection(request.Measure, request.Year, request.Where, scenario.Scenario.Horizon);
        var (option, against) = MeasureChoice.Sides(scenario, request.Option, request.Against, "explain");
        var progress = new Progress(terminal, surroundings.Clock, request.Quiet);
        var study = await Task.Run(() => WaterfallStudy.Run(scenario.Prepared, selection, against, option, progress), stop).WaitAsync(stop);
        ScenarioDesk.StopIfBroken(scenario, study.Broken);
        if (study.Waterfall is not { } waterfall)
        {
            throw NoWay(scenario, MeasureChoice.Measure(request.Measure), option, against);
        }

        if (request.Json)
        {
            terminal.Answer(WaterfallJson.Write(waterfall));
        }
        else
        {
            terminal.Answer(WaterfallText.Write(waterfall));
        }

        return ExitCode.Done;
    }

    /// <summary>What to say where there is nothing to explain; from a ratio or a limit that is not there, there is no way.</summary>
    private static StopException NoWay(OpenScenario scenario, MeasureEntry measure, OptionId option, OptionId against)
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
        return new StopException(ExitCode.WrongUsage, $"{scenario.Argument}: {sentence}", hint);
    }
}
