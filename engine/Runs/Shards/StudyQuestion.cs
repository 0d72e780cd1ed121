using System.Text.Json;
using SystemSim.Analysis;
using SystemSim.Reporting;

namespace SystemSim.Runs;

/// <summary>What a study asks: one form for what is summed as it is drawn, and one for what is worked out of kept runs.</summary>
public abstract record StudyQuestion
{
    private StudyQuestion()
    {
    }

    /// <summary>Draws of every uncertain number.</summary>
    public abstract long Draws { get; }

    /// <summary>Seed of the draws.</summary>
    public abstract int Seed { get; }

    /// <summary>How many of them the shards have together.</summary>
    public abstract long Pieces { get; }

    /// <summary>What one of them is called: <c>draw</c>, or the <c>run</c> of one option or more at one point.</summary>
    public abstract string Piece { get; }

    /// <summary>How many are worked together; a shard is some of these chunks.</summary>
    internal abstract int PiecesOfChunk { get; }

    /// <summary>Makes a scenario ready for it.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="threads">Threads to use; never changes a bit.</param>
    internal abstract ShardWork Work(OpenScenario scenario, int threads);

    /// <summary>Says what is asked, as a part of the file of the study.</summary>
    internal abstract void Write(Utf8JsonWriter json);

    /// <summary>What differs in what is asked now, to follow the name of the study; null where it is the same.</summary>
    /// <param name="now">What is asked now, with its draws and their seed.</param>
    internal virtual string? Difference(RunRequest now) => "asks what 'sensitivity' tells.";

    /// <inheritdoc cref="Difference(RunRequest)"/>
    internal virtual string? Difference(SensitivityRequest now) => "asks what 'run' tells.";

    /// <summary>Reads what <see cref="Write"/> has written.</summary>
    /// <param name="root">The file of the study.</param>
    /// <param name="bins">Reads where draws are counted, by its hash.</param>
    internal static StudyQuestion Read(JsonElement root, Func<string, QuantileBins> bins) =>
        root.TryGetProperty(OfRun.Name, out var run) ? OfRun.From(run, bins) : OfSensitivity.From(root.GetProperty(OfSensitivity.Name));

    private string? OtherDraws(long? draws, int? seed) =>
        Draws != draws ? $"has {Counts.Of(Draws, "draw")}."
        : Seed != seed ? $"has seed {Seed}."
        : null;

    private static ImmutableArray<string> Texts(JsonElement root, string name) =>
        [.. root.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    /// <summary>What <c>run</c> leaves, of many draws.</summary>
    /// <param name="Request">What is asked, with the number of draws and the seed.</param>
    /// <param name="Bins">Where outcomes are counted for quantiles, in all shards alike.</param>
    public sealed record OfRun(RunRequest Request, QuantileBins Bins) : StudyQuestion
    {
        /// <summary>Name of what is asked in the file of the study.</summary>
        internal const string Name = "run";

        /// <inheritdoc/>
        public override long Draws => Request.Draws!.Value;

        /// <inheritdoc/>
        public override int Seed => Request.Seed!.Value;

        /// <inheritdoc/>
        public override long Pieces => Draws;

        /// <inheritdoc/>
        public override string Piece => "draw";

        /// <inheritdoc/>
        internal override int PiecesOfChunk => DrawChunk.Draws;

        /// <inheritdoc/>
        internal override ShardWork Work(OpenScenario scenario, int threads) => new WorkOfDraws(scenario, this, threads);

        /// <inheritdoc/>
        internal override string? Difference(RunRequest now) =>
            !Request.Options.SequenceEqual(now.Options) || Request.Told != now.Told ? "is of other options."
            : Request.BySteps != now.BySteps || Request.OnlyTidy != now.OnlyTidy ? "leaves other files."
            : OtherDraws(now.Draws, now.Seed);

        /// <inheritdoc/>
        internal override void Write(Utf8JsonWriter json)
        {
            json.WriteStartObject(Name);
            json.Array("options", Request.Options, json.WriteStringValue);
            json.WriteString("option", Request.Told);
            json.WriteBoolean("steps", Request.BySteps);
            json.WriteBoolean("only_tidy", Request.OnlyTidy);
            json.WriteNumber("draws", Draws);
            json.WriteNumber("seed", Seed);
            json.WriteString("bins", StudyFiles.HashOf(StudyFiles.BytesOf(Bins)));
            json.WriteEndObject();
        }

        internal static OfRun From(JsonElement run, Func<string, QuantileBins> bins) =>
            new(
                new RunRequest
                {
                    Options = Texts(run, "options"),
                    Told = run.GetProperty("option").GetString(),
                    BySteps = run.GetProperty("steps").GetBoolean(),
                    OnlyTidy = run.GetProperty("only_tidy").GetBoolean(),
                    Draws = run.GetProperty("draws").GetInt64(),
                    Seed = run.GetProperty("seed").GetInt32(),
                },
                bins(run.GetProperty("bins").GetString()!)
            );
    }

    /// <summary>What <c>sensitivity</c> tells of what is worked out by draws.</summary>
    /// <param name="Request">What is asked, with the number of draws and the seed.</param>
    /// <param name="Points">How many runs it takes.</param>
    public sealed record OfSensitivity(SensitivityRequest Request, int Points) : StudyQuestion
    {
        /// <summary>Name of what is asked in the file of the study.</summary>
        internal const string Name = "sensitivity";

        /// <inheritdoc/>
        public override long Draws => Request.Draws!.Value;

        /// <inheritdoc/>
        public override int Seed => Request.Seed!.Value;

        /// <inheritdoc/>
        public override long Pieces => Points;

        /// <inheritdoc/>
        public override string Piece => "run";

        // As many as keep every core busy for a moment.
        internal override int PiecesOfChunk => 256;

        /// <inheritdoc/>
        internal override ShardWork Work(OpenScenario scenario, int threads) => WorkOf(scenario, threads);

        internal WorkOfPoints WorkOf(OpenScenario scenario, int threads) =>
            new(AskSensitivity.ByDraws(scenario, Request with { Threads = threads })(), this);

        /// <inheritdoc/>
        internal override string? Difference(SensitivityRequest now) =>
            Told(Request).AsSpan().SequenceEqual(Told(now)) ? OtherDraws(now.Draws, now.Seed) : "asks something else.";

        /// <inheritdoc/>
        internal override void Write(Utf8JsonWriter json)
        {
            json.WriteStartObject(Name);
            json.WriteString("measure", Request.Measure);
            json.WriteString("year", Request.Year);
            json.WriteString("by", Request.By);
            json.WriteString("option", Request.Option);
            json.WriteString("against", Request.Against);
            json.Array("where", Request.Where, json.WriteStringValue);
            json.WriteBoolean("sobol", Request.Sobol);
            json.WriteBoolean("information", Request.Information);
            json.WriteString("frontier", Request.Frontier);
            json.WriteString("acceptability", Request.Acceptability);
            json.WriteString("effect", Request.Effect);
            json.Array("worth", Request.Worth, json.WriteNumberValue);
            json.Array("options", Request.Options, json.WriteStringValue);
            json.WriteNumber("draws", Draws);
            json.WriteNumber("seed", Seed);
            json.WriteNumber("runs", Points);
            json.WriteEndObject();
        }

        internal static OfSensitivity From(JsonElement asked) =>
            new(
                new SensitivityRequest
                {
                    Measure = asked.GetProperty("measure").GetString()!,
                    Year = asked.GetProperty("year").GetString(),
                    By = asked.GetProperty("by").GetString(),
                    Option = asked.GetProperty("option").GetString(),
                    Against = asked.GetProperty("against").GetString(),
                    Where = Texts(asked, "where"),
                    Sobol = asked.GetProperty("sobol").GetBoolean(),
                    Information = asked.GetProperty("information").GetBoolean(),
                    Frontier = asked.GetProperty("frontier").GetString(),
                    Acceptability = asked.GetProperty("acceptability").GetString(),
                    Effect = asked.GetProperty("effect").GetString(),
                    Worth = [.. asked.GetProperty("worth").EnumerateArray().Select(amount => amount.GetDouble())],
                    Options = Texts(asked, "options"),
                    Draws = asked.GetProperty("draws").GetInt32(),
                    Seed = asked.GetProperty("seed").GetInt32(),
                },
                asked.GetProperty("runs").GetInt32()
            );

        /// <summary>What is asked but for draws, as it is written down.</summary>
        private static byte[] Told(SensitivityRequest request) =>
            JsonText.Write(json =>
            {
                json.WriteStartObject();
                new OfSensitivity(request with { Draws = 0, Seed = 0 }, Points: 0).Write(json);
                json.WriteEndObject();
            });
    }
}
