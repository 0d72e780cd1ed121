using System.CommandLine;
using SystemSim.OnsTables;
using SystemSim.Places;
using SystemSim.Reading;
using SystemSim.Reporting;

namespace SystemSim.Host;

/// <summary><c>init</c>: makes a folder with a scenario to start from.</summary>
internal sealed class InitVerb(Terminal terminal, HostEnvironment environment)
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
        var place = new Option<string>("--place")
        {
            Description = "A council of England: its starter model, from official figures. 'systemsim places' lists them.",
            HelpName = "COUNCIL",
        };
        var people = new Option<string>("--people")
        {
            Description = "With --place: people from a table of the ONS's, CSV or workbook, in the place of those that the program carries.",
            HelpName = "FILE",
        };
        var command = new Command("init", "Make a folder with a scenario to start from.") { folder, place, people };
        command.SetAction(
            (parsed, stop) =>
                runner.Run<InitVerb>(parsed, verb =>
                    Task.FromResult(
                        verb.Run(
                            parsed.GetRequiredValue(folder),
                            verb.Council(parsed.GetValue(place), parsed.GetValue(people)),
                            parsed.GetValue(common.Json),
                            stop
                        )
                    )
                )
        );
        return command;
    }

    private ExitCode Run(string folder, Council? council, bool json, CancellationToken stop)
    {
        var files = council is null ? EmbeddedFiles.NewPlace() : [.. Starters.Of(council, "shared/"), .. EmbeddedFiles.SharedFiles()];
        try
        {
            WholeFolder.Make(environment.FullPath(folder), _ => "the folder holds something already. Name a new one.", Fill, stop);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new UserError(ExitCode.Disk, $"{folder}: nothing was made. {failed.Message}");
        }

        if (json)
        {
            terminal.Answer(Told(folder, files.Select(file => file.Name)));
        }
        else
        {
            terminal.Answer(
                council is null
                    ? $"{folder}: a scenario to start from. Every number in it is made up."
                    : $"{folder}: a starter model of {council.ShortName}. README.md says what is published, derived and assumed."
            );
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

    /// <summary>The council that somebody named, with its people from a file where one is named; null for the template.</summary>
    private Council? Council(string? place, string? people)
    {
        var council = place is null ? null : Found(place);
        if (people is null)
        {
            return council;
        }

        if (council is null)
        {
            throw new UserError(ExitCode.WrongUsage, "--people says who lives in a council.", "add --place COUNCIL.");
        }

        try
        {
            return OnsPeople.In(council, Path.GetFileName(people), File.ReadAllBytes(environment.FullPath(people)));
        }
        catch (OnsTableException wrong)
        {
            throw new UserError(ExitCode.WrongScenario, $"--people {Path.GetFileName(people)}: {wrong.Message}");
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new UserError(ExitCode.Disk, $"--people {people}: the file cannot be opened. {failed.Message}");
        }
    }

    private static Council Found(string place)
    {
        var (found, why) = Councils.Find(place);
        var near = Nearest.Several(place.ToLowerInvariant(), Councils.Names.Select(name => name.ToLowerInvariant())).ToArray();
        return found
            ?? throw new UserError(
                ExitCode.WrongUsage,
                $"--place {place}: {why ?? "there is no council of that name that pays for social care in England."}",
                why is not null || near.Length == 0
                    ? "'systemsim places' lists them."
                    : $"did you mean {string.Join(" or ", near.Take(3).Select(Councils.AsWritten))}? 'systemsim places' lists them."
            );
    }

    private static byte[] Told(string folder, IEnumerable<string> files) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("folder", folder);
        json.Texts("files", files);
        json.WriteEndObject();
    });
}
