using System.CommandLine;
using SystemSim.Reporting;

namespace SystemSim.Host;

/// <summary><c>init</c>: makes a folder with a scenario to start from.</summary>
internal sealed class InitVerb(Terminal terminal, Surroundings surroundings)
{
    private const string DefaultFolder = "my-place";

    /// <summary>Declares the verb.</summary>
    public static Command Declare(VerbRunner runner, CommonOptions common)
    {
        var folder = new Argument<string>("FOLDER")
        {
            Description = "The new folder; it must not hold anything.",
            DefaultValueFactory = _ => DefaultFolder,
        };
        var command = new Command("init", "Make a folder with a scenario to start from.") { folder };
        command.SetAction(
            (parsed, stop) =>
                runner.Run<InitVerb>(parsed, verb =>
                    Task.FromResult(verb.Run(parsed.GetRequiredValue(folder), parsed.GetValue(common.Json), stop))
                )
        );
        return command;
    }

    private ExitCode Run(string folder, bool json, CancellationToken stop)
    {
        var files = EmbeddedFiles.NewPlace();
        try
        {
            WholeFolder.Make(surroundings.FullPath(folder), _ => "the folder holds something already. Name a new one.", Fill, stop);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new StopException(ExitCode.Disk, $"{folder}: nothing was made. {failed.Message}");
        }

        if (json)
        {
            terminal.Answer(Told(folder, files.Select(file => file.Name)));
        }
        else
        {
            terminal.Answer($"{folder}: a scenario to start from. Every number in it is made up.");
            terminal.Answer($"Next: systemsim run {folder}");
        }

        return ExitCode.Done;

        void Fill(FolderDraft draft)
        {
            foreach (var (name, bytes) in files)
            {
                draft.Write(name, bytes);
            }
        }
    }

    private static byte[] Told(string folder, IEnumerable<string> files) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("folder", folder);
        json.Texts("files", files);
        json.WriteEndObject();
    });
}
