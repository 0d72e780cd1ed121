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
        var sensitivity = new SensitivityOptions();
        var command = new Command("plan", "Cut the draws of a scenario into shards, for many processes or machines to draw.") { scenario, to };
        foreach (var option in common.OfStudies)
        {
            command.Add(option);
        }

        sensitivity.AddByDrawsTo(command);
        command.SetAction((parsed, stop) =>
            runner.Run<PlanVerb>(parsed, verb =>
            {
                var asked = common.Command(parsed, [parsed.GetRequiredValue(scenario)], runner.Cores);
                return verb.Run(
                    asked with { Sensitivity = sensitivity.OfStudy(parsed, asked.Request) },
                    parsed.GetValue(to),
                    parsed.GetValue(common.Shards),
                    stop
                );
            })
        );
        return command;
    }

    private async Task<ExitCode> Run(RunCommand command, string? to, int? shards, CancellationToken stop)
    {
        var folder = await studies.Plan(command, to, shards, workers: 1, goesOn: false, stop);
        var (study, question, name) = (folder.Study, folder.Study.Question, folder.Name);
        if (command.Json)
        {
            terminal.Answer(JsonText.Write(json =>
            {
                json.WriteStartObject();
                json.WriteString("study", name);
                json.WriteString("hash", study.Hash);
                json.WriteNumber("draws", question.Draws);
                json.WriteNumber("seed", question.Seed);
                json.WriteNumber("shards", study.Shards);
                json.WriteEndObject();
            }));
            return ExitCode.Done;
        }

        var runs = question.Pieces == question.Draws ? "" : string.Create(CultureInfo.InvariantCulture, $"{question.Pieces:N0} {question.Piece}s for ");
        terminal.Answer(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {runs}{question.Draws:N0} draws of {study.Name}, seed {question.Seed}, in {Counts.Of(study.Shards, "shard")}."
            )
        );
        terminal.Answer($"Each shard: systemsim draw {name} --shard 1/{study.Shards}, and so on; on any machine with this version, with a copy of {name}.");
        terminal.Answer($"Then: systemsim merge {name}");
        return ExitCode.Done;
    }
}
