using System.Collections.Immutable;

namespace SystemSim.Reading;

/// <summary>The files of one scenario: reads them, follows <c>extends</c>, and remembers which they were.</summary>
/// <param name="problems">Takes what is wrong with them.</param>
/// <param name="source">Where they come from.</param>
internal sealed class ScenarioFiles(Problems problems, ITextSource source)
{
    /// <summary>The most files that one scenario may draw together.</summary>
    public const int MostFiles = 64;

    // How the names end of files that are scenarios, and of tables.
    private static readonly string[] ScenarioEndings = [".yaml", ".yml"];
    private static readonly string[] TableEndings = [".csv"];
    private static readonly string[] PeopleEndings = [".csv", ".xlsx"];

    private readonly Dictionary<string, Mapping?> merged = [];
    private readonly List<string> chain = [];
    private readonly List<string> names = [];
    private readonly List<InputFile> inputs = [];

    /// <summary>The files read so far, in order.</summary>
    public ImmutableArray<InputFile> Inputs => [.. inputs];

    /// <summary>The names of all files asked for so far, in order, those that could not be read included.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>Reads the scenario that the caller names, with all that it extends.</summary>
    /// <param name="name">Name of its file.</param>
    /// <param name="isInFolder">Whether the caller names its folder alone.</param>
    /// <returns>The merged tree; null when a file could not be read, which is reported.</returns>
    /// <exception cref="IOException">The file is not there or cannot be opened.</exception>
    public Mapping? Open(string name, bool isInFolder) => Merged(name, named: null, () => source.OpenScenario(name, isInFolder));

    /// <summary>Reads a file that another one names, with all that it extends.</summary>
    /// <param name="name">Name of the file.</param>
    /// <param name="named">Where it is named.</param>
    /// <returns>The merged tree; null when a file could not be read, which is reported.</returns>
    public Mapping? Read(string name, Scalar named) => Merged(name, named, () => source.Open(name, named, ScenarioEndings));

    /// <summary>Reads the text of a table that a file names.</summary>
    /// <param name="name">Name of the table.</param>
    /// <param name="named">Where it is named.</param>
    /// <returns>Its text; null when it could not be read, which is reported.</returns>
    public string? Table(string name, Scalar named) => Opened(name, named, () => source.Open(name, named, TableEndings));

    /// <summary>Reads a table of people that a file names.</summary>
    /// <param name="name">Name of the table.</param>
    /// <param name="named">Where it is named.</param>
    /// <returns>It; null when it could not be read, which is reported.</returns>
    public InputFile? People(string name, Scalar named) => Opened(name, named, () =>
    {
        var input = source.OpenTable(name, named, PeopleEndings);
        return (input, input);
    });

    /// <summary>Whether there is a file of a name, which may then be asked for.</summary>
    public bool Has(string name) => source.Has(name);

    private Mapping? Merged(string name, Scalar? named, Func<(string Text, InputFile Input)> open)
    {
        if (chain.Contains(name))
        {
            problems.Add(Codes.ExtendsItself, named!.At, $"'{named.Text}' extends itself: {string.Join(" extends ", [.. chain, name])}.");
            return null;
        }

        if (!merged.TryGetValue(name, out var known))
        {
            chain.Add(name);
            merged[name] = known = Opened(name, named, open) is { } text && Parse(name, text) is { } own ? Extended(own, name) : null;
            chain.RemoveAt(chain.Count - 1);
        }

        return known;
    }

    private T? Opened<T>(string name, Scalar? named, Func<(T Read, InputFile Input)> open)
        where T : class
    {
        if (names.Count == MostFiles)
        {
            problems.Add(Codes.TooMuch, named!.At, $"the scenario draws together more than {MostFiles} files.");
            return null;
        }

        try
        {
            if (!names.Contains(name))
            {
                names.Add(name);
            }

            var (read, input) = open();
            inputs.Add(input);
            return read;
        }
        catch (UnreadableException reason)
        {
            problems.Add(reason);
        }
        catch (Exception missing) when (named is not null && missing is FileNotFoundException or DirectoryNotFoundException)
        {
            problems.Add(
                Codes.FileMissing, named!.At, $"the file '{named.Text}' is not there.", "names are relative to the file that holds them.");
        }
        catch (Exception denied)
            when (named is not null && denied is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problems.Add(
                Codes.FileClosed, named!.At, $"the file '{named.Text}' cannot be opened.",
                "it must be a file that you may read, not a folder.");
        }

        return null;
    }

    private Mapping? Parse(string name, string text)
    {
        try
        {
            var root = TreeBuilder.Build(name, text, problems);
            if (root is Mapping mapping)
            {
                return mapping;
            }

            var (code, what) = root is null or Scalar { IsEmpty: true }
                ? (Codes.EmptyFile, "empty")
                : (Codes.WrongKind, "not a block of keys");
            problems.Add(code, new Spot(name, 1, 1), $"the file is {what}.", "a scenario starts with 'systemsim: 1'.");
        }
        catch (UnreadableException reason)
        {
            problems.Add(reason);
        }

        return null;
    }

    private Mapping? Extended(Mapping own, string name)
    {
        // The form of 'extends' is checked with all other keys; here what can be followed is followed.
        var value = own.Find("extends")?.Value;
        IEnumerable<Node> named = value is Sequence list ? list.Items : value is null ? [] : [value];
        var extended = named
            .OfType<Scalar>()
            .Where(scalar => !scalar.IsEmpty)
            .Select(scalar => Read(FilePaths.Beside(name, scalar.Text), scalar))
            .ToList();
        return extended.Contains(null) ? null : extended.Append(own).Aggregate((below, above) => Merging.Of(below!, above!));
    }
}
