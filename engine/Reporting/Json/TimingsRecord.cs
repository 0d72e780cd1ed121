namespace SystemSim.Reporting;

/// <summary>When, where and how fast a run was made: <c>timings.json</c>, the only file in which two runs differ, beside images.</summary>
public sealed record TimingsRecord
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "timings.json";

    /// <summary>When the run started.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>What was done, in order, with the seconds that each took.</summary>
    public required ImmutableArray<(string Stage, double Seconds)> Stages { get; init; }

    /// <summary>Threads that the run could use.</summary>
    public required int Threads { get; init; }

    /// <summary>The machine: its system, its processors and the runtime, as it calls them.</summary>
    public required string Machine { get; init; }

    /// <summary>Writes the file.</summary>
    /// <param name="files">The other files of the folder whose bytes hang on the machine.</param>
    internal byte[] Write(IEnumerable<WrittenFile> files) => Seal.Put(JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("started", Started);
        json.WriteStartObject("seconds");
        foreach (var (stage, seconds) in Stages)
        {
            json.WriteNumber(stage, Math.Round(seconds, 6));
        }

        json.WriteEndObject();
        json.WriteNumber("threads", Threads);
        json.WriteString("machine", Machine);
        json.Hashes(files);
        json.WriteString(Seal.Property, Seal.Blank);
        json.WriteEndObject();
    }));
}
