using System.CommandLine;
using SystemSim.Reporting;
using SystemSim.Runs;

namespace SystemSim.Host;

/// <summary><c>explain</c>: says why two options differ in one number, driver by driver.</summary>
internal sealed class ExplainVerb(Terminal terminal, HostEnvironment environment, ScenarioArguments scenarios)
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
            parsed.GetRequiredValue(scenario),
            parsed.GetRequiredValue(common.Set),
            new ExplainRequest
            {
                Measure = parsed.GetRequiredValue(measure),
                Year = parsed.GetValue(year),
                Option = parsed.GetValue(option),
                Against = parsed.GetValue(against),
                Where = parsed.GetRequiredValue(where),
                Threads = runner.Cores,
            },
            parsed.GetValue(common.Json),
            parsed.GetValue(common.Quiet),
            stop)));
        return command;
    }

    private async Task<ExitCode> Run(
        string argument, IReadOnlyList<string> overrides, ExplainRequest request, bool json, bool isQuiet, CancellationToken stop)
    {
        var progress = new Progress(terminal, environment.Clock, isQuiet);
        var scenario = await scenarios.ReadSound(argument, overrides, stop);
        var waterfall = (await ExplainDifference.Run(scenario, request, progress, stop)).OrStop(terminal);
        if (json)
        {
            terminal.Answer(WaterfallJson.Write(waterfall));
        }
        else
        {
            terminal.Answer(WaterfallText.Write(waterfall));
        }

        return ExitCode.Done;
    }
}
