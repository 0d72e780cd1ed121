using SystemSim.Analysis;
using SystemSim.Lanes;
using SystemSim.Model;
using SystemSim.Reading;
using SystemSim.Reporting;
using SystemSim.Studies;

namespace SystemSim.Host;

/// <summary>A scenario that somebody named, and what came of reading it.</summary>
/// <param name="Argument">What they typed: a file, or a folder that holds a <c>scenario.yaml</c>.</param>
/// <param name="FullPath">Full path of its file.</param>
/// <param name="Overrides">What they put in the place of numbers.</param>
/// <param name="Result">What came of reading it.</param>
/// <param name="Lanes">How its programs are made and run.</param>
internal sealed record OpenScenario(string Argument, string FullPath, IReadOnlyList<string> Overrides, ReadResult Result, LaneOptions Lanes)
{
    private Prepared? prepared;

    /// <summary>The scenario; only when nothing is wrong with it.</summary>
    public Scenario Scenario
    {
        get => field ?? Result.Scenario ?? throw new InvalidOperationException("A scenario with problems is not run.");
        init;
    }

    /// <summary>The scenario, made ready to run: planned once for all that is asked of it.</summary>
    public Prepared Prepared =>
        prepared is { } known && ReferenceEquals(known.Scenario, Scenario) ? known : prepared = Prepared.Of(Scenario, Lanes);

    /// <summary>Short name: that of its file, or of its folder where the file has the name that every scenario in a folder has.</summary>
    public string Name
    {
        get
        {
            var folder = new DirectoryInfo(Path.GetDirectoryName(FullPath)!).Name;
            var isInFolder = Path.GetFileName(FullPath) == ScenarioReader.FileInFolder && Path.GetPathRoot(folder) is null or "";
            return isInFolder ? folder : Path.GetFileNameWithoutExtension(FullPath);
        }
    }

    /// <summary>What is written down of it.</summary>
    /// <param name="surroundings">Where the names of files start from.</param>
    /// <param name="options">The options that ran.</param>
    /// <param name="expectations">What came of its expectations.</param>
    public ScenarioRecord Record(Surroundings surroundings, IEnumerable<Option> options, IEnumerable<ExpectationResult> expectations)
    {
        var names = Result
            .Inputs.Select(input => input.Name)
            .Distinct()
            .ToDictionary(name => name, name => FromFolder(surroundings.FullPath(name)));
        return new ScenarioRecord
        {
            Name = Name,
            Scenario = Scenario,
            Inputs = [.. Result.Inputs.Select(input => new InputRecord(names[input.Name], input.Sha256) { Bytes = input.Bytes })],
            Overrides = [.. Overrides],
            Overridden = Result.Overrides,
            Options = [.. options],
            Expectations =
            [
                .. expectations.Select(result =>
                    result with
                    {
                        Expectation = result.Expectation with { At = Renamed(result.Expectation.At) },
                    }
                ),
            ],
        };

        string Renamed(string at) =>
            names
                .Where(name => at.StartsWith($"{name.Key}:", StringComparison.Ordinal))
                .Select(name => name.Value + at[name.Key.Length..])
                .FirstOrDefault(at);
    }

    /// <summary>The name of a file as seen from the scenario's folder; its name alone where there is no way from one to the
    /// other.</summary>
    private string FromFolder(string path)
    {
        var relative = Path.GetRelativePath(Path.GetDirectoryName(FullPath)!, path);
        return (Path.IsPathRooted(relative) ? Path.GetFileName(path) : relative).Replace('\\', '/');
    }
}
