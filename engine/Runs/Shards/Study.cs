using SystemSim.Analysis;
using SystemSim.Lanes;
using SystemSim.Reading;

namespace SystemSim.Runs;

/// <summary>A study of many draws, cut into shards that any process on any machine may draw: all of them need what stands here, and nothing
/// else.</summary>
public sealed record Study
{
    /// <summary>Fewest draws of a study that is cut, and of a shard unless somebody says how many there are: a shard reads and plans the
    /// scenario by itself. What an answer rests on has fewer draws, and more runs.</summary>
    public const int FewestDraws = QuantileBins.FirstDraws;

    /// <summary>Folder of the results, where they have the name that they have unless somebody names another.</summary>
    public required string Name { get; init; }

    /// <summary>The scenario among <see cref="Inputs"/>.</summary>
    public required string Scenario { get; init; }

    /// <summary>The files that the scenario is made of.</summary>
    public required ImmutableArray<StudyInput> Inputs { get; init; }

    /// <summary>What is put in the place of numbers, each as <c>path=value</c>.</summary>
    public required ImmutableArray<string> Overrides { get; init; }

    /// <summary>What is asked.</summary>
    public required StudyQuestion Question { get; init; }

    /// <summary>How many shards it is cut into unless somebody cuts it otherwise.</summary>
    public required int Shards { get; init; }

    /// <summary>Version of the program that planned it.</summary>
    public required string Version { get; init; }

    /// <summary>Hash of the engine that planned it: no other draws for it.</summary>
    public required string Engine { get; init; }

    /// <summary>Hash of the numbers as planned, by which a machine that plans otherwise is found.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>SHA-256 of the whole study, in hexadecimal digits: every shard bears it.</summary>
    public required string Hash { get; init; }

    /// <summary>The study as its caller names it: what is said of it starts with that.</summary>
    public string Named { get; init; } = "STUDY";

    /// <summary>Chunks in all.</summary>
    internal long Chunks => (Question.Pieces + Question.PiecesOfChunk - 1) / Question.PiecesOfChunk;

    /// <summary>Reads the scenario from its copies in the study.</summary>
    /// <param name="lanes">How its programs are made and run; null for the usual way.</param>
    /// <param name="stop">Interrupts the reading.</param>
    /// <exception cref="RefusedException">Another program planned it, or the scenario is wrong.</exception>
    internal async Task<OpenScenario> Open(LaneOptions? lanes, CancellationToken stop)
    {
        if (Engine != EngineHash.Text)
        {
            throw RefusedException.Question(
                $"the study was planned by version {Version} of the program, whose code is not that of this one ({EngineVersion.Text}).",
                "draw and merge it with the program that planned it, or plan it again.",
                Named
            );
        }

        var files = new NamedTexts(Inputs.Select(input => KeyValuePair.Create(input.Name, input.Bytes)));
        var source = new ScenarioSource.InMemory(files, Scenario);
        return await OpenScenario.ReadingSound(source, Overrides, lanes ?? LaneOptions.Usual, stop);
    }
}

/// <summary>A file that a study holds a copy of.</summary>
/// <param name="Name">Its name in the study, with forward slashes.</param>
/// <param name="Bytes">Its bytes.</param>
public sealed record StudyInput(string Name, ImmutableArray<byte> Bytes);
