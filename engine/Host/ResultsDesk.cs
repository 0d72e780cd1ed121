using System.Collections.Immutable;
using SystemSim.Analysis;
using SystemSim.Reporting;

namespace SystemSim.Host;

/// <summary>Writes results folders for the verbs.</summary>
internal sealed class ResultsDesk(Surroundings surroundings)
{
    private const string DefaultFolder = "results";

    /// <summary>Finds the folder for results, and refuses one that may not be written before the work is done.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="name">Short name of what is run.</param>
    /// <exception cref="StopException">Something else stands there.</exception>
    public PlaceForResults FolderFor(RunRequest request, string name)
    {
        var shown = request.Out ?? $"{DefaultFolder}/{name}";
        if (shown.Length == 0)
        {
            throw new StopException(ExitCode.WrongUsage, "--out takes the name of a folder.");
        }

        var place = new PlaceForResults(shown, surroundings.FullPath(shown));
        Guarded(place, () => ResultsFolder.CheckPlace(place.FullPath));
        return place;
    }

    /// <summary>Writes the folder.</summary>
    /// <param name="place">Where.</param>
    /// <param name="verb">The verb that was asked.</param>
    /// <param name="request">What was asked of it.</param>
    /// <param name="scenarios">What was run.</param>
    /// <param name="answers">[scenario] answers of the central runs.</param>
    /// <param name="tornado">What each uncertain number does to the headline; null where that was not measured.</param>
    /// <param name="tables">Tidy tables.</param>
    /// <param name="times">How long everything took.</param>
    /// <param name="stop">Interrupts the writing.</param>
    /// <param name="evidence">What the run shows; null for no pages and charts.</param>
    /// <param name="images">Charts as images.</param>
    /// <exception cref="StopException">It cannot be written; nothing of it is left.</exception>
    public void Write(
        PlaceForResults place,
        string verb,
        RunRequest request,
        ImmutableArray<ScenarioRecord> scenarios,
        ImmutableArray<Answers> answers,
        Tornado? tornado,
        ImmutableArray<Table> tables,
        StageTimes times,
        CancellationToken stop,
        Evidence? evidence = null,
        ImmutableArray<(string Name, byte[] Bytes)>? images = null
    )
    {
        var timings = new TimingsRecord
        {
            Started = times.Started,
            Stages = times.Stages,
            Threads = request.Threads,
            Machine = surroundings.Machine,
        };
        var folder = new ResultsFolder
        {
            Run = new RunRecord { Version = surroundings.Version, Scenarios = scenarios, BySteps = request.BySteps },
            Tables = tables,
            Kept = scenarios[0].Draws?.Kept,
            Answers = request.OnlyTidy ? [] : answers,
            Tornado = tornado,
            Command = request.OnlyTidy ? null : new CommandRecord(verb, request.Words(scenarios[0].Draws?.Seed)),
            Timings = request.OnlyTidy ? null : timings,
            Evidence = evidence,
            HasClaims = request.Claims,
            Images = images ?? [],
        };
        Guarded(place, () => folder.Write(place.FullPath, stop));
    }

    private static void Guarded(PlaceForResults place, Action act)
    {
        try
        {
            act();
        }
        catch (FolderRefusedException refused)
        {
            throw new StopException(ExitCode.Disk, $"{place.Name}: {refused.Message}");
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new StopException(ExitCode.Disk, $"{place.Name}: the folder cannot be written, and is left as it was. {failed.Message}");
        }
    }
}
