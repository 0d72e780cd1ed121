using System.Collections.Immutable;

namespace SystemSim.Reading;

/// <summary>Reads a scenario, or says everything that is wrong with it.</summary>
public static class ScenarioReader
{
    /// <summary>Lays out the format, which else the first reading does: for a program that has something to do meanwhile.</summary>
    public static void Prepare() => System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(Root).TypeHandle);

    /// <summary>Name of the scenario in a folder.</summary>
    public const string FileInFolder = "scenario.yaml";

    /// <summary>Name of the file beside a scenario that holds more expectations.</summary>
    public const string ChecksBeside = "checks.yaml";

    /// <summary>Reads a scenario with all files that it names.</summary>
    /// <param name="path">A file, or a folder that holds a <c>scenario.yaml</c>.</param>
    /// <param name="overrides">What the caller puts in the place of numbers, each as <c>path=value</c>.</param>
    /// <param name="root">Folder that holds all that may be read; null for the scenario's own, or the nearest above that holds what it
    /// names.</param>
    /// <returns>The scenario, or the problems in it; whatever the files hold.</returns>
    /// <exception cref="IOException">The path is not there, or cannot be opened.</exception>
    public static ReadResult Read(string path, IReadOnlyList<string> overrides, string? root = null)
    {
        var isFolder = Directory.Exists(path);
        var file = isFolder ? FilePaths.Inside(path, FileInFolder) : path;
        return Read(file, isFolder, new FilesOnDisk(Bounds(file, root)), overrides);
    }

    /// <summary>Reads a scenario of which all texts are at hand.</summary>
    /// <param name="texts">The texts: its own, and those that it names.</param>
    /// <param name="name">Which of them is the scenario.</param>
    /// <param name="overrides">What the caller puts in the place of numbers, each as <c>path=value</c>.</param>
    /// <returns>The scenario, or the problems in it; whatever the texts hold.</returns>
    /// <exception cref="IOException">There is no such text.</exception>
    public static ReadResult Read(NamedTexts texts, string name, IReadOnlyList<string> overrides) =>
        Read(name, isFolder: false, texts, overrides);

    private static ReadResult Read(string file, bool isFolder, ITextSource source, IReadOnlyList<string> overrides)
    {
        var problems = new Problems();
        var files = new ScenarioFiles(problems, source);
        return Open(file, isFolder, files) is { } tree
            ? Read(tree, file, Settings.Parse(overrides, problems), files, problems)
            : new ReadResult(file, files, problems);
    }

    private static FileBounds Bounds(string file, string? root)
    {
        try
        {
            return new FileBounds(file, root);
        }
        catch (Exception wrong) when (wrong is ArgumentException or NotSupportedException)
        {
            throw new IOException(wrong.Message, wrong);
        }
    }

    private static Mapping? Open(string file, bool isInFolder, ScenarioFiles files)
    {
        try
        {
            return files.Open(file, isInFolder);
        }
        catch (Exception denied) when (denied is UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new IOException(denied.Message, denied);
        }
    }

    /// <summary>Reads a scenario from its merged tree.</summary>
    internal static ReadResult Read(Mapping tree, string file, ImmutableArray<Setting> overrides, ScenarioFiles files, Problems problems)
    {
        var root = Settings.Apply(PeopleTables.PutIn(tree, files, problems), [.. Settings.In(tree.Find("override")?.Value), .. overrides], problems);
        var draft = Root.Read(root, problems) with { File = file };
        RuleBook.Check(draft);
        if (overrides.IsEmpty)
        {
            // What the caller puts in the place of others may take away what the page was to move, and the run does not ask for it.
            PagePaths.Check(draft);
        }

        var sides = ReadOptions(root, draft, problems);
        PartnersWhoLeave.CheckToday(draft, sides);
        var drawing = DrawingBuilder.Build(draft, files);
        var expectations = Checks.Read(draft, file, files);
        Findings.Look(draft, sides);
        return new ReadResult(file, files, problems, root, draft, sides, drawing, expectations, overrides);
    }

    private static ImmutableArray<Side> ReadOptions(Mapping root, Draft draft, Problems problems)
    {
        var sides = ImmutableArray.CreateBuilder<Side>();
        foreach (var (name, option) in draft.Options)
        {
            var sets = Settings.In(PathFinder.Find(root, $"options.{name}.set") is { IsWhole: true } found ? found.Node : null);
            sides.Add(new Side(option, sets, sets.IsEmpty ? draft : Changed(root, draft, sets, problems)));
        }

        return sides.ToImmutable();
    }

    /// <summary>The scenario as an option sets it.</summary>
    internal static Draft Changed(Mapping root, Draft draft, ImmutableArray<Setting> sets, Problems problems)
    {
        var draftOfOption = Root.Read(OptionSettings.Apply(root, sets, problems), problems);
        OptionSettings.CheckSame(draft, draftOfOption, sets, problems);
        RuleBook.Check(draftOfOption);
        return draftOfOption;
    }
}
