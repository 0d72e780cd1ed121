using System.CommandLine;

namespace SystemSim.Host;

/// <summary><c>merge</c>: puts the shards of a study together, and leaves the results folder that one process would have left.</summary>
internal sealed class MergeVerb(StudySteps studies)
{
    /// <summary>Declares the verb.</summary>
    public static Command Declare(VerbRunner runner, CommonOptions common)
    {
        var study = new Argument<string>("STUDY") { Description = "A folder that 'systemsim plan' has made." };
        var files = new Argument<string[]>("FILES")
        {
            Description = "Its shards.  [default: those in its own folder]",
            DefaultValueFactory = _ => [],
        };
        var command = new Command("merge", "Put the shards of a study together: what one process would have told and left, to the byte.")
        {
            study,
            files,
            common.Out,
            common.Threads,
        };
        command.SetAction((parsed, stop) =>
            runner.Run<MergeVerb>(parsed, verb =>
                verb.Run(
                    parsed.GetRequiredValue(study),
                    parsed.GetRequiredValue(files),
                    parsed.GetValue(common.Out),
                    parsed.GetValue(common.Threads) ?? runner.Cores,
                    parsed.GetValue(common.Json),
                    parsed.GetValue(common.Quiet),
                    stop
                )
            )
        );
        return command;
    }

    private async Task<ExitCode> Run(
        string study,
        string[] files,
        string? to,
        int threads,
        bool asJson,
        bool isQuiet,
        CancellationToken stop
    )
    {
        var folder = studies.Read(study);
        var shards = files.Length > 0 ? studies.Files(files) : folder.Drawn();
        return await studies.Tell(folder, shards, folder.Study.Name, to, threads, asJson, isQuiet, stop);
    }
}
