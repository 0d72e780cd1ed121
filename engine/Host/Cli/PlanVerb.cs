using System.CommandLine;
using System.Globalization;
using SystemSim.Reporting;
using SystemSim.Runs;

namespace SystemSim.Host;

/// <summary><c>plan</c>: cuts the draws of a scenario into shards, which any process on any machine may draw.</summary>
internal sealed class PlanVerb(Terminal terminal, StudySteps studies)
{
    /// <summary>Declares the verb.</summary>
    public static Command Declare(VerbRunner runner, CommonOptions common)
    {
        var scenario = new Argument<string>("SCENARIO") { Description = "A scenario file, or a folder that holds a scenario.yaml." };
        var to = new Option<string?>("--out")
        {
            Description = "Folder of the study; it must not hold anything.  [default: studies/<scenario>]",
            HelpName = "FOLDER",
        };
        var command = new Command("plan", "Cut the draws of a scenario into shards, for many processes or machines to draw.") { scenario, to };
        foreach (var option in common.OfStudies)
        {
            command.Add(option);
        }

        command.SetAction((parsed, stop) =>
            runner.Run<PlanVerb>(parsed, verb =>
                verb.Run(
                    common.Command(parsed, [parsed.GetRequiredValue(scenario)], runner.Cores),
                    parsed.GetValue(to),
                    parsed.GetValue(common.Shards),
                    stop
                )
            )
        );
        return command;
    }

    private async Task<ExitCode> Run(RunCommand command, string? to, int? shards, CancellationToken stop)
    {
        var folder = await studies.Plan(command, to, shards, workers: 1, goesOn: false, stop);
        var (study, name) = (folder.Study, folder.Name);
        if (command.Json)
        {
            terminal.Answer(JsonText.Write(json =>
            {
                json.WriteStartObject();
                json.WriteString("study", name);
                json.WriteString("hash", study.Hash);
                json.WriteNumber("draws", study.Draws);
                json.WriteNumber("seed", study.Request.Seed!.Value);
                json.WriteNumber("shards", study.Shards);
                json.WriteEndObject();
            }));
            return ExitCode.Done;
        }

        terminal.Answer(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {study.Draws:N0} draws of {study.Name}, seed {study.Request.Seed}, in {Counts.Of(study.Shards, "shard")}."
            )
        );
        terminal.Answer($"Each shard: systemsim draw {name} --shard 1/{study.Shards}, and so on; on any machine with this version, with a copy of {name}.");
        terminal.Answer($"Then: systemsim merge {name}");
        return ExitCode.Done;
    }
}
