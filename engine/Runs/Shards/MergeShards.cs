using System.Security.Cryptography;
using SystemSim.Lanes;

namespace SystemSim.Runs;

/// <summary>Puts the shards of a study together: what <c>merge</c> asks.</summary>
public static class MergeShards
{
    // More than this are not named one by one.
    private const int MostNamed = 20;

    /// <summary>Merges a study of draws.</summary>
    /// <param name="study">The study.</param>
    /// <param name="files">Its shards: the name of each for who reads what is wrong with it, and what reads its bytes, which is asked
    /// twice: so not all of them are in memory at once.</param>
    /// <param name="threads">Threads to use; never changes a bit.</param>
    /// <param name="lanes">How programs are made and run; null for the usual way.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="stop">Interrupts it.</param>
    /// <returns>What <see cref="RunScenario"/> would have come to, to the byte; or what is wrong with the shards, all of it.</returns>
    public static Task<Outcome<RunResult>> Run(
        Study study,
        IReadOnlyList<(string Name, Func<byte[]> Read)> files,
        int threads,
        LaneOptions? lanes = null,
        IProgress<RunProgress>? progress = null,
        CancellationToken stop = default
    ) =>
        Outcome.Of(async () =>
        {
            var question = (StudyQuestion.OfRun)study.Question;
            var shards = Sound(study, files);
            var scenario = await study.Open(lanes, stop);
            progress.Begin(RunProgress.Merge);
            var draws = await Task.Run(() => Merged(study, shards, new WorkOfDraws(scenario, question, threads)), stop).WaitAsync(stop);
            return await RunScenario.Running(scenario, question.Request with { Threads = threads }, draws, progress, stop);
        });

    /// <summary>Merges a study of what an answer rests on.</summary>
    /// <inheritdoc cref="Run" path="/param"/>
    /// <returns>The scenario, and what <see cref="AskSensitivity"/> would have come to, to the bit; or what is wrong with the shards, all
    /// of it.</returns>
    public static Task<Outcome<MergedSensitivity>> Sensitivity(
        Study study,
        IReadOnlyList<(string Name, Func<byte[]> Read)> files,
        int threads,
        LaneOptions? lanes = null,
        IProgress<RunProgress>? progress = null,
        CancellationToken stop = default
    ) =>
        Outcome.Of(async () =>
        {
            var question = (StudyQuestion.OfSensitivity)study.Question;
            var shards = Sound(study, files);
            var scenario = await study.Open(lanes, stop);
            progress.Begin(RunProgress.Merge);
            var found = await Task.Run(() => Merged(study, shards, question.WorkOf(scenario, threads)), stop).WaitAsync(stop);
            return new MergedSensitivity(scenario, found);
        });

    private static TFound Merged<TPart, TFound>(
        Study study,
        ImmutableArray<(string Name, Func<byte[]> Read)> shards,
        ShardWork<TPart, TFound> work
    )
    {
        return work.Merged(shards.Select(Part));

        TPart Part((string Name, Func<byte[]> Read) shard)
        {
            var bytes = shard.Read();
            var fault = ShardFile.Fault(study, bytes, out _);
            try
            {
                return fault is null ? work.Read(ShardFile.Content(bytes)) : throw new InvalidDataException(fault);
            }
            catch (InvalidDataException damaged)
            {
                throw Refused(study, [$"{shard.Name}: {damaged.Message}"], hint: null);
            }
        }
    }

    /// <summary>One file of each shard, which together are all draws, each once; in the order of their draws.</summary>
    /// <exception cref="RefusedException">They are not.</exception>
    private static ImmutableArray<(string Name, Func<byte[]> Read)> Sound(
        Study study,
        IReadOnlyList<(string Name, Func<byte[]> Read)> files
    )
    {
        var faults = new List<string>();
        var found = new Dictionary<Shard, (string Name, Func<byte[]> Read, string Hash)>();
        foreach (var (name, read) in files)
        {
            var bytes = read();
            var hash = Convert.ToHexString(SHA256.HashData(bytes));
            if (ShardFile.Fault(study, bytes, out var shard) is { } fault)
            {
                faults.Add($"{name} {fault}");
            }
            else if (!found.TryAdd(shard!, (name, read, hash)) && found[shard!].Hash != hash)
            {
                // A shard that was drawn twice is the same bytes.
                faults.Add($"{name} and {found[shard!].Name} are the same shard with other draws.");
            }
        }

        Shard[] inOrder = [.. found.Keys.OrderBy(shard => shard.ChunksOf(study).First).ThenBy(shard => shard.Of)];
        faults.AddRange(
            inOrder
                .Zip(inOrder.Skip(1))
                .Where(pair => pair.Second.ChunksOf(study).First < pair.First.ChunksOf(study).End)
                .Select(pair => $"{found[pair.First].Name} and {found[pair.Second].Name} hold the same draws.")
        );
        var missing = Missing(study, [.. inOrder]);
        if (missing.Count > 0)
        {
            var named = string.Join(", ", missing.Take(MostNamed)) + (missing.Count > MostNamed ? ", ..." : "");
            faults.Add($"{Counts.Of(missing.Count, "shard")} {(missing.Count == 1 ? "is" : "are")} missing: {named}.");
        }

        return faults.Count == 0
            ? [.. inOrder.Select(shard => (found[shard].Name, found[shard].Read))]
            : throw Refused(study, faults, Hint(study, missing));
    }

    /// <summary>The shards without which draws are missing, cut as those that are there, or as the study says.</summary>
    /// <param name="study">The study.</param>
    /// <param name="there">Shards that are there, in the order of their draws.</param>
    internal static IReadOnlyList<Shard> Missing(Study study, ImmutableArray<Shard> there)
    {
        var of = there.IsEmpty ? study.Shards : there.GroupBy(shard => shard.Of).OrderByDescending(cut => cut.Count()).First().Key;
        var held = there.Select(shard => shard.ChunksOf(study)).ToArray();
        return
        [
            .. Shard.All(of).Where(shard =>
            {
                var (first, end) = shard.ChunksOf(study);
                return end > first && held.Where(other => other.First < end && other.End > first)
                    .Sum(other => Math.Min(end, other.End) - Math.Max(first, other.First)) < end - first;
            }),
        ];
    }

    private static string? Hint(Study study, IReadOnlyList<Shard> missing) =>
        missing.Count == 0 ? null
            // Without --shard all are drawn that are missing.
            : missing.Count > MostNamed && missing[0].Of == study.Shards ? $"draw them: systemsim draw {study.Named}"
            : $"draw {(missing.Count == 1 ? "it" : "them")}: systemsim draw {study.Named} --shard {string.Join(',', missing)}";

    private static RefusedException Refused(Study study, IReadOnlyList<string> faults, string? hint) =>
        new(
            new RunFailure
            {
                Kind = FailureKind.Resource,
                About = study.Named,
                Sentence = string.Join(' ', faults),
                Hint = hint,
            }
        );
}

/// <summary>What came of merging a study of what an answer rests on.</summary>
/// <param name="Scenario">The scenario that was asked of.</param>
/// <param name="Found">What was found.</param>
public sealed record MergedSensitivity(OpenScenario Scenario, SensitivityResult Found);
